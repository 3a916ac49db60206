package io.github.stepunit.definition;

import io.github.stepunit.expression.Expression;
import io.github.stepunit.expression.PayloadTemplate;
import java.util.List;
import org.apiguardian.api.API;
import org.jspecify.annotations.Nullable;

/**
 * A Task state.
 *
 * @param header what every state has
 * @param dataFlow its paths and templates
 * @param resource the {@code Resource}
 * @param credentials the {@code Credentials} template; null when absent
 * @param timeoutSeconds {@code TimeoutSeconds} or {@code TimeoutSecondsPath}; null when absent
 * @param heartbeatSeconds {@code HeartbeatSeconds} or {@code HeartbeatSecondsPath}; null when absent
 * @param errorHandling its Retry and Catch
 */
@API(status = API.Status.EXPERIMENTAL, since = "0.1")
public record TaskState(
        StateHeader header,
        DataFlow dataFlow,
        TaskResource resource,
        @Nullable PayloadTemplate credentials,
        @Nullable Expression timeoutSeconds,
        @Nullable Expression heartbeatSeconds,
        ErrorHandling errorHandling)
        implements State {

    @Override
    public List<Transition> transitions() {
        return Transitions.nextAndCatchers(header, errorHandling.catchers());
    }

    @Override
    public <T> T accept(StateVisitor<T> visitor) {
        return visitor.visit(this);
    }
}
