package io.github.stepunit.contract.testsource;

import io.github.stepunit.Execution;
import java.util.List;
import java.util.function.Predicate;

/**
 * Something that a test asserts.
 *
 * @param subject what it is about: empty for the execution, or the names of states and the like on the way to it
 * @param assertion the method of the assert class
 * @param arguments texts, JSON or numbers
 * @param holds whether it is so
 */
record Claim(List<Navigation> subject, String assertion, List<Object> arguments, Predicate<Execution> holds) {

    /** A step from an assert class to another: {@code state("Ship all")}, {@code iteration(3)}. */
    record Navigation(String method, List<Object> arguments) {

        Navigation(String method, Object... arguments) {
            this(method, List.of(arguments));
        }
    }

    Claim {
        subject = List.copyOf(subject);
        arguments = List.copyOf(arguments);
    }
}
