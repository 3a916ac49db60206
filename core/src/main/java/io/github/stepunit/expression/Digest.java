package io.github.stepunit.expression;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The hashes that both query languages have. */
final class Digest {

    private static final Set<String> ALGORITHMS = Set.of("MD5", "SHA-1", "SHA-256", "SHA-384", "SHA-512");

    private Digest() {}

    /** The hash of the text's UTF-8 in lower-case hexadecimal; null when AWS does not have that algorithm. */
    static @Nullable String hex(String text, String algorithm) {
        if (!ALGORITHMS.contains(algorithm)) {
            return null;
        }
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance(algorithm).digest(text.getBytes(UTF_8)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("This Java has no " + algorithm + "; run the tests on another JDK", e);
        }
    }
}
