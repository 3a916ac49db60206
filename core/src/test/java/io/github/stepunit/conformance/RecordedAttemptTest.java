package io.github.stepunit.conformance;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import org.junit.jupiter.api.Test;

class RecordedAttemptTest {

    @Test
    void each_attempt_has_its_own_outcome() {
        List<RecordedAttempt> attempts = RecordedAttempt.of(Fixture.events(
                "2<0 TaskStateEntered T",
                "3<2 TaskScheduled",
                "4<3 TaskStarted",
                "5<4 TaskFailed",
                "6<5 TaskScheduled",
                "7<6 TaskStarted",
                "8<7 TaskSubmitted",
                "9<8 TaskSucceeded",
                "10<9 TaskStateExited T"));

        assertThat(attempts).extracting(RecordedAttempt::state).containsExactly("T", "T");
        assertThat(attempts.get(0).event("Failed")).isNotNull();
        assertThat(attempts.get(0).event("Succeeded")).isNull();
        assertThat(attempts.get(1).events())
                .extracting(event -> event.path("id").asInt())
                .containsExactly(6, 7, 8, 9);
    }

    @Test
    void an_attempt_belongs_to_the_innermost_iteration_around_it() {
        List<JsonNode> events = Fixture.events(
                "2<0 MapStateEntered M",
                "3<2 MapStateStarted",
                "4<3 MapIterationStarted 0",
                "5<4 TaskStateEntered T",
                "6<5 LambdaFunctionScheduled",
                "7<6 LambdaFunctionSucceeded",
                "8<7 TaskStateExited T",
                "9<8 MapIterationSucceeded 0",
                "10<8 MapIterationStarted 1",
                "11<10 TaskStateEntered T",
                "12<11 LambdaFunctionScheduled",
                "13<12 TaskStateExited T",
                "14<13 MapIterationSucceeded 1",
                "15<14 MapStateSucceeded",
                "16<14 MapStateExited M",
                "17<16 TaskStateEntered U",
                "18<17 LambdaFunctionScheduled");

        assertThat(RecordedAttempt.of(events))
                .extracting(attempt -> attempt.state() + " " + attempt.mapIndex())
                .containsExactly("T 0", "T 1", "U null");
    }

    @Test
    void the_text_of_a_payload_is_as_the_recording_shows_it_elsewhere() {
        RecordedTexts texts =
                new RecordedTexts(Fixture.json("{'output': '[{\"a\":1,\"b\":2}]', 'other': '[{\"c\": 1}]'}"));

        assertThat(texts.textOf(Fixture.json("{'a': 1, 'b': 2}"), true)).isEqualTo("{\"a\":1,\"b\":2}");
        assertThat(texts.textOf(Fixture.json("{'c': 1}"), false)).isEqualTo("{\"c\": 1}");
        assertThat(texts.textOf(Fixture.json("{'d': 1}"), true)).isEqualTo("{\"d\": 1}");
        assertThat(texts.textOf(Fixture.json("{'d': 1}"), false)).isEqualTo("{\"d\":1}");
        assertThat(texts.textOf(Fixture.json("'[1, 2]'"), false)).isEqualTo("[1, 2]");
    }
}
