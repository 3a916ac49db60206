package io.github.stepunit.validation;

import io.github.stepunit.definition.FailState;
import io.github.stepunit.definition.TaskResource;
import io.github.stepunit.definition.TaskState;
import io.github.stepunit.integration.ResourceErrors;
import io.github.stepunit.integration.StatesErrors;
import io.github.stepunit.internal.text.DidYouMean;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** {@code ErrorEquals} with a name that nothing in the state raises: matching is exact, so the entry is dead. */
final class NeverRaisedErrorRule implements Rule {

    @Override
    public WarningCode code() {
        return WarningCode.ERROR_NEVER_RAISED;
    }

    @Override
    public void check(Machine machine, Findings findings) {
        Map<TaskResource, ResourceErrors> known = new HashMap<>();
        for (StateNode state : machine.states()) {
            List<ErrorEntry> entries = ErrorEntry.of(state);
            if (!entries.isEmpty()) {
                check(state, entries, new Raised(machine, state, known), findings);
            }
        }
    }

    private void check(StateNode state, List<ErrorEntry> entries, Raised raised, Findings findings) {
        for (ErrorEntry entry : entries) {
            for (int i = 0; i < entry.errors().size(); i++) {
                String error = entry.errors().get(i);
                if (!raised.includes(error)) {
                    findings.report(
                            code(), state, entry.atError(i), raised.source() + error + ".", remedy(error, raised));
                }
            }
        }
    }

    private static String remedy(String error, Raised raised) {
        List<String> close = raised.closest(error);
        if (!close.isEmpty()) {
            return "Did you mean \"" + close.get(0) + "\"?";
        }
        return "Names are compared exactly. See what the resource raises, or catch States.TaskFailed.";
    }

    /** What can come out of one state as an error. */
    private static final class Raised {

        private final StateNode state;
        private final Map<TaskResource, ResourceErrors> known;
        private final List<ResourceErrors> resources = new ArrayList<>();
        private final List<String> ofFailStates = new ArrayList<>();
        private boolean any;

        Raised(Machine machine, StateNode state, Map<TaskResource, ResourceErrors> known) {
            this.state = state;
            this.known = known;
            // What a child execution of a Distributed Map fails with does not come out: the Map has errors of its own.
            if (!state.isDistributedMap()) {
                collect(machine, state);
            }
        }

        private void collect(Machine machine, StateNode from) {
            if (from.state() instanceof TaskState task) {
                resources.add(known.computeIfAbsent(task.resource(), TaskResource::errors));
            }
            if (from.state() instanceof FailState) {
                String error = from.field("Error").asText("");
                ofFailStates.add(error);
                any |= from.hasAny("ErrorPath") || error.startsWith("{%");
            }
            machine.scopesInside(from).forEach(scope -> scope.states().forEach(inner -> collect(machine, inner)));
        }

        boolean includes(String error) {
            if (error.startsWith("States.") && !error.startsWith("States.Http.")) {
                return StatesErrors.isKnown(error) || ofFailStates.contains(error);
            }
            return any || ofFailStates.contains(error) || resources.stream().anyMatch(each -> each.canRaise(error));
        }

        /** The beginning of a sentence that ends with the name of the error. */
        String source() {
            return state.state() instanceof TaskState task
                    ? task.resource().arn() + " never raises "
                    : "Nothing in state " + state.name() + " raises ";
        }

        List<String> closest(String error) {
            List<String> close = new ArrayList<>();
            if (error.startsWith("State")) {
                close.addAll(StatesErrors.closest(error));
            }
            resources.stream()
                    .map(each -> each.closest(error).stream().findFirst())
                    .flatMap(Optional::stream)
                    .forEach(close::add);
            close.addAll(DidYouMean.closest(error, ofFailStates));
            return close;
        }
    }
}
