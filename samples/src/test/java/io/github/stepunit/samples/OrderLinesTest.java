package io.github.stepunit.samples;

import static io.github.stepunit.assertj.StepUnitAssertions.assertThat;
import static java.time.Duration.ofSeconds;

import io.github.stepunit.Execution;
import io.github.stepunit.StateMachine;
import io.github.stepunit.junit5.MockTask;
import io.github.stepunit.junit5.StepFunctionTest;
import io.github.stepunit.task.TaskMock;

/** One item of a Map fails: once it is caught inside, once it takes the whole Map down. */
class OrderLinesTest {

    private static final String ORDER =
            """
            {'orderId': 'o-42', 'lines': [
                {'sku': 'tea', 'quantity': 2},
                {'sku': 'cup', 'quantity': 6},
                {'sku': 'pot', 'quantity': 1}
            ]}""";

    // #region all
    @StepFunctionTest("statemachines/order-lines.asl.json")
    void every_line_is_picked_two_at_a_time(
            StateMachine machine, @MockTask("Pick") TaskMock pick, @MockTask("Tell courier") TaskMock courier) {
        pick.returns("{'shelf': 'A1'}").after(ofSeconds(10));
        courier.returns("{'MessageId': 'm-1'}");

        Execution execution = machine.start(ORDER);

        assertThat(execution).hasSucceeded().took(ofSeconds(20));
        assertThat(execution).state("Tell courier").hasTaskInputAt("$.Message", "3 lines of order o-42 are ready");
    }
    // #endregion

    // #region caught
    @StepFunctionTest("statemachines/order-lines.asl.json")
    void a_line_that_is_sold_out_is_put_on_back_order(
            StateMachine machine,
            @MockTask("Pick") TaskMock pick,
            @MockTask("Back-order") TaskMock backOrder,
            @MockTask("Tell courier") TaskMock courier) {
        pick.returns("{'shelf': 'A1'}");
        pick.whenInputAt("$.Payload.sku", "cup").fails("SoldOut");
        backOrder.returns("{'MessageId': 'b-1'}");
        courier.returns("{'MessageId': 'm-1'}");

        Execution execution = machine.start(ORDER);

        assertThat(execution).hasSucceeded();
        assertThat(execution).state("Pick lines").hasIterations(3);
        assertThat(execution).state("Pick lines").iteration(0).hasSucceeded().hasPath("Pick");
        assertThat(execution)
                .state("Pick lines")
                .iteration(1)
                .hasPath("Pick", "Back-order")
                .hasOutputAt("$.picked.backOrder", "b-1");
    }
    // #endregion

    // #region fails
    @StepFunctionTest("statemachines/order-lines.asl.json")
    void a_line_that_fails_fails_the_order(StateMachine machine, @MockTask("Pick") TaskMock pick) {
        pick.returns("{'shelf': 'A1'}").after(ofSeconds(10));
        pick.whenInputAt("$.Payload.sku", "cup").fails("ShelfCollapsed").after(ofSeconds(3));

        Execution execution = machine.start(ORDER);

        assertThat(execution).hasFailedWith("ShelfCollapsed").took(ofSeconds(3));
        assertThat(execution).state("Pick lines").iteration(0).wasAborted();
        assertThat(execution).state("Pick lines").iteration(1).hasFailedWith("ShelfCollapsed");
    }
    // #endregion
}
