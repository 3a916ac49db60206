package io.github.stepunit.conformance;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class EventComparisonTest {

    private static final List<JsonNode> RECORDED =
            Fixture.events("1<0 ExecutionStarted", "2<0 PassStateEntered P", "3<2 PassStateExited P");

    @Test
    void equal_histories_match() {
        EventComparison comparison = EventComparison.of(RECORDED, RECORDED);

        assertThat(comparison.differences()).isEmpty();
        assertThat(comparison.matched()).isEqualTo(3);
    }

    @Test
    void a_changed_detail_is_shown_with_its_path() {
        EventComparison comparison = EventComparison.of(
                RECORDED, Fixture.events("1<0 ExecutionStarted", "2<1 PassStateEntered Q", "3<2 PassStateExited P"));

        assertThat(String.join("\n", comparison.differences()))
                .isEqualTo(
                        """
                        event 2 PassStateEntered:
                            $.previousEventId
                              recorded 0
                              ours     1
                            $.stateEnteredEventDetails.name
                              recorded "P"
                              ours     "Q\"""");
        assertThat(comparison.matched()).isEqualTo(2);
    }

    @Test
    void events_too_few_and_too_many_are_shown() {
        assertThat(EventComparison.of(RECORDED, RECORDED.subList(0, 2)).differences())
                .containsExactly(
                        "event 3: missing, recorded {\"id\":3,\"previousEventId\":2,\"type\":\"PassStateExited\","
                                + "\"stateExitedEventDetails\":{\"name\":\"P\"}}");
        assertThat(EventComparison.of(RECORDED.subList(0, 2), RECORDED).differences())
                .containsExactly("event 3: not recorded {\"id\":3,\"previousEventId\":2,\"type\":\"PassStateExited\","
                        + "\"stateExitedEventDetails\":{\"name\":\"P\"}}");
    }

    @Test
    void members_too_few_and_too_many_are_shown() {
        assertThat(JsonDifference.between(Fixture.json("{'a': 1, 'b': 2}"), Fixture.json("{'b': 2.0, 'c': null}")))
                .extracting(JsonDifference::toString)
                .containsExactly(
                        "$.a\n      recorded 1\n      ours     (nothing)",
                        "$.b\n      recorded 2\n      ours     2.0",
                        "$.c\n      recorded (nothing)\n      ours     null");
    }

    @Test
    void text_is_compared_exactly_unless_the_recorder_parsed_it() {
        assertThat(JsonDifference.between(Fixture.json("{'a': '[1,2]'}"), Fixture.json("{'a': '[1, 2]'}")))
                .hasSize(1);
        assertThat(JsonDifference.between(Fixture.json("{'a': [1,2]}"), Fixture.json("{'a': '[1, 2]'}")))
                .isEmpty();
    }

    @Test
    void another_order_of_keys_is_shown_unless_the_recorder_may_have_sorted_them() {
        JsonNode sorted = Fixture.json("{'a': {'x': 1, 'y': 2}}");
        JsonNode unsorted = Fixture.json("{'a': {'y': 2, 'x': 1}}");

        assertThat(JsonDifference.between(unsorted, sorted))
                .extracting(JsonDifference::toString)
                .containsExactly("$.a\n      recorded order of keys [y, x]\n      ours     order of keys [x, y]");
        assertThat(JsonDifference.between(sorted, unsorted)).isEmpty();
    }

    @Test
    void the_run_of_a_normalised_parallel_is_compared_in_any_order() {
        List<JsonNode> recorded = Fixture.events(
                "3<2 ParallelStateStarted",
                "[0]<0 PassStateExited A",
                "[0]<0 PassStateEntered A",
                "7<5 ParallelStateExited S");
        List<JsonNode> before = Fixture.events("1<0 ExecutionStarted", "2<0 ParallelStateEntered S");

        assertThat(EventComparison.of(join(before, recorded), join(before, ours("A")))
                        .differences())
                .isEmpty();
        assertThat(EventComparison.of(join(before, recorded), join(before, ours("B")))
                        .differences())
                .containsExactly(
                        "within the Parallel: none of ours is {\"type\":\"PassStateExited\",\"stateExitedEventDetails\":"
                                + "{\"name\":\"A\"}}",
                        "within the Parallel: not recorded {\"type\":\"PassStateExited\",\"stateExitedEventDetails\":"
                                + "{\"name\":\"B\"}}");
    }

    private static List<JsonNode> ours(String exited) {
        return Fixture.events(
                "3<2 ParallelStateStarted",
                "4<3 PassStateEntered A",
                "5<4 PassStateExited " + exited,
                "6<5 ParallelStateSucceeded",
                "7<5 ParallelStateExited S");
    }

    private static List<JsonNode> join(List<JsonNode> first, List<JsonNode> second) {
        return Stream.concat(first.stream(), second.stream()).toList();
    }
}
