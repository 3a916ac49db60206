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
import org.junit.jupiter.api.Test;

/** The recorded executions of the conformance data set, replayed. */
class RecordingsReplayTest {

    private static final int MUTANTS_PER_RECORDING = 30;

    private static ReplayResult replay(Conformance recording, StateMachine machine) {
        return recording.settings(Replay.of(machine)).replay(recording.recording());
    }

    @Test
    void each_replays_against_its_own_definition() {
        List<String> diverging = new ArrayList<>();
        int events = 0;
        List<Conformance> recordings = Conformance.replayable();
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

    /** What is in S3 and in histories of children nobody knows; it is told, and all else is the same. */
    @Test
    void those_with_a_distributed_map_replay_as_far_as_their_histories_tell() {
        List<String> diverging = new ArrayList<>();
        int whole = 0;
        List<Conformance> recordings = Conformance.distributed();
        for (Conformance each : recordings) {
            // The data set does not tell the label, which AWS has made up.
            ReplayResult result = each.settings(Replay.of(each.machine()))
                    .ignoringMembers("mapRunArn")
                    .replay(each.recording());
            boolean ended = result.replayed().status() == result.recorded().status();
            whole += ended ? 1 : 0;
            if (!result.isSame() || ended != result.notReplayed().isEmpty()) {
                diverging.add(each.id() + "\n" + result.describe());
            }
        }

        System.out.println("replay: " + whole + " of " + recordings.size()
                + " recordings with a Distributed Map replay to their end, the others as far as they are told");
        assertThat(diverging).isEmpty();
        assertThat(whole).isPositive();
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
        for (Conformance each : Conformance.replayable()) {
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
