package io.github.stepunit.coverage;

import org.apiguardian.api.API;

/**
 * The beginning of a test for something that no test walks: the mocks and the input that lead there as far as the
 * definition tells, for a class with {@code @StepFunctionTest}.
 *
 * @param name of the method
 * @param method the whole method; needs {@code StateMachine}, {@code Execution}, {@code TaskMocks}, {@code @Test} and
 *     {@code StepUnitAssertions.assertThat}
 */
@API(status = API.Status.EXPERIMENTAL, since = "0.1")
public record TestSkeleton(String name, String method) {}
