package io.github.stepunit.task;

import static java.time.Duration.ofMillis;
import static java.time.Duration.ofSeconds;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import io.github.stepunit.Execution;
import io.github.stepunit.StateMachine;
import java.time.Duration;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class LatencyTest {

    private static final int DRAWS = 20_000;

    /** Sorted: one draw for each seed. */
    private static List<Duration> draws(Latency latency) {
        return IntStream.range(0, DRAWS)
                .mapToObj(seed -> latency.of(FakeInvocation.of("Charge card").attempt(seed)))
                .sorted()
                .toList();
    }

    private static Duration percentile(List<Duration> sorted, int percent) {
        return sorted.get(DRAWS * percent / 100);
    }

    @Test
    void uniform_is_between_its_bounds_and_everywhere_in_between() {
        List<Duration> draws = draws(Latency.uniform(ofMillis(20), ofSeconds(2)));

        assertThat(draws.get(0)).isGreaterThanOrEqualTo(ofMillis(20)).isLessThan(ofMillis(25));
        assertThat(draws.get(DRAWS - 1)).isLessThanOrEqualTo(ofSeconds(2)).isGreaterThan(ofMillis(1990));
        assertThat(percentile(draws, 50).toMillis()).isCloseTo(1010, within(30L));
    }

    @Test
    void exponential_has_its_mean() {
        List<Duration> draws = draws(Latency.exponential(ofMillis(200)));

        double mean = draws.stream().mapToLong(Duration::toMillis).average().orElseThrow();
        assertThat(mean).isCloseTo(200, within(5.0));
        assertThat(percentile(draws, 50).toMillis()).isCloseTo(139, within(5L)); // ln 2 of the mean
    }

    @Test
    void percentiles_are_met() {
        List<Duration> draws = draws(Latency.percentiles(ofMillis(80), ofMillis(300), ofSeconds(2), ofSeconds(6)));

        assertThat(percentile(draws, 50).toMillis()).isCloseTo(80, within(4L));
        assertThat(percentile(draws, 90).toMillis()).isCloseTo(300, within(20L));
        assertThat(percentile(draws, 99).toMillis()).isCloseTo(2000, within(250L));
        assertThat(draws.get(DRAWS - 1)).isLessThanOrEqualTo(ofSeconds(6)).isGreaterThan(ofSeconds(5));
    }

    @Test
    void one_of_several() {
        List<Duration> draws = draws(Latency.oneOf(ofMillis(40), ofMillis(40), ofSeconds(6)));

        assertThat(draws).containsOnly(ofMillis(40), ofSeconds(6));
        assertThat((double) draws.lastIndexOf(ofMillis(40)) / DRAWS).isCloseTo(2.0 / 3, within(0.02));
    }

    @Test
    void a_script_draws_it_by_the_seed_of_the_execution() {
        TaskMocks tasks = new TaskMocks();
        tasks.mock("A").returns("{}").after(Latency.uniform(ofMillis(20), ofSeconds(2)));
        StateMachine machine = StateMachine.of(
                        "{\"StartAt\": \"A\", \"States\": {\"A\": {\"Type\": \"Task\", \"End\": true, \"Resource\":"
                                + " \"arn:aws:lambda:us-east-1:123456789012:function:f\"}}}")
                .withTasks(tasks);

        Execution one = machine.withSeed(1).start();
        assertThat(machine.withSeed(1).start().duration()).isEqualTo(one.duration());
        assertThat(machine.withSeed(2).start().duration()).isNotEqualTo(one.duration());
        assertThat(one.duration()).isBetween(ofMillis(20), ofSeconds(2));
    }

    @Test
    void they_say_what_they_are() {
        assertThat(Latency.uniform(ofMillis(20), ofSeconds(2))).hasToString("between 0.02s and 2s");
        assertThat(Latency.exponential(ofMillis(200))).hasToString("0.2s on average (exponential)");
        assertThat(Latency.percentiles(ofMillis(80), ofMillis(300), ofSeconds(2), ofSeconds(6)))
                .hasToString("p50 0.08s, p90 0.3s, p99 2s, at most 6s");
        assertThat(Latency.oneOf(ofMillis(40), ofSeconds(6))).hasToString("one of 0.04s, 6s");
    }

    @Test
    void bounds_ascend() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Latency.uniform(ofSeconds(2), ofMillis(20)))
                .withMessage("A latency goes from less to more and is not negative, but 0.02s comes after 2s.");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Latency.exponential(ofSeconds(-1)))
                .withMessage("A latency goes from less to more and is not negative, but -1s comes after 0s.");
        assertThatIllegalArgumentException()
                .isThrownBy(Latency::oneOf)
                .withMessage("oneOf() needs a duration to choose.");
    }
}
