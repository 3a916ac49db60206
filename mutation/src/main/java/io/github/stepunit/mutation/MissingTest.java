package io.github.stepunit.mutation;

/**
 * What would notice a mutant.
 *
 * @param where what to do with it: {@code Add to OrderTest.ships:}
 * @param code Java to paste
 */
record MissingTest(String where, String code) {}
