package io.github.stepunit.task;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.github.stepunit.StateMachine;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Selectors of mocks that know the definition. */
class KnownSelectorsTest {

    private static final String DEFINITION =
            """
            {
              "StartAt": "Ship all",
              "States": {
                "Ship all": {
                  "Type": "Map",
                  "ItemProcessor": {
                    "StartAt": "Both",
                    "States": {
                      "Both": {
                        "Type": "Parallel",
                        "Branches": [
                          {"StartAt": "Print label", "States": {"Print label": {
                            "Type": "Task", "Resource": "arn:aws:lambda:eu-west-1:123456789012:function:print:live", "End": true}}},
                          {"StartAt": "Note", "States": {"Note": {
                            "Type": "Task", "Resource": "arn:aws:states:::lambda:invoke",
                            "Parameters": {%s}, "End": true}}}
                        ],
                        "End": true
                      }
                    }
                  },
                  "End": true
                }
              }
            }
            """;

    private final TaskMocks tasks = of("\"FunctionName\": \"note\"");

    private static TaskMocks of(String parameters) {
        return TaskMocks.of(StateMachine.of(DEFINITION.formatted(parameters)).definition());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Ship all/Both/Print label",
                "Ship all[7]/Both/Print label",
                "Ship all[7]/Both[0]/Print label",
                "Ship all/Both[1]/Note",
                "Note",
                "note",
                "print",
                "print:live",
                "arn:aws:lambda:eu-west-1:123456789012:function:print:live",
                "lambda:invoke",
                "arn:aws:states:::lambda:invoke"
            })
    void that_name_a_Task_are_taken(String selector) {
        assertThat(tasks.mock(selector)).isNotNull();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Ship all/Both[1]/Print label",
                "Ship all/Print label",
                "Ship all",
                "Both",
                "other",
                "dynamodb:putItem",
                "arn:aws:states:::lambda:invoke.waitForTaskToken"
            })
    void that_name_none_are_refused(String selector) {
        assertThatIllegalArgumentException().isThrownBy(() -> tasks.mock(selector));
    }

    @Test
    void the_refusal_lists_the_Tasks() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> tasks.mock("Ship all/Both/Print Label"))
                .withMessage(
                        """
                        No Task of the state machine matches the mock selector `Ship all/Both/Print Label`. Did you mean `Ship all/Both/Print label`?
                          tasks     `Ship all/Both/Print label` (arn:aws:lambda:eu-west-1:123456789012:function:print:live), `Ship all/Both/Note` (arn:aws:states:::lambda:invoke of note)
                          do        name a state, a state path, a Lambda function, a resource ARN or a service action of these Tasks.""");
    }

    @Test
    void any_function_may_be_meant_when_the_input_names_it() {
        TaskMocks dynamic = of("\"FunctionName.$\": \"$.function\"");
        assertThat(dynamic.mock("other")).isNotNull();
        assertThat(dynamic.mock("other:live")).isNotNull();
        assertThat(dynamic.mock("arn:aws:lambda:eu-west-1:123456789012:function:other"))
                .isNotNull();
        assertThatIllegalArgumentException().isThrownBy(() -> dynamic.mock("Print Label"));
    }
}
