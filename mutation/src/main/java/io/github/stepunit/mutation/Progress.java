package io.github.stepunit.mutation;

import java.io.PrintWriter;
import java.util.EnumMap;
import java.util.Locale;
import java.util.Map;

/** Tells people how far it is. The only class that looks at the clock on the wall. */
final class Progress {

    /** So often at most. */
    private static final int LINES = 10;

    private final PrintWriter out;
    private final Map<MutantStatus, Integer> counts = new EnumMap<>(MutantStatus.class);
    private int toRun;
    private int done;
    private long begin;

    Progress(PrintWriter out) {
        this.out = out;
    }

    void testsBegin() {
        out.println("Running the tests without any mutant …");
        begin = System.nanoTime();
    }

    void mutantsBegin(int tests, int walking, int definitions, int generated, int chosen) {
        out.printf(
                Locale.ROOT,
                "%s in %.1f s, %d of them run a state machine. %s of %s%s.%n",
                Counted.of(tests, "test"),
                seconds(),
                walking,
                Counted.of(generated, "mutant"),
                Counted.of(definitions, "state machine"),
                chosen < generated ? ", " + chosen + " of them drawn to be run" : "");
        toRun = chosen;
        begin = System.nanoTime();
    }

    void judged(MutantStatus status) {
        counts.merge(status, 1, Integer::sum);
        done++;
        if (done * LINES / toRun > (done - 1) * LINES / toRun) {
            tell();
        }
    }

    private void tell() {
        out.printf(
                Locale.ROOT,
                "  %d of %d mutants: %d killed, %d survived, %d not covered (%.0f a minute)%n",
                done,
                toRun,
                counts.getOrDefault(MutantStatus.KILLED, 0) + counts.getOrDefault(MutantStatus.TIMEOUT, 0),
                counts.getOrDefault(MutantStatus.SURVIVED, 0),
                counts.getOrDefault(MutantStatus.NO_COVERAGE, 0),
                done * 60 / Math.max(0.001, seconds()));
    }

    void end() {
        out.flush();
    }

    private double seconds() {
        return (System.nanoTime() - begin) / 1e9;
    }
}
