package io.github.stepunit;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.stepunit.history.ExecutionHistory;
import io.github.stepunit.task.TaskMocks;
import io.github.stepunit.task.TaskOutcome;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** Null where the API takes none is said at once, and by the name of the parameter. */
@SuppressWarnings({"NullAway", "DataFlowIssue"}) // which is the point
class NullArgumentTest {

    private static final StateMachine MACHINE =
            StateMachine.of("{\"StartAt\":\"S\",\"States\":{\"S\":{\"Type\":\"Succeed\"}}}");

    @TestFactory
    Stream<DynamicTest> null_is_refused_by_name() {
        Execution execution = MACHINE.startPaused("{}");
        return Stream.of(
                refused("asl", () -> StateMachine.of((String) null)),
                refused("file", () -> StateMachine.load((Path) null)),
                refused("name", () -> MACHINE.named(null)),
                refused("name", () -> MACHINE.withExecutionName(null)),
                refused("roleArn", () -> MACHINE.withRole(null)),
                refused("region", () -> MACHINE.inAccount("123456789012", null)),
                refused("instant", () -> MACHINE.startingAt(null)),
                refused("limits", () -> MACHINE.withLimits(null)),
                refused("tasks", () -> MACHINE.withTasks(null)),
                refused("state", () -> MACHINE.testState(null)),
                refused("state", () -> execution.runUntilState(null)),
                refused("state", () -> execution.runUntilTaskToken(null)),
                refused("instant", () -> execution.runUntil(null)),
                refused("duration", () -> execution.advance(null)),
                refused("output", () -> execution.sendTaskSuccess("token", (JsonNode) null)),
                refused("pause", () -> execution.redriveAfter(null)),
                refused("json", () -> TaskOutcome.succeed((String) null)),
                refused("error", () -> TaskOutcome.fail(null)),
                refused("handler", () -> new TaskMocks().mock("S").answers(null)),
                refused("function", () -> new TaskMocks().mock("S").runs(null)),
                refused("json", () -> ExecutionHistory.parse(null)));
    }

    @Test
    void a_mock_says_what_to_give_instead_of_null() {
        assertThatThrownBy(() -> new TaskMocks().mock("S").returns((String) null))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("the answer is null")
                .hasMessageContaining("give a JSON value; JSON null is \"null\".");
    }

    private static DynamicTest refused(String parameter, ThrowingCallable call) {
        return DynamicTest.dynamicTest(parameter, () -> assertThatThrownBy(call)
                .isInstanceOf(NullPointerException.class)
                .hasMessage(parameter));
    }
}
