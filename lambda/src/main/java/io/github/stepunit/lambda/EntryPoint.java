package io.github.stepunit.lambda;

import com.amazonaws.services.lambda.runtime.Context;
import java.io.InputStream;
import java.io.OutputStream;

/** What Lambda's Java runtime makes of any kind of handler: bytes in, bytes out. */
@FunctionalInterface
interface EntryPoint {

    /** @throws Throwable what the function throws */
    void handle(InputStream input, OutputStream output, Context context) throws Throwable;
}
