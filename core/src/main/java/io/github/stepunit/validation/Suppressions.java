package io.github.stepunit.validation;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Which warnings are switched off where: by the settings of a validator, and by {@code stepunit:off CODE, CODE} in a
 * {@code Comment}, that of the machine for all of it and that of a state for the state and what is inside it.
 */
record Suppressions(Map<String, Set<WarningCode>> byState, Set<WarningCode> ofMachine) {

    private static final Pattern OFF = Pattern.compile("stepunit:off((?:[\\s,]+[A-Z][A-Z_]+)+)");

    /** The settings of the validator, with what the machine's own comment says. */
    static Suppressions of(Map<String, Set<WarningCode>> byState, Machine machine) {
        Set<WarningCode> ofMachine = new HashSet<>(named(machine.definition().comment()));
        Map<String, Set<WarningCode>> all = new HashMap<>(byState);
        for (StateNode state : machine.states()) {
            Set<WarningCode> own = new HashSet<>(all.getOrDefault(state.name(), Set.of()));
            own.addAll(named(state.state().header().comment()));
            all.put(state.name(), own);
        }
        return new Suppressions(all, ofMachine);
    }

    private static Set<WarningCode> named(@Nullable String comment) {
        Set<WarningCode> codes = new HashSet<>();
        Matcher off = OFF.matcher(comment == null ? "" : comment);
        while (off.find()) {
            for (String word : off.group(1).strip().split("[\\s,]+", -1)) {
                for (WarningCode code : WarningCode.values()) {
                    if (code.name().equals(word)) {
                        codes.add(code);
                    }
                }
            }
        }
        return codes;
    }

    boolean covers(WarningCode code) {
        return ofMachine.contains(code);
    }

    boolean covers(WarningCode code, StateNode state) {
        for (@Nullable StateNode each = state; each != null; each = each.scope().owner()) {
            if (byState.getOrDefault(each.name(), Set.of()).contains(code)) {
                return true;
            }
        }
        return covers(code);
    }
}
