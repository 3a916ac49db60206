package io.github.stepunit.mutation;

import java.util.regex.Pattern;

/** Paths as assertions take them. */
final class JsonPaths {

    private static final Pattern PLAIN = Pattern.compile("[A-Za-z_][A-Za-z0-9_]*");

    private JsonPaths() {}

    /** {@code .total}, {@code ['order id']}. */
    static String step(String name) {
        return PLAIN.matcher(name).matches()
                ? "." + name
                : "['" + name.replace("\\", "\\\\").replace("'", "\\'") + "']";
    }
}
