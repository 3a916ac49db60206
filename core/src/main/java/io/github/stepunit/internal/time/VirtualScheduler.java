package io.github.stepunit.internal.time;

import java.time.Duration;
import java.time.Instant;
import java.util.PriorityQueue;
import java.util.Random;
import org.jspecify.annotations.Nullable;

/**
 * A virtual clock with the work that waits for it. Single-threaded. Work that is ready runs in the order in which it was
 * posted; time moves only when none is ready, only forward, and only to the next live timer. Timers of the same instant
 * run in the order in which they were made.
 */
public final class VirtualScheduler {

    /** Below this number of cancelled timers it is not worth sweeping the queue. */
    private static final int SWEEP_THRESHOLD = 1_000;

    /** Timeouts come after whatever is drawn for other work. */
    private static final long AFTER_ALL_WORK = Long.MAX_VALUE;

    private final ReadyWork ready;
    private final @Nullable Random order;
    private final PriorityQueue<Timer> timers = new PriorityQueue<>();
    private Instant now;
    private long made;
    private int cancelled;

    /** @param start where the clock stands at first */
    public VirtualScheduler(Instant start) {
        this(start, null);
    }

    /**
     * @param start where the clock stands at first
     * @param order draws which of several pieces of work that are ready, or due at the same instant, runs next; null for
     *     the order described above
     */
    public VirtualScheduler(Instant start, @Nullable Random order) {
        this.now = start;
        this.order = order;
        this.ready = order == null ? new ReadyWork.InOrder() : new ReadyWork.Shuffled(order);
    }

    /** Where the clock stands. */
    public Instant now() {
        return now;
    }

    /** Runs {@code work} at the present instant, after all that has been posted before. */
    public void post(Runnable work) {
        ready.add(work);
    }

    /** Runs {@code work} when the clock has reached {@code due}; an instant that has passed means now. */
    public Timer at(Instant due, Runnable work) {
        return add(due, false, order == null ? 0 : order.nextInt(), work);
    }

    /**
     * Runs {@code work} after {@code delay}, as {@link #after} does; where the order is drawn, after other work that is due
     * at the same instant.
     */
    public Timer timeoutAfter(Duration delay, Runnable work) {
        return add(later(now, delay), false, order == null ? 0 : AFTER_ALL_WORK, work);
    }

    /** Runs {@code work} when the clock has reached {@code due} and all else that is due at that instant has run. */
    public Timer atEndOf(Instant due, Runnable work) {
        return add(due, true, 0, work);
    }

    private Timer add(Instant due, boolean last, long priority, Runnable work) {
        Timer timer = new Timer(this, due.isBefore(now) ? now : due, last, priority, made++, work);
        timers.add(timer);
        return timer;
    }

    /** Runs {@code work} after {@code delay}. */
    public Timer after(Duration delay, Runnable work) {
        return at(later(now, delay), work);
    }

    /** The instant after {@code delay}, which is not negative; {@link Instant#MAX} when it is further away. */
    public static Instant later(Instant from, Duration delay) {
        // Beyond what Instant can hold there is nothing to run anyway; a limit of the execution ends it before.
        // By seconds: Duration.between throws and catches an ArithmeticException over so long a time.
        return delay.toSeconds() >= Instant.MAX.getEpochSecond() - from.getEpochSecond()
                ? Instant.MAX
                : from.plus(delay);
    }

    /** When the next piece of work runs: now, at the next live timer, or null when there is none. */
    public @Nullable Instant nextInstant() {
        if (!ready.isEmpty()) {
            return now;
        }
        Timer next = nextTimer();
        return next == null ? null : next.due();
    }

    /** The next live timer, or null; says nothing of work that is ready. */
    public @Nullable Timer nextTimer() {
        while (!timers.isEmpty() && timers.element().isCancelled()) {
            // A cancelled timer at the head must not hold time back, nor move it.
            timers.remove();
            cancelled--;
        }
        return timers.peek();
    }

    /**
     * Runs the next piece of work, moving the clock if it must.
     *
     * @return false when there was none
     */
    public boolean runNext() {
        Runnable work = ready.poll();
        if (work == null) {
            Timer timer = nextTimer();
            if (timer == null) {
                return false;
            }
            timers.remove();
            now = timer.due();
            timer.done();
            work = timer.work();
        }
        work.run();
        return true;
    }

    /** Moves the clock forward to {@code instant}, where no work may be due before it. */
    public void moveTo(Instant instant) {
        if (instant.isAfter(now)) {
            now = instant;
        }
    }

    void wasCancelled() {
        cancelled++;
        if (cancelled > SWEEP_THRESHOLD && cancelled > timers.size() / 2) {
            timers.removeIf(Timer::isCancelled);
            cancelled = 0;
        }
    }
}
