package consumer;

import static io.github.stepunit.assertj.StepUnitAssertions.assertThat;

import io.github.stepunit.StateMachine;

/** Runs one execution from the module path, in both query languages. */
public final class Main {

    private Main() {}

    public static void main(String[] args) {
        StateMachine machine = StateMachine.of(
                """
                {"StartAt": "A", "States": {
                  "A": {"Type": "Pass", "Parameters": {"all.$": "$.items[*]"}, "Next": "B"},
                  "B": {"Type": "Pass", "QueryLanguage": "JSONata", "Output": "{% $sum($states.input.all) %}", "End": true}}}
                """);
        assertThat(machine.start("{'items': [1, 2, 3]}")).hasSucceeded().hasOutput("6");
        System.out.println("module path: fine");
    }
}
