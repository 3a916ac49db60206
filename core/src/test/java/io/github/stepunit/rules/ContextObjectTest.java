package io.github.stepunit.rules;

import static io.github.stepunit.rules.Asl.callback;
import static io.github.stepunit.rules.Asl.graph;
import static io.github.stepunit.rules.Asl.lambda;
import static io.github.stepunit.rules.Asl.machine;
import static io.github.stepunit.rules.Asl.output;
import static io.github.stepunit.rules.Asl.text;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.stepunit.StateMachine;
import io.github.stepunit.task.TaskOutcome;
import java.time.Instant;
import org.junit.jupiter.api.Test;

/** {@code $$}: what it holds and in which order (checklist 19, context_object/*). */
class ContextObjectTest {

    private static final String PASS = "'A': {'Type': 'Pass', 'InputPath': '$$', 'End': true}";

    @Test
    void a_state_of_a_standard_execution_sees_this() {
        StateMachine machine = machine("'W': {'Type': 'Wait', 'Seconds': 3, 'Next': 'A'}, " + PASS)
                .named("orders")
                .withExecutionName("run-1")
                .withRole("arn:aws:iam::123456789012:role/r");

        assertThat(output(machine.start("{'x': 1}")))
                .isEqualTo("{'Execution':{'Id':'arn:aws:states:us-east-1:123456789012:execution:orders:run-1',"
                        + "'Input':{'x':1},'StartTime':'2025-01-01T00:00:00.000Z','Name':'run-1',"
                        + "'RoleArn':'arn:aws:iam::123456789012:role/r','RedriveCount':0},"
                        + "'StateMachine':{'Id':'arn:aws:states:us-east-1:123456789012:stateMachine:orders',"
                        + "'Name':'orders'},"
                        + "'State':{'Name':'A','EnteredTime':'2025-01-01T00:00:03.000Z'}}");
    }

    @Test
    void an_express_execution_is_never_redriven() {
        assertThat(Asl.express(PASS).start().output().at("/Execution").has("RedriveCount"))
                .isFalse();
    }

    @Test
    void account_region_and_start_are_the_machines() {
        StateMachine machine = machine(PASS)
                .inAccount("999999999999", "eu-central-1")
                .startingAt(Instant.parse("2030-06-01T12:00:00.5Z"));

        assertThat(machine.start().output().at("/Execution/Id").textValue())
                .isEqualTo("arn:aws:states:eu-central-1:999999999999:execution:StateMachine:execution");
        assertThat(machine.start().output().at("/State/EnteredTime").textValue())
                .isEqualTo("2030-06-01T12:00:00.500Z");
    }

    @Test
    void only_task_states_count_retries() {
        Answers answers = Answers.echo();
        machine(lambda("T", "'End': true")).withTasks(answers).start();

        assertThat(text(answers.invocation(0).context().get("State")))
                .isEqualTo("{'Name':'T','EnteredTime':'2025-01-01T00:00:00.000Z','RetryCount':0}");
        assertThat(machine(PASS).start().output().at("/State").has("RetryCount"))
                .isFalse();
    }

    @Test
    void the_time_of_entering_stays_over_all_attempts() {
        Answers answers = Answers.of("T", TaskOutcome.fail("E"), TaskOutcome.succeed("1"));
        machine(lambda("T", "'Retry': [{'ErrorEquals': ['E']}], 'End': true"))
                .withTasks(answers)
                .start();

        assertThat(answers.invocation(1).context().at("/State/EnteredTime"))
                .isEqualTo(answers.invocation(0).context().at("/State/EnteredTime"));
    }

    @Test
    void an_item_and_a_token_come_last() {
        Answers answers = Answers.of("T", TaskOutcome.succeed("1"));
        machine("'M': {'Type': 'Map', 'End': true, 'ItemProcessor': {" + graph(callback("T", "'End': true")) + "}}")
                .withTasks(answers)
                .start("['a']");

        assertThat(answers.invocation(0).context().fieldNames())
                .toIterable()
                .containsExactly("Execution", "StateMachine", "State", "Map", "Task");
        assertThat(text(answers.invocation(0).context().get("Map"))).isEqualTo("{'Item':{'Index':0,'Value':'a'}}");
    }

    @Test
    void an_item_selector_sees_the_map_state_as_its_state() {
        assertThat(output(machine("'M': {'Type': 'Map', 'ItemSelector': {'n.$': '$$.State.Name'}, 'End': true,"
                                + " 'ItemProcessor': {" + graph("'I': {'Type': 'Pass', 'End': true}") + "}}")
                        .start("[1]")))
                .isEqualTo("[{'n':'M'}]");
    }
}
