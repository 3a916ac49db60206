package io.github.stepunit.rules;

import static io.github.stepunit.rules.Asl.failure;
import static io.github.stepunit.rules.Asl.output;
import static io.github.stepunit.task.TaskFailure.httpStatus;
import static io.github.stepunit.task.TaskFailure.unreachable;
import static java.time.Duration.ofSeconds;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.stepunit.Execution;
import io.github.stepunit.StateMachine;
import io.github.stepunit.task.TaskMock;
import io.github.stepunit.task.TaskMocks;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** HTTP Tasks (checklist 16). */
class HttpTaskTest {

    private static final String CALL = "'ApiEndpoint': 'https://example.com/orders', 'Method': 'POST',"
            + " 'InvocationConfig': {'ConnectionArn': 'arn:aws:events:us-east-1:123456789012:connection/c/1'}";

    private static Execution run(String fields, String handling, Consumer<TaskMock> script) {
        TaskMocks tasks = new TaskMocks();
        script.accept(tasks.mock("Call"));
        return StateMachine.of(Asl.definition("'Call': {'Type': 'Task', 'Resource': 'arn:aws:states:::http:invoke',"
                        + " 'Parameters': {" + CALL + fields + "}, " + handling + "'End': true}"))
                .withTasks(tasks)
                .start();
    }

    @Test
    void the_answer_has_headers_body_and_status() {
        assertThat(output(run(
                        ", 'RequestBody': {'id': 1}",
                        "'ResultSelector': {'b.$': '$.ResponseBody', 's.$':" + " '$.StatusCode'}, ",
                        call -> call.returns("{'ok': true}"))))
                .isEqualTo("{'b':{'ok':true},'s':200}");
    }

    @Test
    void a_status_that_is_no_success_is_an_error() {
        assertThat(failure(run("", "", call -> call.fails(httpStatus(404, "no such order")))))
                .isEqualTo("States.Http.StatusCode.404: no such order");
        assertThat(output(run(
                        "",
                        "'Retry': [{'ErrorEquals': ['States.Http.StatusCode.503', 'States.Http.Socket']}], ",
                        call -> call.fails(httpStatus(503))
                                .thenFails(unreachable())
                                .thenReturns("{'ResponseBody': 1, 'StatusCode': 201}"))))
                .isEqualTo("{'ResponseBody':1,'StatusCode':201}");
    }

    @Test
    void sixty_seconds_are_the_longest() {
        Execution slow = run("", "", call -> call.returns("{}").after(ofSeconds(61)));
        assertThat(failure(slow)).startsWith("States.Http.Socket: ");
        assertThat(slow.duration()).isEqualTo(ofSeconds(60));
        assertThat(failure(run("", "", call -> call.neverAnswers()))).startsWith("States.Http.Socket: ");
        assertThat(failure(run("", "'TimeoutSeconds': 5, ", call -> call.neverAnswers())))
                .startsWith("States.Timeout");
        assertThat(run("", "", call -> call.returns("{}").after(ofSeconds(60))).error())
                .isNull();
    }

    @ParameterizedTest
    @ValueSource(strings = {"Authorization", "host", "X-Amz-Date", "x-forwarded-for", "Transfer-Encoding"})
    void headers_of_the_service_cannot_be_set(String header) {
        Execution execution = run(
                ", 'Headers': {'" + header + "': 'x'}",
                "'Catch': [{'ErrorEquals': ['States.ALL'], 'Next': 'Call'}], ",
                call -> call.returns("{}").always());

        assertThat(execution.error()).isEqualTo("States.Runtime");
        assertThat(execution.cause())
                .startsWith("An error occurred while executing the state 'Call' (entered at the event id #2). The"
                        + " Parameters '{\"ApiEndpoint\":\"https://example.com/orders\"")
                .endsWith("could not be used to start the Task: [The header '" + header
                        + "' in the field 'Headers' is not allowed]");
    }

    @ParameterizedTest
    @ValueSource(strings = {"'Headers': 'x'", "'Headers': {'a': {'b': 1}}"})
    void headers_have_a_format(String headers) {
        assertThat(failure(run(", " + headers, "", call -> call.returns("{}").always())))
                .endsWith(
                        "could not be used to start the Task: [The value of the field 'Headers' has an invalid format]");
    }

    @Test
    void other_headers_can() {
        assertThat(run(
                                ", 'Headers': {'Accept': 'application/json', 'X-Order': ['1', '2']}",
                                "",
                                call -> call.returns("{}"))
                        .error())
                .isNull();
    }
}
