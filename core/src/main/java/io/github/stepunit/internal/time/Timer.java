package io.github.stepunit.internal.time;

import java.time.Instant;

/** A piece of work that waits for its instant. */
public final class Timer implements Comparable<Timer> {

    private enum Status {
        LIVE,
        DONE,
        CANCELLED
    }

    private final VirtualScheduler scheduler;
    private final Instant due;
    private final boolean last;
    private final long priority;
    private final long sequence;
    private final Runnable work;
    private Status status = Status.LIVE;

    /** @param priority among the timers of an instant, before the order in which they were made */
    Timer(VirtualScheduler scheduler, Instant due, boolean last, long priority, long sequence, Runnable work) {
        this.scheduler = scheduler;
        this.due = due;
        this.last = last;
        this.priority = priority;
        this.sequence = sequence;
        this.work = work;
    }

    /** When it is due. */
    public Instant due() {
        return due;
    }

    /** Makes it never run. Does nothing when it has run or has been cancelled. */
    public void cancel() {
        if (status == Status.LIVE) {
            status = Status.CANCELLED;
            scheduler.wasCancelled();
        }
    }

    boolean isCancelled() {
        return status == Status.CANCELLED;
    }

    void done() {
        status = Status.DONE;
    }

    Runnable work() {
        return work;
    }

    @Override
    public int compareTo(Timer other) {
        int byDue = due.compareTo(other.due);
        if (byDue != 0) {
            return byDue;
        }
        if (last != other.last) {
            return Boolean.compare(last, other.last);
        }
        return priority == other.priority
                ? Long.compare(sequence, other.sequence)
                : Long.compare(priority, other.priority);
    }
}
