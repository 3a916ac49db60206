package io.github.stepunit.report;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.github.stepunit.Execution;
import io.github.stepunit.FailedTest;
import io.github.stepunit.FailurePageWriter;
import io.github.stepunit.StateMachine;
import io.github.stepunit.definition.StateMachineType;
import io.github.stepunit.task.TaskOutcome;
import java.time.Duration;
import java.util.ServiceLoader;
import org.junit.jupiter.api.Test;

class FailurePageTest {

    private static JsonNode data(Execution execution) throws Exception {
        String page = new FailurePage().page(Failures.test(execution));
        String marker = "<script type=\"application/json\" id=\"data\">";
        int from = page.indexOf(marker) + marker.length();
        return new ObjectMapper().readTree(page.substring(from, page.indexOf("</script>", from)));
    }

    @Test
    void the_service_loader_finds_it() {
        assertThat(ServiceLoader.load(FailurePageWriter.class)).hasOnlyElementsOfType(FailurePage.class);
    }

    @Test
    void it_shows_why_and_where() throws Exception {
        JsonNode data = data(Failures.jammed());

        assertThat(data.get("status").textValue()).isEqualTo("FAILED");
        assertThat(data.get("why").get(0).textValue())
                .isEqualTo("\"Ship all[1]/Print label\" failed with PrinterJam: out of paper");
        JsonNode visits = data.get("visits");
        JsonNode culprit = visits.get(visits.size() - 1);
        assertThat(culprit.get("id")).isEqualTo(data.get("culprit"));
        assertThat(culprit.get("element").textValue()).isEqualTo("/States/Ship all/ItemProcessor/States/Print label");
        assertThat(culprit.get("attempts")).hasSize(3);
        assertThat(data.get("duration").textValue()).isEqualTo("1d 2m 6s");
    }

    @Test
    void each_step_tells_what_it_changed() throws Exception {
        JsonNode charge = data(Failures.jammed()).get("visits").get(1);

        assertThat(charge.get("name").textValue()).isEqualTo("Charge card");
        JsonNode parameters = charge.get("steps").get(2);
        assertThat(parameters.get("name").textValue()).isEqualTo("after parameters");
        assertThat(parameters.get("difference").toString())
                .contains("+  \\\"FunctionName\\\": \\\"charge\\\",", "-  \\\"orderId\\\": 42,");
    }

    @Test
    void it_shows_what_was_used_of_the_quotas() throws Exception {
        JsonNode data = data(Failures.large());

        JsonNode budget = data.get("budget");
        assertThat(budget.get("events")).isEqualTo(data.get("eventCount"));
        assertThat(budget.get("eventLimit").intValue()).isEqualTo(25_000);
        assertThat(budget.get("loop").textValue())
                .isEqualTo(
                        "The loop through `Poll` takes 9 events and 30s a round, and would have used them all 23h 8m 46s after the start.");
        assertThat(budget.get("payloadLimit").intValue()).isEqualTo(262_144);
        assertThat(budget.get("statesLeftOut").intValue()).isZero();
        // Of the iterations the one with the larger page.
        assertThat(budget.get("largest").findValuesAsText("path"))
                .containsExactly("Poll", "Pause", "Ready?", "Each page", "Done", "Each page[1]/Read");
        assertThat(budget.get("largest").get(0).toString())
                .isEqualTo("{\"path\":\"Poll\",\"kind\":\"result\",\"bytes\":250941,\"event\":32}");
    }

    @Test
    void an_express_execution_has_no_quota_of_events() throws Exception {
        Execution express = StateMachine.of(
                        "{\"StartAt\": \"A\", \"States\": {\"A\": {\"Type\": \"Fail\"}}}", StateMachineType.EXPRESS)
                .start("{}");

        JsonNode budget = data(express).get("budget");

        assertThat(budget.get("events").intValue()).isEqualTo(3);
        assertThat(budget.has("eventLimit")).isFalse();
        assertThat(budget.has("loop")).isFalse();
    }

    @Test
    void without_recorded_steps_it_shows_what_the_history_tells() throws Exception {
        Execution plain = StateMachine.of(Failures.ORDER)
                .withTasks(invocation -> TaskOutcome.fail("CardDeclined", "no money"))
                .start("{'orderId': 42}");

        JsonNode charge = data(plain).get("visits").get(1);

        assertThat(charge.get("steps").findValuesAsText("name")).containsExactly("input", "task input", "output");
    }

    @Test
    void a_history_of_25_000_events_makes_a_page_that_can_be_opened() {
        String definition =
                """
                {"StartAt": "Next", "States": {
                  "Next": {"Type": "Pass", "Parameters": {"n.$": "States.MathAdd($.n, 1)"}, "Next": "Pause"},
                  "Pause": {"Type": "Wait", "Seconds": 60, "Next": "More?"},
                  "More?": {"Type": "Choice", "Default": "Next", "Choices": [
                    {"Variable": "$.n", "NumericEquals": -1, "Next": "Done"}]},
                  "Done": {"Type": "Succeed"}}}
                """;
        Execution execution = Failures.run(definition, "loop", "{'n': 0}", tasks -> {});
        assertThat(execution.history().events()).hasSizeGreaterThan(24_000);

        String page = new FailurePage().page(Failures.test(execution));

        assertThat(page.length()).isLessThan(1_500_000);
        assertThat(page).contains("\"visitsLeftOut\":", "\"eventsLeftOut\":");
    }

    @Test
    void large_payloads_are_cut() {
        String large = "x".repeat(200_000);
        Execution execution = Failures.run(
                "{\"StartAt\": \"A\", \"States\": {\"A\": {\"Type\": \"Pass\", \"Next\": \"B\"}, \"B\": {\"Type\": \"Fail\"}}}",
                "large",
                "{'large': '" + large + "'}",
                tasks -> {});

        assertThat(new FailurePage()
                        .page(new FailedTest("t", large, execution, 1, 1))
                        .length())
                .isLessThan(300_000);
    }

    @Test
    void an_execution_that_still_runs_has_a_page_too() throws Exception {
        Execution running = StateMachine.of(
                        "{\"StartAt\": \"W\", \"States\": {\"W\": {\"Type\": \"Wait\", \"Seconds\": 60, \"End\": true}}}")
                .startPaused("{}")
                .advance(Duration.ofSeconds(30));

        JsonNode data = data(running);

        assertThat(data.get("visits").get(0).get("status").textValue()).isEqualTo("RUNNING");
        assertThat(data.get("end").longValue()).isEqualTo(30_000);
    }
}
