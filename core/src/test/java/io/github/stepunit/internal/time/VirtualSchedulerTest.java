package io.github.stepunit.internal.time;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;

class VirtualSchedulerTest {

    private static final Instant START = Instant.parse("2025-01-01T00:00:00Z");

    private final VirtualScheduler scheduler = new VirtualScheduler(START);
    private final List<String> ran = new ArrayList<>();

    @Test
    void work_that_is_ready_runs_in_the_order_of_posting_before_time_moves() {
        scheduler.after(Duration.ZERO, () -> note("timer"));
        scheduler.post(() -> note("first"));
        scheduler.post(() -> note("second"));

        runAll();

        assertThat(ran).containsExactly("first +PT0S", "second +PT0S", "timer +PT0S");
    }

    @Test
    void timers_run_by_instant_and_then_in_the_order_in_which_they_were_made() {
        scheduler.after(Duration.ofSeconds(2), () -> note("late"));
        scheduler.after(Duration.ofSeconds(1), () -> note("first of two"));
        scheduler.after(Duration.ofSeconds(1), () -> note("second of two"));

        runAll();

        assertThat(ran).containsExactly("first of two +PT1S", "second of two +PT1S", "late +PT2S");
    }

    @Test
    void the_end_of_an_instant_comes_after_all_that_is_due_at_it_even_if_made_later() {
        scheduler.atEndOf(START.plusSeconds(1), () -> note("end"));
        scheduler.after(Duration.ofSeconds(1), () -> scheduler.after(Duration.ZERO, () -> note("made later")));
        scheduler.after(Duration.ofSeconds(2), () -> note("next"));

        runAll();

        assertThat(ran).containsExactly("made later +PT1S", "end +PT1S", "next +PT2S");
    }

    @Test
    void a_cancelled_timer_at_the_head_neither_runs_nor_moves_time() {
        Timer head = scheduler.after(Duration.ofSeconds(1), () -> note("never"));
        scheduler.after(Duration.ofSeconds(5), () -> note("next"));
        head.cancel();

        assertThat(scheduler.nextInstant()).isEqualTo(START.plusSeconds(5));
        runAll();

        assertThat(ran).containsExactly("next +PT5S");
    }

    @Test
    void an_instant_in_the_past_is_due_now() {
        scheduler.at(START.minusSeconds(10), () -> note("past"));

        runAll();

        assertThat(ran).containsExactly("past +PT0S");
    }

    @Test
    void a_delay_beyond_all_time_is_no_overflow() {
        scheduler.after(Duration.ofSeconds(Long.MAX_VALUE), () -> note("end of time"));

        assertThat(scheduler.nextInstant()).isEqualTo(Instant.MAX);
    }

    @Test
    void many_cancelled_timers_are_swept_out() {
        Timer kept = scheduler.after(Duration.ofDays(1), () -> note("kept"));
        for (int i = 0; i < 100_000; i++) {
            scheduler.after(Duration.ofDays(400), () -> note("never")).cancel();
        }

        assertThat(scheduler.nextTimer()).isSameAs(kept);
        runAll();

        assertThat(ran).containsExactly("kept +PT24H");
    }

    @Test
    void without_work_there_is_no_next_instant() {
        assertThat(scheduler.nextInstant()).isNull();
        assertThat(scheduler.runNext()).isFalse();
    }

    @Test
    void an_order_that_is_drawn_shuffles_what_is_ready_and_what_is_due_together() {
        Set<List<String>> orders = new HashSet<>();
        for (int seed = 0; seed < 100; seed++) {
            List<String> order = new ArrayList<>();
            VirtualScheduler shuffled = new VirtualScheduler(START, new Random(seed));
            for (String name : List.of("a", "b", "c")) {
                shuffled.post(() -> order.add(name));
                shuffled.after(Duration.ofSeconds(1), () -> order.add(name + " +1"));
            }
            shuffled.timeoutAfter(Duration.ofSeconds(1), () -> order.add("timeout"));
            shuffled.after(Duration.ofSeconds(1), () -> order.add("d +1"));
            shuffled.atEndOf(START.plusSeconds(1), () -> order.add("end"));
            shuffled.after(Duration.ofSeconds(2), () -> order.add("next"));
            while (shuffled.runNext()) {
                // goes on until nothing is left
            }
            assertThat(order.subList(0, 3)).containsExactlyInAnyOrder("a", "b", "c");
            assertThat(order.subList(3, 7)).containsExactlyInAnyOrder("a +1", "b +1", "c +1", "d +1");
            assertThat(order.subList(7, 10)).containsExactly("timeout", "end", "next");
            orders.add(order);
        }
        // Of 6 times 24 possible ones.
        assertThat(orders).hasSizeGreaterThan(50);
    }

    @Test
    void the_clock_never_goes_back() {
        scheduler.moveTo(START.plusSeconds(3));
        scheduler.moveTo(START.plusSeconds(1));

        assertThat(scheduler.now()).isEqualTo(START.plusSeconds(3));
    }

    private void note(String what) {
        ran.add(what + " +" + Duration.between(START, scheduler.now()));
    }

    private void runAll() {
        while (scheduler.runNext()) {
            // goes on until nothing is left
        }
    }
}
