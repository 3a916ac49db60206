package io.github.stepunit.contract.testsource;

import io.github.stepunit.Execution;
import io.github.stepunit.StateMachine;
import io.github.stepunit.contract.recorded.AnsweredCall;
import io.github.stepunit.contract.recorded.ReplayResult;
import io.github.stepunit.task.TaskOutcome;
import io.github.stepunit.task.TaskOutcome.Answer;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Leaves out of a test what it does not need: each candidate is run, and taken only when all that the test claims still
 * holds. So what is left is what matters.
 */
final class Simplification {

    /** Candidates cost a run each. */
    private static final int MOST_RUNS = 200;

    private final ReplayResult replay;
    private final StateMachine machine;
    private final List<Claim> claims;
    private int runs;

    Simplification(ReplayResult replay, StateMachine machine, List<Claim> claims) {
        this.replay = replay;
        this.machine = machine;
        this.claims = claims;
    }

    /** The simplest scenario that was found for which all claims hold; null when they do not hold for any. */
    @Nullable
    Scenario simplest() {
        Scenario plain = holding(Kept.nothing());
        if (plain != null) {
            return plain;
        }
        Kept kept = everything(replay);
        Scenario best = holding(kept);
        if (best == null) {
            return null;
        }
        for (Detail detail : Detail.values()) {
            Kept without = kept.without(key -> key.detail() == detail);
            Scenario simpler = holding(without);
            if (simpler != null) {
                kept = without;
                best = simpler;
                continue;
            }
            for (Kept.Key key : List.copyOf(kept.keys()).stream()
                    .filter(each -> each.detail() == detail)
                    .sorted(Comparator.comparing(Kept.Key::state))
                    .toList()) {
                Kept withoutOne = kept.without(key::equals);
                Scenario withOneLess = runs < MOST_RUNS ? holding(withoutOne) : null;
                if (withOneLess != null) {
                    kept = withoutOne;
                    best = withOneLess;
                }
            }
        }
        return best;
    }

    private @Nullable Scenario holding(Kept kept) {
        runs++;
        Scenario scenario = Scenario.of(replay, kept);
        Execution execution = scenario.run(machine);
        return execution != null
                        && claims.stream().allMatch(claim -> claim.holds().test(execution))
                ? scenario
                : null;
    }

    /** All details that the recording has. */
    static Kept everything(ReplayResult replay) {
        Set<Kept.Key> keys = new LinkedHashSet<>();
        for (Detail detail : List.of(Detail.TEXT, Detail.START, Detail.NAMES, Detail.ROLE)) {
            keys.add(new Kept.Key(detail, ""));
        }
        for (AnsweredCall call : replay.calls()) {
            add(call, keys);
        }
        return new Kept(keys);
    }

    private static void add(AnsweredCall call, Set<Kept.Key> keys) {
        String state = call.stateName();
        TaskOutcome outcome = call.outcome();
        if (outcome.answer() instanceof Answer.Succeeded) {
            keys.add(new Kept.Key(Detail.TEXT, state));
            keys.add(new Kept.Key(Detail.ENVELOPE, state));
        }
        if (outcome.answer() instanceof Answer.Failed failed
                && failed.cause() != null
                && failed.cause().length() > ScriptedOutcome.LONG_CAUSE) {
            keys.add(new Kept.Key(Detail.LONG_CAUSE, state));
        }
        if (!outcome.latency().isZero()) {
            keys.add(new Kept.Key(Detail.LATENCY, state));
            keys.add(new Kept.Key(Detail.EXACT_LATENCY, state));
        }
        if (!outcome.heartbeats().isEmpty()) {
            keys.add(new Kept.Key(Detail.HEARTBEATS, state));
        }
        if (outcome.submitOutput() != null) {
            keys.add(new Kept.Key(Detail.SUBMITTED, state));
        }
        if (ScriptedOutcome.isPickedUp(outcome)) {
            keys.add(new Kept.Key(Detail.PICK_UP, state));
        }
        if (!call.statePath().equals(state)) {
            keys.add(new Kept.Key(Detail.PATH, state));
        }
    }
}
