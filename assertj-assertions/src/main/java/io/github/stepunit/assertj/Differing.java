package io.github.stepunit.assertj;

import org.assertj.core.error.BasicErrorMessageFactory;

/** A failure that compares two texts, which IDEs show side by side. */
final class Differing extends BasicErrorMessageFactory implements Compared {

    private final String actual;
    private final String expected;

    Differing(String actual, String expected, String format, Object... arguments) {
        super(format, arguments);
        this.actual = actual;
        this.expected = expected;
    }

    @Override
    public String expected() {
        return expected;
    }

    @Override
    public String actual() {
        return actual;
    }
}
