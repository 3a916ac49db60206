package io.github.stepunit.rules;

import static io.github.stepunit.rules.Asl.machine;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.stepunit.Execution;
import io.github.stepunit.StateMachine;
import io.github.stepunit.history.HistoryEventDetails.ExecutionStarted;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Executions that are started by a version or an alias of their machine. */
class VersionTest {

    private static final String ARN = "arn:aws:states:us-east-1:123456789012:stateMachine:Orders";

    private static final StateMachine ORDERS = machine(
                    "'P': {'Type': 'Pass', 'Parameters': {'id.$': '$$.StateMachine.Id'}, 'End': true}")
            .named("Orders");

    private static ExecutionStarted started(Execution execution) {
        return (ExecutionStarted) execution.history().events().get(0).details();
    }

    @Test
    void without_either_the_history_names_none() {
        Execution execution = ORDERS.start();

        assertThat(started(execution).stateMachineVersionArn()).isNull();
        assertThat(started(execution).stateMachineAliasArn()).isNull();
        assertThat(ORDERS.versionArn()).isNull();
        assertThat(ORDERS.aliasArn()).isNull();
    }

    @Test
    void a_version_is_recorded_and_the_context_shows_the_machine() {
        StateMachine third = ORDERS.version(3);
        Execution execution = third.start();

        assertThat(started(execution).stateMachineVersionArn()).isEqualTo(ARN + ":3");
        assertThat(started(execution).stateMachineAliasArn()).isNull();
        assertThat(third.versionArn()).isEqualTo(ARN + ":3");
        assertThat(third.arn()).isEqualTo(ARN);
        assertThat(execution.output().get("id").textValue()).isEqualTo(ARN);
        assertThat(execution.arn()).endsWith(":execution:Orders:execution");
    }

    @Test
    void an_alias_is_recorded_with_the_version_that_it_leads_to() {
        assertThat(started(ORDERS.alias("PROD").start()).stateMachineVersionArn())
                .isEqualTo(ARN + ":1");
        Execution execution = ORDERS.version(3).alias("PROD").start();

        assertThat(started(execution).stateMachineAliasArn()).isEqualTo(ARN + ":PROD");
        assertThat(started(execution).stateMachineVersionArn()).isEqualTo(ARN + ":3");
        assertThat(execution.history().toJson())
                .contains("\"stateMachineAliasArn\": \"" + ARN + ":PROD\"")
                .contains("\"stateMachineVersionArn\": \"" + ARN + ":3\"");
        assertThat(execution
                        .describeExecutionAnswer()
                        .get("stateMachineAliasArn")
                        .textValue())
                .isEqualTo(ARN + ":PROD");
    }

    @Test
    void versions_are_numbered_from_one() {
        assertThatThrownBy(() -> ORDERS.version(0))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("Versions of a state machine are numbered from 1, but the version should be 0.");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "12", "a b", "x:y", "ünit"})
    void an_alias_has_a_name_that_aws_takes(String name) {
        assertThatThrownBy(() -> ORDERS.alias(name))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("\"" + name + "\" cannot be the name of an alias: AWS takes 1 to 80 letters, digits, and"
                        + " '-', '_', '.', but not digits alone.");
    }

    @ParameterizedTest
    @ValueSource(strings = {"PROD", "v-1", "1.0", "_"})
    void such_names_are(String name) {
        assertThat(ORDERS.alias(name).aliasArn()).isEqualTo(ARN + ":" + name);
    }
}
