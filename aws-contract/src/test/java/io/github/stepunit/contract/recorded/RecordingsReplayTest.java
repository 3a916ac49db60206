package io.github.stepunit.contract.recorded;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.stepunit.StateMachine;
import io.github.stepunit.definition.InvalidDefinitionException;
import io.github.stepunit.json.JsonText;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** The recorded executions of the conformance data set, replayed. */
class RecordingsReplayTest {

    /** What the data set shows instead of times and quoted JSON, and what stands there in truth. */
    private static final Pattern MASKED = Pattern.compile(
            "\\d{4}-\\d\\d-\\d\\dT\\d\\d:\\d\\d:\\d\\d(\\.\\d+)?(Z|[+-]\\d\\d:?\\d\\d)|\\bdate(time)?\\b"
                    + "|'(\\{.*}|<json-input:\\d+>)'");

    /** As in the core's own suite: the recording and the definition of the data set do not belong together. */
    private static final Set<String> DEVIATIONS = Set.of(
            // recorded in October 2023, before AWS added RedriveCount to the context object
            "scenarios/test_base_scenarios.test_lambda_invoke_with_retry_extended_input",
            "scenarios/test_base_scenarios.test_lambda_service_invoke_with_retry_extended_input",
            // the definition was rebuilt by the makers of the data set
            "services/test_ecs_task_service.test_run_task_sync",
            "services/test_ecs_task_service.test_run_task_raise_failure");

    private static final int MUTANTS_PER_RECORDING = 30;

    /** Without those whose ids the data set has lost ("Parallel normalised"), which are no histories. */
    private static List<Conformance> recordings() {
        return Conformance.required().stream()
                .filter(each -> !each.hasLostIds() && !each.usesDistributedMap())
                .filter(each -> !DEVIATIONS.contains(each.id()))
                .toList();
    }

    private static ReplayResult replay(Conformance recording, StateMachine machine) {
        return Replay.of(machine)
                .ignoringTexts(MASKED)
                .ignoringMembers(recording.unknownMembers())
                .replay(recording.recording());
    }

    @Test
    void each_replays_against_its_own_definition() {
        List<String> diverging = new ArrayList<>();
        int events = 0;
        List<Conformance> recordings = recordings();
        for (Conformance each : recordings) {
            ReplayResult result = replay(each, each.machine());
            events += result.recorded().history().events().size();
            if (!result.isSame()) {
                diverging.add(each.id() + "\n" + result.describe());
            }
        }

        System.out.println("replay: " + (recordings.size() - diverging.size()) + " of " + recordings.size()
                + " recordings replay against their own definition without divergence, " + events + " events");
        assertThat(diverging).isEmpty();
    }

    /**
     * What a mutant alters is told by comparing the histories of two runs as texts: that of the definition and that of the
     * mutant. The replay must report the mutant at the first event where those differ.
     */
    @Test
    void a_changed_definition_is_reported_at_the_right_event() {
        Random random = new Random(20261125);
        int altering = 0;
        int reported = 0;
        List<String> missed = new ArrayList<>();
        for (Conformance each : recordings()) {
            List<Mutant> mutants = new ArrayList<>(Mutant.of(each.definition()));
            Collections.shuffle(mutants, random);
            List<JsonNode> original = events(replay(each, each.machine()));
            for (Mutant mutant : mutants.subList(0, Math.min(MUTANTS_PER_RECORDING, mutants.size()))) {
                StateMachine machine;
                try {
                    machine = StateMachine.of(mutant.definition());
                } catch (InvalidDefinitionException refused) {
                    continue;
                }
                ReplayResult result = replay(each, machine);
                int at = firstDifference(original, events(result));
                if (at < 0) {
                    assertThat(result.divergences())
                            .as(each.id() + " " + mutant.what())
                            .isEmpty();
                    continue;
                }
                altering++;
                if (isReportedAt(result, at, original.size())) {
                    reported++;
                } else {
                    missed.add(each.id() + " " + mutant.what() + ": altered at event " + (at + 1) + "\n"
                            + result.describe());
                }
            }
        }

        System.out.println("replay of mutants: " + reported + " of " + altering
                + " changes that alter behaviour on the path are reported at the right event");
        missed.stream().limit(20).forEach(System.out::println);
        assertThat(altering).isGreaterThan(700);
        assertThat(reported).isGreaterThanOrEqualTo((int) Math.ceil(altering * 0.95));
    }

    private static boolean isReportedAt(ReplayResult result, int index, int length) {
        Divergence first = result.firstDivergence().orElse(null);
        if (first == null) {
            return false;
        }
        return first.recorded() == null ? index >= length : first.recorded().id() == index + 1;
    }

    private static List<JsonNode> events(ReplayResult result) {
        List<JsonNode> events = new ArrayList<>();
        JsonText.parseWithoutText(result.replayed().history().toJson())
                .path("events")
                .forEach(event -> {
                    ((ObjectNode) event).remove("timestamp");
                    events.add(event);
                });
        return events;
    }

    private static int firstDifference(List<JsonNode> one, List<JsonNode> other) {
        for (int i = 0; i < Math.max(one.size(), other.size()); i++) {
            if (i >= one.size() || i >= other.size() || !one.get(i).equals(other.get(i))) {
                return i;
            }
        }
        return -1;
    }
}
