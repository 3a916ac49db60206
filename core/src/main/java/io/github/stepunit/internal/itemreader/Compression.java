package io.github.stepunit.internal.itemreader;

import com.github.luben.zstd.ZstdInputStream;
import io.github.stepunit.s3.S3Object;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.zip.GZIPInputStream;

/** Objects whose key ends in {@code .gz} or {@code .zst} are unpacked as they are read. */
final class Compression {

    private static final String MISSING_ZSTD =
            "To read an object that is packed by Zstandard, add the test dependency com.github.luben:zstd-jni"
                    + " (StepUnit is tested with 1.5.7-28), which StepUnit itself does not bring along: ";

    private Compression() {}

    static InputStream open(S3Object object) throws IOException {
        String key = object.key();
        if (key.endsWith(".gz") || key.endsWith(".gzip")) {
            return new GZIPInputStream(object.newInputStream());
        }
        return key.endsWith(".zst") || key.endsWith(".zstd") ? zstd(object) : object.newInputStream();
    }

    private static InputStream zstd(S3Object object) throws IOException {
        try {
            return new ZstdInputStream(object.newInputStream());
        } catch (NoClassDefFoundError e) {
            throw new IllegalStateException(MISSING_ZSTD + object, e);
        }
    }

    /** The text without the byte order mark that it may begin with. */
    static BufferedReader reader(S3Object object) throws IOException {
        BufferedReader reader = new BufferedReader(new InputStreamReader(open(object), StandardCharsets.UTF_8));
        reader.mark(1);
        if (reader.read() != '\uFEFF') {
            reader.reset();
        }
        return reader;
    }
}
