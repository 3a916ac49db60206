package io.github.stepunit.validation;

import io.github.stepunit.json.JsonPointer;
import io.github.stepunit.validation.Texts.Text;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Workflow variables whose assignment is pointless, or refused. */
final class VariableRules {

    private VariableRules() {}

    static Rule neverRead() {
        return new Rule() {
            @Override
            public WarningCode code() {
                return WarningCode.VARIABLE_NEVER_READ;
            }

            @Override
            public void check(Machine machine, Findings findings) {
                List<Text> texts = Texts.in(machine.json(), JsonPointer.ROOT);
                Map<String, Boolean> read = new HashMap<>();
                for (StateNode state : machine.states()) {
                    new Assignments(state).all().forEach((name, at) -> {
                        if (!read.computeIfAbsent(name, each -> isMentioned(each, texts))) {
                            findings.report(
                                    code(),
                                    state,
                                    at,
                                    "Nothing reads the variable $" + name + ".",
                                    "Remove it, or check how its readers spell it.");
                        }
                    });
                }
            }
        };
    }

    private static boolean isMentioned(String name, List<Text> texts) {
        Pattern mention = Pattern.compile("\\$" + Pattern.quote(name) + "(?![\\p{L}\\p{N}_])");
        return texts.stream().anyMatch(each -> mention.matcher(each.text()).find());
    }

    static Rule duplicateName() {
        return new Rule() {
            @Override
            public WarningCode code() {
                return WarningCode.DUPLICATE_VARIABLE_NAME;
            }

            @Override
            public void check(Machine machine, Findings findings) {
                Map<Scope, Map<String, JsonPointer>> assigned = new HashMap<>();
                for (Scope scope : machine.scopes()) {
                    Map<String, JsonPointer> names = new HashMap<>();
                    scope.states().forEach(state -> new Assignments(state).all().forEach(names::putIfAbsent));
                    assigned.put(scope, names);
                }
                machine.states().forEach(state -> check(state, assigned, findings));
            }

            private void check(StateNode state, Map<Scope, Map<String, JsonPointer>> assigned, Findings findings) {
                new Assignments(state).all().forEach((name, at) -> {
                    for (Scope outer = outer(state.scope()); outer != null; outer = outer(outer)) {
                        JsonPointer first =
                                assigned.getOrDefault(outer, Map.of()).get(name);
                        if (first != null) {
                            findings.report(
                                    code(),
                                    state,
                                    at,
                                    "$" + name + " is a variable of an outer scope, assigned at "
                                            + first.toAwsLocation() + ": an inner scope can only read it.",
                                    "Choose another name, or return the value as the result of the inner states.");
                            return;
                        }
                    }
                });
            }
        };
    }

    /** The scope whose variables are seen in this one; the child executions of a Distributed Map see none. */
    static @Nullable Scope outer(Scope scope) {
        StateNode owner = scope.owner();
        return owner == null || owner.isDistributedMap() ? null : owner.scope();
    }
}
