package io.github.stepunit.definition;

import io.github.stepunit.expression.PayloadTemplate;
import org.apiguardian.api.API;
import org.jspecify.annotations.Nullable;

/**
 * How a JSONata state's input becomes its output: {@code Arguments → work → Assign and Output}. Fields that a state type
 * does not have are null.
 *
 * @param arguments null when absent: the work gets the state's input
 * @param assign null when absent
 * @param output null when absent: the output is what the work gave
 */
@API(status = API.Status.EXPERIMENTAL, since = "0.1")
public record JsonataDataFlow(
        @Nullable PayloadTemplate arguments, @Nullable PayloadTemplate assign, @Nullable PayloadTemplate output)
        implements DataFlow {

    @Override
    public @Nullable PayloadTemplate request() {
        return arguments;
    }
}
