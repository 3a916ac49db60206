package io.github.stepunit.skeleton;

import io.github.stepunit.coverage.CoverageElement;
import java.util.List;
import org.apiguardian.api.API;

/**
 * A test to begin with, for something that no test walks; for a class with {@code @StepFunctionTest}.
 *
 * @param name of the method
 * @param method the whole method; a comment on its first line says what is left to do, if anything. Needs {@code
 *     StateMachine}, {@code Execution}, {@code TaskMocks}, {@code S3Objects}, {@code @Test} and {@code
 *     StepUnitAssertions.assertThat}, as far as it speaks of them
 * @param elements what it is for, the one that it is named after first
 * @param outcome whether it was seen to walk them
 */
@API(status = API.Status.EXPERIMENTAL, since = "0.1")
public record TestSkeleton(String name, String method, List<CoverageElement> elements, Outcome outcome) {

    /** What is known of a test. */
    public enum Outcome {
        /** It was run: it walks all its elements, and passes. */
        WALKS,
        /** It fails, since it does not come to its element: somebody who knows the data has to complete it. */
        UNFINISHED,
        /** There is no test, only a comment: nothing can walk the element. */
        IMPOSSIBLE
    }

    public TestSkeleton {
        elements = List.copyOf(elements);
    }
}
