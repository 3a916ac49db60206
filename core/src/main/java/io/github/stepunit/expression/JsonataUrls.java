package io.github.stepunit.expression;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.dashjoin.jsonata.JException;
import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.util.HexFormat;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** JSONata's functions for URLs, which are JavaScript's: the library's are those of HTML forms, where a plus is a blank. */
final class JsonataUrls {

    /** What divides a URL into its parts. */
    private static final String RESERVED = ";/?:@&=+$,#";

    private static final String UNRESERVED = "-_.!~*'()";

    private JsonataUrls() {}

    static @Nullable Object encodeUrl(List<?> arguments) {
        if (!(arguments.get(0) instanceof String url)) {
            return null;
        }
        StringBuilder encoded = new StringBuilder();
        for (byte b : bytes(url, "encodeUrl")) {
            boolean kept = b >= 0 && (Character.isLetterOrDigit(b) || (RESERVED + UNRESERVED).indexOf(b) >= 0);
            encoded.append(
                    kept
                            ? String.valueOf((char) b)
                            : "%" + HexFormat.of().withUpperCase().toHexDigits(b));
        }
        return encoded.toString();
    }

    static @Nullable Object decodeUrl(List<?> arguments) {
        return arguments.get(0) instanceof String url ? decoded(url, RESERVED, "decodeUrl") : null;
    }

    static @Nullable Object decodeUrlComponent(List<?> arguments) {
        return arguments.get(0) instanceof String url ? decoded(url, "", "decodeUrlComponent") : null;
    }

    /** @param kept what stays encoded */
    private static String decoded(String url, String kept, String function) {
        ByteArrayOutputStream decoded = new ByteArrayOutputStream();
        byte[] bytes = bytes(url, function);
        for (int i = 0; i < bytes.length; i++) {
            if (bytes[i] != '%') {
                decoded.write(bytes[i]);
                continue;
            }
            if (i + 2 >= bytes.length || !HexFormat.isHexDigit(bytes[i + 1]) || !HexFormat.isHexDigit(bytes[i + 2])) {
                throw malformed(url, function);
            }
            int value = HexFormat.fromHexDigit(bytes[i + 1]) * 16 + HexFormat.fromHexDigit(bytes[i + 2]);
            if (kept.indexOf(value) >= 0) {
                decoded.write(bytes, i, 3);
            } else {
                decoded.write(value);
            }
            i += 2;
        }
        try {
            return UTF_8.newDecoder()
                    .decode(ByteBuffer.wrap(decoded.toByteArray()))
                    .toString();
        } catch (CharacterCodingException notUtf8) {
            throw malformed(url, function);
        }
    }

    private static byte[] bytes(String url, String function) {
        if (!UTF_8.newEncoder().canEncode(url)) {
            throw malformed(url, function);
        }
        return url.getBytes(UTF_8);
    }

    private static JException malformed(String url, String function) {
        return new JException("D3140", 0, function, url);
    }
}
