package io.github.stepunit.validation;

import io.github.stepunit.definition.Diagnostic;
import io.github.stepunit.definition.InvalidDefinitionException;
import io.github.stepunit.definition.ProblemReport;
import io.github.stepunit.definition.StateMachineDefinition;
import io.github.stepunit.definition.StateMachineType;
import io.github.stepunit.json.SourceLocation;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apiguardian.api.API;

/**
 * Says what AWS would refuse about a definition, and what it accepts that is a mistake all the same. Immutable.
 *
 * <pre>{@code
 * ValidationResult result = Validator.standard()
 *         .without(WarningCode.CHOICE_WITHOUT_DEFAULT)
 *         .with(WarningCode.TASK_WITHOUT_TIMEOUT)
 *         .validate("orders.asl.json", text, StateMachineType.STANDARD);
 * }</pre>
 *
 * <p>A definition can switch off a warning itself: {@code stepunit:off CODE} in the {@code Comment} of the machine or of a
 * state.
 */
@API(status = API.Status.EXPERIMENTAL, since = "0.1")
public final class Validator {

    private static final Validator STANDARD = new Validator(WarningCode.defaults(), Map.of());

    private final Set<WarningCode> codes;
    private final Map<String, Set<WarningCode>> suppressed;

    private Validator(Set<WarningCode> codes, Map<String, Set<WarningCode>> suppressed) {
        this.codes = Collections.unmodifiableSet(codes);
        this.suppressed = Map.copyOf(suppressed);
    }

    /** Looks for all that is reported by default. */
    public static Validator standard() {
        return STANDARD;
    }

    /** Looks for what AWS refuses only. */
    public static Validator errorsOnly() {
        return new Validator(EnumSet.noneOf(WarningCode.class), Map.of());
    }

    /** Looks for these too, also when they are not reported by default. */
    public Validator with(WarningCode... more) {
        Set<WarningCode> all = copy();
        all.addAll(Arrays.asList(more));
        return new Validator(all, suppressed);
    }

    /** Does not look for these. */
    public Validator without(WarningCode... fewer) {
        Set<WarningCode> rest = copy();
        rest.removeAll(Arrays.asList(fewer));
        return new Validator(rest, suppressed);
    }

    /** Does not look for these in that state, nor in the states inside it. */
    public Validator withoutAt(String state, WarningCode... fewer) {
        Map<String, Set<WarningCode>> more = new HashMap<>(suppressed);
        Set<WarningCode> ofState = EnumSet.noneOf(WarningCode.class);
        ofState.addAll(more.getOrDefault(state, Set.of()));
        ofState.addAll(Arrays.asList(fewer));
        more.put(state, ofState);
        return new Validator(codes, more);
    }

    private Set<WarningCode> copy() {
        Set<WarningCode> copy = EnumSet.noneOf(WarningCode.class);
        copy.addAll(codes);
        return copy;
    }

    /**
     * Validates text.
     *
     * @param source the file or other origin, as it is shown to the user
     * @param text the definition in ASL JSON
     * @param type the type of state machine, which decides what is allowed
     */
    public ValidationResult validate(String source, String text, StateMachineType type) {
        try {
            return validate(StateMachineDefinition.parse(source, text, type), type);
        } catch (InvalidDefinitionException e) {
            return ValidationResult.of(source, e);
        }
    }

    /** Validates a definition that has been parsed for that type, and thus has no errors. */
    public ValidationResult validate(StateMachineDefinition definition, StateMachineType type) {
        Machine machine = Machine.of(definition, type);
        Findings findings = new Findings(definition.sourceMap(), Suppressions.of(suppressed, machine));
        for (Rule rule : Rules.ALL) {
            if (codes.contains(rule.code())) {
                rule.check(machine, findings);
            }
        }
        List<Diagnostic> all = new ArrayList<>(findings.diagnostics());
        definition.notes().stream()
                .filter(note -> codes.stream().anyMatch(code -> code.name().equals(note.code())))
                .filter(note -> all.stream().noneMatch(each -> saysTheSame(each, note)))
                .toList()
                .forEach(all::add);
        List<Diagnostic> sorted = ProblemReport.sorted(all);
        return new ValidationResult(
                definition.sourceMap().source(),
                sorted,
                sorted.isEmpty() ? "" : ProblemReport.render(definition.sourceMap(), sorted));
    }

    /** Rules see what is left in the definition, the loader sees what it made up; both of them a placeholder that stayed. */
    private static boolean saysTheSame(Diagnostic finding, Diagnostic note) {
        SourceLocation one = finding.location();
        SourceLocation other = note.location();
        return finding.code().equals(note.code())
                && one != null
                && other != null
                && one.source().equals(other.source())
                && one.line() == other.line();
    }
}
