package io.github.stepunit.task;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.catchThrowable;

import io.github.stepunit.Execution;
import io.github.stepunit.ExecutionStatus;
import io.github.stepunit.StateMachine;
import io.github.stepunit.definition.StateMachineDefinition;
import io.github.stepunit.definition.StateMachineType;
import io.github.stepunit.fault.FaultSweep;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** Mocks that were made without a definition are checked against the machines that they are given to. */
class GivenMachinesTest {

    private static final StateMachine ORDERS = machine("orders", "Charge card", "charge");
    private static final StateMachine BANK = machine("bank", "Call bank", "bank");

    private final TaskMocks tasks = new TaskMocks();

    private static StateMachine machine(String name, String task, String function) {
        return StateMachine.of(
                        """
                        {"StartAt": "Skip?", "States": {
                          "Skip?": {"Type": "Choice",
                            "Choices": [{"Variable": "$.skip", "IsPresent": true, "Next": "Done"}], "Default": "%1$s"},
                          "%1$s": {"Type": "Task", "Resource": "arn:aws:states:::lambda:invoke",
                            "Parameters": {"FunctionName": "%2$s"}, "Next": "Done"},
                          "Done": {"Type": "Succeed"}}}"""
                                .formatted(task, function))
                .named(name);
    }

    private static String message(Throwable thrown) {
        return String.valueOf(thrown.getMessage()).replaceAll("\\.java:\\d+", ".java:N");
    }

    @Test
    void a_mistyped_selector_is_refused_when_an_execution_starts_though_its_Task_is_never_reached() {
        tasks.mock("Chrage card").returns("1").always();
        StateMachine orders = ORDERS.withTasks(tasks);
        assertThatIllegalArgumentException().isThrownBy(() -> orders.startPaused("{}"));
        assertThat(message(catchThrowable(() -> orders.start("{'skip': true}"))))
                .isEqualTo(
                        """
                        No Task of the state machine matches the mock selector `Chrage card`. Did you mean `Charge card`?
                          mocked    at io.github.stepunit.task.GivenMachinesTest.a_mistyped_selector_is_refused_when_an_execution_starts_though_its_Task_is_never_reached(GivenMachinesTest.java:N)
                          tasks     `Charge card` (arn:aws:states:::lambda:invoke of charge)
                          do        name a state, a state path, a Lambda function, a resource ARN or a service action of these Tasks.
                          or        when another state machine of this test has it, give it these mocks before (withTasks), or make them lenient().""");
    }

    @Test
    void a_selector_that_was_added_after_the_first_start_is_checked_at_the_next() {
        StateMachine orders = ORDERS.withTasks(tasks);
        tasks.mock("Charge card").returns("1").always();
        orders.start();
        tasks.mock("Charge").returns("1");
        assertThatIllegalArgumentException().isThrownBy(orders::start);
    }

    @Test
    void a_Task_of_a_machine_that_the_started_one_may_start_is_known() {
        tasks.mock("Call bank").returns("1").always();
        StateMachine orders = ORDERS.withTasks(tasks);
        assertThatIllegalArgumentException().isThrownBy(orders::start);
        assertThat(orders.withStateMachines(BANK).start("{'skip': true}").status())
                .isEqualTo(ExecutionStatus.SUCCEEDED);
    }

    @Test
    void the_mocks_of_a_machine_that_the_started_one_may_start_are_checked_too() {
        tasks.mock("Call back").returns("1");
        StateMachine orders = ORDERS.withStateMachines(BANK.withTasks(tasks));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> orders.start("{'skip': true}"))
                .withMessageStartingWith(
                        "No Task of the state machine matches the mock selector `Call back`. Did you mean `Call bank`?");
    }

    @Test
    void several_machines_that_know_nothing_of_each_other_can_share_mocks() {
        StateMachine orders = ORDERS.withTasks(tasks);
        StateMachine bank = BANK.withTasks(tasks);
        tasks.mock("Charge card").returns("1").always();
        tasks.mock("Call bank").returns("2").always();
        assertThat(List.of(orders.start(), bank.start()))
                .extracting(Execution::status)
                .containsOnly(ExecutionStatus.SUCCEEDED);
    }

    @Test
    void lenient_mocks_are_for_any_machine() {
        tasks.lenient().mock("Somewhere else").returns("1");
        assertThat(ORDERS.withTasks(tasks).start("{'skip': true}").status()).isEqualTo(ExecutionStatus.SUCCEEDED);
    }

    @Test
    void an_execution_that_is_redriven_with_other_mocks_checks_them() {
        tasks.mock("Charge card").fails("Boom");
        Execution execution = ORDERS.withTasks(tasks).start();
        TaskMocks mended = new TaskMocks();
        mended.mock("Charge a card").returns("1");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> execution.redrive(mended))
                .withMessageContaining("Did you mean `Charge card`?");
    }

    @Test
    void what_stands_before_the_mocks_hands_on_what_they_are_told() {
        tasks.mock("Charge card").returns("1").always();
        tasks.mock("Chrage card").returns("1").always();
        FaultSweep sweep =
                FaultSweep.of(ORDERS, (machine, own) -> machine.withTasks(tasks).start());
        assertThat(catchThrowable(sweep::run)).hasStackTraceContaining("the mock selector `Chrage card`");
    }

    @Test
    void a_logical_id_of_the_template_is_a_selector_here_too() {
        StateMachineDefinition loaded = ORDERS.definition()
                .loadedWith(Map.of("ChargeFunction", Set.of("charge"), "Unused", Set.of("u")), List.of());
        tasks.mock("ChargeFunction").returns("'charged'");
        Execution execution = StateMachine.of(loaded, StateMachineType.STANDARD)
                .withTasks(tasks)
                .start();
        assertThat(execution.output().at("/Payload").textValue()).isEqualTo("charged");
    }
}
