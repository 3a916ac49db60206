package io.github.stepunit.lambda;

import com.amazonaws.services.lambda.runtime.RequestHandler;
import com.amazonaws.services.lambda.runtime.RequestStreamHandler;
import java.io.IOException;
import java.io.OutputStream;
import java.lang.reflect.Type;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/** Handlers as entry points. The exceptions around JSON that does not fit are those of Lambda's Java runtime. */
final class Handlers {

    /** What a function that returns nothing answers. */
    private static final byte[] NULL = "null".getBytes(StandardCharsets.US_ASCII);

    private Handlers() {}

    /** A function with its arguments read already. */
    @FunctionalInterface
    interface Work {

        @Nullable
        Object apply(@Nullable Object input, com.amazonaws.services.lambda.runtime.Context context) throws Throwable;
    }

    static EntryPoint of(RequestStreamHandler handler) {
        return handler::handleRequest;
    }

    static EntryPoint of(RequestHandler<?, ?> handler, Type inputType, Type outputType) {
        @SuppressWarnings("unchecked")
        RequestHandler<@Nullable Object, @Nullable Object> typed =
                (RequestHandler<@Nullable Object, @Nullable Object>) handler;
        return of(typed::handleRequest, inputType, outputType, loaderOf(handler.getClass()));
    }

    /**
     * @param inputType null when the function takes none
     * @param outputType void when it gives none
     */
    static EntryPoint of(Work work, @Nullable Type inputType, Type outputType, ClassLoader loader) {
        JsonBinding input = inputType == null ? null : JsonBinding.of(inputType, loader);
        JsonBinding output = isVoid(outputType) ? null : JsonBinding.of(outputType, loader);
        return (bytes, answer, context) -> {
            Object argument = input == null ? null : read(input, bytes);
            write(output, work.apply(argument, context), answer);
        };
    }

    private static @Nullable Object read(JsonBinding binding, java.io.InputStream json) {
        try {
            return binding.read(json);
        } catch (RuntimeException unfit) {
            throw new RuntimeException("An error occurred during JSON parsing", unfit);
        }
    }

    private static void write(@Nullable JsonBinding binding, @Nullable Object value, OutputStream json)
            throws IOException {
        if (binding == null) {
            json.write(NULL);
            return;
        }
        try {
            binding.write(value, json);
        } catch (RuntimeException unfit) {
            throw new RuntimeException("An error occurred during JSON serialization of response", unfit);
        }
    }

    static boolean isVoid(Type type) {
        return type == void.class || type == Void.class;
    }

    static ClassLoader loaderOf(Class<?> type) {
        ClassLoader loader = type.getClassLoader();
        return loader == null ? ClassLoader.getSystemClassLoader() : loader;
    }
}
