package io.github.stepunit.definition;

import java.util.ArrayList;
import java.util.List;
import org.apiguardian.api.API;
import org.jspecify.annotations.Nullable;

/**
 * A Choice state. Its own {@code Assign} and {@code Output} are used only when the Default is taken.
 *
 * @param header what every state has
 * @param dataFlow its paths or templates
 * @param choices at least one rule; the first that matches wins
 * @param defaultState target of {@code Default}; null when absent
 */
@API(status = API.Status.EXPERIMENTAL, since = "0.1")
public record ChoiceState(
        StateHeader header, DataFlow dataFlow, List<ChoiceRule> choices, @Nullable String defaultState)
        implements State {

    public ChoiceState {
        choices = List.copyOf(choices);
    }

    @Override
    public List<Transition> transitions() {
        List<Transition> all = new ArrayList<>();
        for (int i = 0; i < choices.size(); i++) {
            ChoiceRule rule = choices.get(i);
            all.add(new Transition(
                    Transition.Kind.CHOICE_RULE, i, rule.next(), rule.pointer().field("Next")));
        }
        if (defaultState != null) {
            all.add(new Transition(
                    Transition.Kind.DEFAULT, 0, defaultState, pointer().field("Default")));
        }
        return List.copyOf(all);
    }

    @Override
    public <T> T accept(StateVisitor<T> visitor) {
        return visitor.visit(this);
    }
}
