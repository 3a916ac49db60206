package io.github.stepunit.fault;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Deque;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import org.apiguardian.api.API;
import org.jspecify.annotations.Nullable;

/**
 * The runs of a sweep, one after the other: each is made when the one before it is over, of what that has shown. First
 * the run without a fault; when it has passed, one for each fault, in the order of the Tasks. A fault whose Task was tried
 * again comes once more, at every attempt. When there are more faults than the sweep may run, those of the first visit of
 * each state come first.
 */
@API(status = API.Status.INTERNAL, since = "0.1")
public final class FaultRuns implements Iterator<FaultRun> {

    private final FaultSettings settings;
    private final Deque<Fault> waiting = new ArrayDeque<>();
    private @Nullable FaultRun last;
    private int started;
    private boolean planned;

    /** None of them has begun. */
    public FaultRuns(FaultSettings settings) {
        this.settings = settings;
    }

    @Override
    public boolean hasNext() {
        learn();
        return last == null || (!waiting.isEmpty() && started < settings.max());
    }

    /** The next run; the one before it must be over. */
    @Override
    public FaultRun next() {
        if (!hasNext()) {
            throw new NoSuchElementException();
        }
        if (last == null) {
            last = new FaultRun(settings, null);
        } else {
            started++;
            last = new FaultRun(settings, waiting.remove());
        }
        return last;
    }

    /** How many faults were left out, once there is no next run. */
    public int leftOut() {
        return waiting.size();
    }

    private void learn() {
        FaultRun run = last;
        if (run == null) {
            return;
        }
        Fault fault = run.fault();
        if (fault != null) {
            if (run.wasRetried() && fault.canPersist() && !run.isLearnt()) {
                waiting.addFirst(fault.atEveryAttempt());
            }
        } else if (!planned && run.hasPassed()) {
            planned = true;
            plan(run.faults());
        }
        run.learnt();
    }

    private void plan(List<List<Fault>> faults) {
        List<Planned> all = new ArrayList<>();
        Map<String, Integer> rounds = new HashMap<>();
        for (List<Fault> ofVisit : faults) {
            int round = ofVisit.isEmpty()
                    ? 0
                    : rounds.merge(withoutIndexes(ofVisit.get(0).statePath()), 1, Integer::sum);
            ofVisit.forEach(fault -> all.add(new Planned(round, fault)));
        }
        if (all.size() > settings.max()) {
            all.sort(Comparator.comparingInt(Planned::round));
        }
        all.forEach(each -> waiting.add(each.fault()));
    }

    private static String withoutIndexes(String path) {
        return path.replaceAll("\\[\\d+](?=/)", "");
    }

    /** @param round which visit of its state it hits, branches and iterations counted together */
    private record Planned(int round, Fault fault) {}
}
