package io.github.stepunit.definition;

import io.github.stepunit.expression.Expression;
import io.github.stepunit.expression.PayloadTemplate;
import java.util.List;
import org.apiguardian.api.API;
import org.jspecify.annotations.Nullable;

/**
 * A Map state, inline or distributed.
 *
 * @param header what every state has
 * @param dataFlow its paths and templates ({@code Parameters} is the legacy name of ItemSelector and stands there)
 * @param items {@code ItemsPath}, by default {@code $}, or {@code Items}; null when a JSONata state has none: its input
 *     is the items
 * @param itemSelector {@code ItemSelector}, or {@code Parameters} in its legacy meaning; null when absent
 * @param processor {@code ItemProcessor} or {@code Iterator}
 * @param maxConcurrency {@code MaxConcurrency} or {@code MaxConcurrencyPath}; null when absent
 * @param toleratedFailurePercentage the literal or the path; null when absent
 * @param toleratedFailureCount the literal or the path; null when absent
 * @param errorHandling its Retry and Catch
 * @param distribution what makes it a Distributed Map; null for an inline one
 */
@API(status = API.Status.EXPERIMENTAL, since = "0.1")
public record MapState(
        StateHeader header,
        DataFlow dataFlow,
        @Nullable Expression items,
        @Nullable PayloadTemplate itemSelector,
        StateGraph processor,
        @Nullable Expression maxConcurrency,
        @Nullable Expression toleratedFailurePercentage,
        @Nullable Expression toleratedFailureCount,
        ErrorHandling errorHandling,
        @Nullable Distribution distribution)
        implements State {

    @Override
    public List<Transition> transitions() {
        return Transitions.nextAndCatchers(header, errorHandling.catchers());
    }

    @Override
    public List<StateGraph> graphs() {
        return List.of(processor);
    }

    @Override
    public <T> T accept(StateVisitor<T> visitor) {
        return visitor.visit(this);
    }
}
