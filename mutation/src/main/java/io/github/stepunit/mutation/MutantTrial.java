package io.github.stepunit.mutation;

import io.github.stepunit.ExecutionStuckException;
import java.time.Duration;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Runs tests against a mutant until one notices. */
final class MutantTrial {

    private static final int LONGEST_REASON = 400;
    private static final int FEW = 4;

    private final TestRunner runner;
    private final Originals originals;
    private final Duration limit;
    private final Set<TestUnit> unreliable = new LinkedHashSet<>();

    MutantTrial(TestRunner runner, Originals originals, Duration limit) {
        this.runner = runner;
        this.originals = originals;
        this.limit = limit;
    }

    /**
     * What tests say of a mutant.
     *
     * @param status what became of it
     * @param ran the test, or the template, that was run
     * @param failed what failed: that, what is inside of it, or a container around it
     * @param reason the failure
     * @param testsRun how many ran until then
     */
    record Verdict(MutantStatus status, TestUnit ran, TestUnit failed, String reason, int testsRun) {}

    /** What failed with a mutant and does so without one, too, so that it can tell nothing. */
    Set<TestUnit> unreliable() {
        return unreliable;
    }

    /**
     * Runs tests until one notices; null when none does. The likeliest alone, a few, all others: to start JUnit costs, too.
     *
     * @param toRun the likeliest first
     */
    @Nullable
    Verdict of(List<TestUnit> toRun, MutantWatch watch) {
        int from = 0;
        while (from < toRun.size()) {
            int to = from == 0 ? 1 : from == 1 ? Math.min(toRun.size(), 1 + FEW) : toRun.size();
            Verdict verdict = noticed(toRun.subList(from, to), from, watch);
            if (verdict != null) {
                return verdict;
            }
            from = to;
        }
        return null;
    }

    /** @param before how many were run before */
    private @Nullable Verdict noticed(List<TestUnit> batch, int before, MutantWatch watch) {
        TestLog log = watch.newLog();
        if (!runner.run(batch, log, watch, limit.multipliedBy(batch.size()))) {
            return tooLong(batch, before, watch);
        }
        if (log.failures().isEmpty()) {
            return null;
        }
        Verdict verdict = verdict(log.failures().get(0), batch, before + batch.size());
        if (verdict != null) {
            return verdict;
        }
        // A failure that says nothing has ended those behind it.
        List<TestUnit> others =
                batch.stream().filter(each -> !unreliable.contains(each)).toList();
        return others.isEmpty() ? null : noticed(others, before + batch.size() - others.size(), watch);
    }

    private @Nullable Verdict tooLong(List<TestUnit> batch, int before, MutantWatch watch) {
        if (batch.size() == 1) {
            TestUnit test = batch.get(0);
            return isReliable(test) ? new Verdict(MutantStatus.TIMEOUT, test, test, tooLong(test), before + 1) : null;
        }
        for (int i = 0; i < batch.size(); i++) {
            Verdict verdict = noticed(List.of(batch.get(i)), before + i, watch);
            if (verdict != null) {
                return verdict;
            }
        }
        return null;
    }

    /** Null when the failure says nothing about the mutant: it is there without it, too. */
    private @Nullable Verdict verdict(TestLog.Failure failure, List<TestUnit> batch, int testsRun) {
        TestUnit failed = failure.test();
        TestUnit ran = batch.stream()
                .filter(each -> failed.isIn(each.id()) || each.isIn(failed.id()))
                .findFirst()
                .orElse(batch.get(0));
        String reason = reason(failure.cause());
        if (failure.cause() instanceof VirtualMachineError || failure.cause() instanceof LinkageError) {
            return new Verdict(MutantStatus.RUNTIME_ERROR, ran, failed, reason, testsRun);
        }
        if (!isReliable(ran)) {
            return null;
        }
        MutantStatus status = isStuck(failure.cause()) ? MutantStatus.TIMEOUT : MutantStatus.KILLED;
        return new Verdict(status, ran, failed, reason, testsRun);
    }

    private boolean isReliable(TestUnit ran) {
        if (originals.of(ran) == null) {
            unreliable.add(ran);
            return false;
        }
        return true;
    }

    private static boolean isStuck(Throwable failure) {
        for (@Nullable Throwable at = failure; at != null; at = at.getCause()) {
            if (at instanceof ExecutionStuckException) {
                return true;
            }
        }
        return false;
    }

    private static String reason(Throwable failure) {
        String text = String.valueOf(failure.getMessage() == null ? failure : failure.getMessage())
                .strip();
        return text.length() <= LONGEST_REASON ? text : text.substring(0, LONGEST_REASON) + "…";
    }

    private String tooLong(TestUnit test) {
        return "After " + limit.toSeconds() + " s of real time " + test.name() + " had not ended.";
    }
}
