package io.github.stepunit.explanation;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.stepunit.definition.ChoiceState;
import io.github.stepunit.definition.JsonPathDataFlow;
import io.github.stepunit.history.StateVisit;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Which rules of a Choice state were tried with which values. */
final class ChoiceExplainer {

    private static final int SHOWN = 8;

    private ChoiceExplainer() {}

    static List<String> explain(ChoiceState state, StateVisit visit, SeenScope scope) {
        Integer matched = visit.matchedRule();
        List<String> lines = new ArrayList<>();
        int tried = matched == null ? state.choices().size() : matched + 1;
        lines.add("\"" + visit.path() + "\" " + headline(state, visit, matched));
        // Of many rules the last ones: the one that matched is among them.
        int from = Math.max(0, tried - SHOWN);
        if (from > 0) {
            lines.add("  rules 0 to " + (from - 1) + ", no");
        }
        for (int i = from; i < tried; i++) {
            boolean yes = matched != null && matched == i;
            lines.add("  rule " + i + (yes ? ", yes: " : visit.tookDefault() || matched != null ? ", no: " : ": ")
                    + ConditionText.of(state.choices().get(i).condition(), scope));
        }
        return lines;
    }

    private static String headline(ChoiceState state, StateVisit visit, @Nullable Integer matched) {
        if (matched != null) {
            return "went to \"" + state.choices().get(matched).next() + "\" by rule " + matched + ":";
        }
        if (visit.tookDefault()) {
            return "went to \"" + state.defaultState() + "\" by its Default, as no rule matched:";
        }
        return state.defaultState() == null
                ? "failed: it has no Default, and no rule matched or one could not be tried:"
                : "failed, as a rule could not be tried:";
    }

    /** What the rules see as {@code $}, when it was not recorded. */
    static JsonNode input(ChoiceState state, StateVisit visit) {
        if (state.dataFlow() instanceof JsonPathDataFlow flow && flow.inputPath() != null) {
            JsonNode found = flow.inputPath().findIn(visit.input());
            return found == null ? visit.input() : found;
        }
        return visit.input();
    }
}
