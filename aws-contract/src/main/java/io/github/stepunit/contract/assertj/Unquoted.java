package io.github.stepunit.contract.assertj;

/** A text that AssertJ prints as it is. */
record Unquoted(String text) {

    @Override
    public String toString() {
        return text;
    }
}
