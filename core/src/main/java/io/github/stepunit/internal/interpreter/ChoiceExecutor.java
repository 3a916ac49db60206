package io.github.stepunit.internal.interpreter;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.stepunit.definition.ChoiceRule;
import io.github.stepunit.definition.ChoiceState;
import io.github.stepunit.expression.EvaluationException;
import io.github.stepunit.history.Trace;
import java.util.List;
import java.util.stream.IntStream;

/** Goes on with the first rule that matches, else with the Default. */
final class ChoiceExecutor implements StateExecutor {

    private static final Trace DEFAULT_TAKEN = new Trace.DefaultTaken();

    private final ChoiceState state;
    private final List<Pipeline> rules;
    private final List<Trace> ruleMatched;

    ChoiceExecutor(ChoiceState state, Pipeline pipeline) {
        this.state = state;
        this.rules = state.choices().stream().map(pipeline::ofRule).toList();
        this.ruleMatched = IntStream.range(0, state.choices().size())
                .<Trace>mapToObj(Trace.RuleMatched::new)
                .toList();
    }

    @Override
    public void execute(Visit visit) {
        JsonNode effectiveInput = visit.effectiveInput();
        VisitScope scope = visit.scope(effectiveInput);
        List<ChoiceRule> choices = state.choices();
        for (int i = 0; i < choices.size(); i++) {
            ChoiceRule rule = choices.get(i);
            if (Conditions.holds(rule.condition(), scope)) {
                visit.succeedTo(effectiveInput, rules.get(i), rule.next(), ruleMatched.get(i));
                return;
            }
        }
        if (state.defaultState() == null) {
            // The spec says States.NoChoiceMatched; AWS raises this, which nothing catches.
            throw new EvaluationException(
                    StateError.RUNTIME,
                    "Failed to transition out of the state. The state does not point to a next state.");
        }
        visit.succeedTo(effectiveInput, visit.planned().pipeline(), state.defaultState(), DEFAULT_TAKEN);
    }
}
