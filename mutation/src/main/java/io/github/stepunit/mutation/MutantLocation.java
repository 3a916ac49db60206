package io.github.stepunit.mutation;

/**
 * The part of the edited file that a mutant changes. Lines and columns count from 1.
 *
 * @param startLine line of the first character
 * @param startColumn its column
 * @param endLine line of the character after the last one
 * @param endColumn its column
 */
record MutantLocation(int startLine, int startColumn, int endLine, int endColumn) {}
