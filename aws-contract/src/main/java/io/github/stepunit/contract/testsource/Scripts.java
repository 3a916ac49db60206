package io.github.stepunit.contract.testsource;

import io.github.stepunit.contract.recorded.AnsweredCall;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Makes scripts of the calls that were answered. */
final class Scripts {

    private Scripts() {}

    /** In the order of the first call of each state. */
    static List<MockScript> of(List<AnsweredCall> calls, Kept kept) {
        Map<String, Map<String, List<List<ScriptCall>>>> byState = new LinkedHashMap<>();
        for (AnsweredCall call : calls) {
            String state = call.stateName();
            String selector = kept.has(Detail.PATH, state) ? call.statePath() : state;
            byState.computeIfAbsent(state, none -> new LinkedHashMap<>())
                    .computeIfAbsent(selector, none -> new ArrayList<>())
                    .add(ScriptedOutcome.calls(call, kept));
        }
        List<MockScript> scripts = new ArrayList<>();
        byState.forEach((state, selectors) -> scripts.addAll(ofState(state, selectors)));
        return scripts;
    }

    /** What most iterations answer is said once, for the state; the others are named. */
    private static List<MockScript> ofState(String state, Map<String, List<List<ScriptCall>>> selectors) {
        List<MockScript> scripts = new ArrayList<>();
        Map<List<ScriptStep>, Integer> often = new LinkedHashMap<>();
        selectors.forEach((selector, answers) -> {
            List<ScriptStep> steps = ScriptStep.compressed(answers);
            scripts.add(new MockScript(state, selector, steps));
            if (steps.size() == 1) {
                List<ScriptStep> alone = List.of(new ScriptStep(steps.get(0).answer(), 1));
                often.merge(alone, 1, Integer::sum);
            }
        });
        List<ScriptStep> common = often.entrySet().stream()
                .filter(each -> each.getValue() > 1)
                .max(Map.Entry.comparingByValue())
                .map(Map.Entry::getKey)
                .orElse(List.of());
        if (common.isEmpty()) {
            return scripts;
        }
        List<MockScript> shared = new ArrayList<>(List.of(new MockScript(state, state, common)));
        scripts.stream()
                .filter(script -> script.steps().size() > 1
                        || !script.steps().get(0).answer().equals(common.get(0).answer()))
                .forEach(shared::add);
        return shared;
    }
}
