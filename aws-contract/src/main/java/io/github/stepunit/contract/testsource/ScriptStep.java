package io.github.stepunit.contract.testsource;

import java.util.ArrayList;
import java.util.List;

/**
 * Equal answers one after the other.
 *
 * @param answer the answer itself, then what describes it
 * @param times how many calls get it
 */
record ScriptStep(List<ScriptCall> answer, int times) {

    ScriptStep {
        answer = List.copyOf(answer);
    }

    /** Equal neighbours together. */
    static List<ScriptStep> compressed(List<List<ScriptCall>> answers) {
        List<ScriptStep> steps = new ArrayList<>();
        for (List<ScriptCall> answer : answers) {
            int last = steps.size() - 1;
            if (last >= 0 && steps.get(last).answer().equals(answer)) {
                steps.set(last, new ScriptStep(answer, steps.get(last).times() + 1));
            } else {
                steps.add(new ScriptStep(answer, 1));
            }
        }
        return steps;
    }
}
