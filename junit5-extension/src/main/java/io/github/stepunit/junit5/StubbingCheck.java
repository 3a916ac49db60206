package io.github.stepunit.junit5;

import java.util.List;

/** Knows which stubbings of a Mockito mock no Task has used; an interface, so that only its implementation needs Mockito. */
@FunctionalInterface
interface StubbingCheck {

    /** One line each, with its place in the test. */
    List<String> unusedStubbings();
}
