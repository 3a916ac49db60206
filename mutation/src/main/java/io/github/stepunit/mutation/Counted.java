package io.github.stepunit.mutation;

/** Numbers with what they count. */
final class Counted {

    private Counted() {}

    /** {@code 1 mutant}, {@code 2 mutants}. */
    static String of(long count, String one) {
        return count + " " + one + (count == 1 ? "" : "s");
    }
}
