package io.github.stepunit.maven;

import java.util.Arrays;
import java.util.Locale;

/** Values of parameters that are one of several words; Maven itself would insist on capitals. */
final class Names {

    private Names() {}

    /** The constant of that name, in whatever case it is written. */
    static <E extends Enum<E>> E of(Class<E> type, String parameter, String name) {
        return Arrays.stream(type.getEnumConstants())
                .filter(each -> each.name().equals(name.strip().toUpperCase(Locale.ROOT)))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("The parameter " + parameter + " does not know \""
                        + name + "\".\n  do      give one of " + Arrays.toString(type.getEnumConstants()) + "."));
    }
}
