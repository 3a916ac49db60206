package io.github.stepunit.conformance;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.stepunit.conformance.PythonText.Substitution;
import java.util.List;
import org.junit.jupiter.api.Test;

class MasksTest {

    private static final String UUID_A = "0cdb672d-f95c-4000-8000-000005f21102";
    private static final String UUID_B = "d0b7b20d-7110-4000-8000-00003f8f51fd";

    @Test
    void objects_in_strings_are_parsed_one_level_deep() {
        assertThat(masked("{'a': '{\"b\": \"{}\"}', 'c': '[1]', 'd': '{no'}", RecordedTree::parsed))
                .isEqualTo(json("{'a': {'b': '{}'}, 'c': '[1]', 'd': '{no'}"));
    }

    @Test
    void keys_are_sorted_before_strings_are_parsed() {
        assertThat(RecordedTree.parsed(
                                RecordedTree.sorted(json("{'z': '{\"y\": 1, \"x\": 2}', 'a': [{'c': 1, 'b': 2}]}")))
                        .toString())
                .isEqualTo("{\"a\":[{\"b\":2,\"c\":1}],\"z\":{\"y\":1,\"x\":2}}");
    }

    @Test
    void a_json_path_in_value_mode_replaces_the_whole_value() {
        assertThat(masked(
                        "{'a': [{'output': {'StartDate': 17}}], 'StartDate': 1}",
                        Masks.value("$..output.StartDate", "start-date")))
                .isEqualTo(json("{'a': [{'output': {'StartDate': 'start-date'}}], 'StartDate': 1}"));
    }

    @Test
    void a_json_path_in_reference_mode_replaces_the_value_wherever_it_occurs() {
        Mask mask = Masks.reference("$..TaskToken", "task_token", "<task_token:1>");

        assertThat(masked("{'TaskToken': 'AQ', 'text': '{\"t\":\"AQ\"}'}", mask))
                .isEqualTo(json("{'TaskToken': '<task_token:1>', 'text': '{\"t\":\"<task_token:1>\"}'}"));
    }

    @Test
    void uuids_are_those_of_keys_that_end_in_id() {
        assertThat(masked("{'requestId': '" + UUID_A + "', 'other': '" + UUID_B + "'}", Masks.uuid("<uuid:1>")))
                .isEqualTo(json("{'requestId': '<uuid:1>', 'other': '" + UUID_B + "'}"));
    }

    @Test
    void our_uuids_take_the_numbers_that_replayed_answers_have_not_used() {
        assertThat(masked(
                        "{'aId': '<uuid:1>', 'bId': '" + UUID_A + "', 'cId': '" + UUID_B + "', 'dId': '" + UUID_A
                                + "'}",
                        Masks.uuid("<uuid:1> <uuid:2> <uuid:3>")))
                .isEqualTo(json("{'aId': '<uuid:1>', 'bId': '<uuid:2>', 'cId': '<uuid:3>', 'dId': '<uuid:2>'}"));
    }

    @Test
    void a_uuid_more_than_recorded_stays() {
        assertThat(masked("{'id': '" + UUID_A + "'}", Masks.uuid(""))).isEqualTo(json("{'id': '" + UUID_A + "'}"));
    }

    @Test
    void a_value_that_the_test_read_from_the_answer_has_the_name_that_it_gave() {
        assertThat(masked(
                        "{'a': '" + UUID_A + "', 'b': 'x " + UUID_A + "', 'c': '" + UUID_B + "'}",
                        Masks.generated("uuid")))
                .isEqualTo(json("{'a': 'uuid', 'b': 'x uuid', 'c': '" + UUID_B + "'}"));
    }

    @Test
    void numbers_begin_where_those_of_the_recording_begin() {
        assertThat(masked("{'TaskToken': 'AQ'}", Masks.keyValue("task-token", "x <task-token:2>")))
                .isEqualTo(json("{'TaskToken': '<task-token:2>'}"));
    }

    @Test
    void the_name_at_the_end_of_an_arn_is_replaced_wherever_it_occurs() {
        assertThat(masked(
                        "{'arn': 'arn:aws:states:us-east-1:111111111111:stateMachine:sm', 'name': 'sm',"
                                + " 'role': 'arn:aws:iam::111111111111:role/r1'}",
                        Masks.arnResource("<resource:1> <resource:2>")))
                .isEqualTo(json("{'arn': 'arn:aws:states:us-east-1:111111111111:stateMachine:<resource:1>',"
                        + " 'name': '<resource:1>', 'role': 'arn:aws:iam::111111111111:role/<resource:2>'}"));
    }

    @Test
    void json_in_a_cause_is_replaced() {
        assertThat(masked("{'cause': \"in the input '{\\\"a\\\":1}'\"}", Masks.jsonInput("<json-input:1>")))
                .isEqualTo(json("{'cause': \"in the input '<json-input:1>'\"}"));
    }

    @Test
    void dates_are_replaced_anywhere() {
        Mask mask = Masks.regexes(List.of(Masks.date()));

        assertThat(masked(
                        "{'a': 'at 2016-03-05T21:29:29.243167252Z.', 'b': '2016-13-05T21:29:29Z', 'c': '2016-03-05'}",
                        mask))
                .isEqualTo(json("{'a': 'at date.', 'b': '2016-13-05T21:29:29Z', 'c': '2016-03-05'}"));
    }

    @Test
    void values_of_timestamp_keys_are_replaced_unless_they_are_dates() {
        assertThat(masked(
                        "{'timestamp': 17.5, 'TimestampValue': '2016-03-05T21:29:29Z', 'xTimestamp': 'date', 'creationTime': 1}",
                        Masks.timestamp()))
                .isEqualTo(
                        json(
                                "{'timestamp': 'timestamp', 'TimestampValue': '2016-03-05T21:29:29Z', 'xTimestamp': 'date', 'creationTime': 'timestamp'}"));
    }

    @Test
    void a_replacement_is_read_as_python_reads_it() {
        assertThat(Substitution.of("(a)(b)", "\\2$1\\\"\\\\").apply("ab")).isEqualTo("b$1\\\"\\");
    }

    @Test
    void json_is_written_as_python_writes_it() {
        assertThat(PythonText.dumps(json("{'a': [1, 2.50, {}], 'b': 'é'}")))
                .isEqualTo("{\"a\": [1, 2.5, {}], \"b\": \"é\"}");
    }

    @Test
    void a_placeholder_in_the_recorded_input_is_learnt() {
        InputAlignment alignment = InputAlignment.learn(
                json("{'Name': '<resource:3>', 'role': 'arn:x:role/<resource:2>', 'same': 1, 'other': 'x'}"),
                json("{'Name': 'Target', 'role': 'arn:x:role/admin', 'same': 1, 'other': 'y'}"));

        assertThat(masked("{'a': 'arn:Target', 'b': 'admin/y', 'c': '7'}", alignment))
                .isEqualTo(json("{'a': 'arn:<resource:3>', 'b': '<resource:2>/y', 'c': '7'}"));
    }

    private static JsonNode masked(String json, Mask mask) {
        return mask.apply(json(json));
    }

    /** JSON with single quotes. */
    private static JsonNode json(String text) {
        return Fixture.json(text);
    }
}
