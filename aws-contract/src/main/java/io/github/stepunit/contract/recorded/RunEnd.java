package io.github.stepunit.contract.recorded;

/**
 * How far a replay came.
 *
 * @param brokenOff what the current definition asked for that never was on AWS; empty when nothing
 * @param gap what the recording does not tell, so that the rest cannot be replayed; empty when nothing
 */
record RunEnd(String brokenOff, String gap) {

    static final RunEnd WHOLE = new RunEnd("", "");
}
