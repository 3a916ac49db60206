package io.github.stepunit.definition;

import io.github.stepunit.expression.PayloadTemplate;
import org.apiguardian.api.API;
import org.jspecify.annotations.Nullable;

/** How a state's input becomes its output: one shape for each query language. */
@API(status = API.Status.EXPERIMENTAL, since = "0.1")
public sealed interface DataFlow permits JsonPathDataFlow, JsonataDataFlow {

    /** What makes the input of the state's work: {@code Parameters} or {@code Arguments}; null when absent. */
    @Nullable
    PayloadTemplate request();

    /** The {@code Assign} template; null when absent. */
    @Nullable
    PayloadTemplate assign();
}
