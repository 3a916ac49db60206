package io.github.stepunit.task;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import org.junit.jupiter.api.Test;

class AnswerResourceTest {

    private final TaskMocks tasks = new TaskMocks();
    private final TaskMock charge = tasks.mock("Charge card");

    private TaskOutcome call() {
        return tasks.handle(FakeInvocation.of("Charge card"));
    }

    @Test
    void an_answer_stands_beside_the_test_or_from_the_root_on() {
        charge.returnsResource("charge-ok.json").thenReturnsResource("io/github/stepunit/task/charge-ok.json");

        assertThat(call()).isEqualTo(TaskOutcome.succeed("{'receipt': 'r-1'}"));
        assertThat(call()).isEqualTo(TaskOutcome.succeed("{'receipt': 'r-1'}"));
    }

    @Test
    void one_that_is_not_there_is_explained() {
        assertThat(catchThrowable(() -> charge.returnsResource("charge-okay.json")))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageMatching(
                        """
                        Mock `Charge card`: there is no file charge-okay\\.json on the class path\\.
                          at        io\\.github\\.stepunit\\.task\\.AnswerResourceTest.*
                          do        put it beside the test, as io/github/stepunit/task/charge-okay\\.json in src/test/resources, or name it from the root of the class path on\\.""");
    }

    @Test
    void one_that_is_no_JSON_is_explained() {
        assertThat(catchThrowable(() -> charge.returnsResource("AnswerResourceTest.class")))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageStartingWith("Mock `Charge card`: the file AnswerResourceTest.class is not JSON: ")
                .hasMessageEndingWith("write JSON into it; single quotes are allowed.");
    }
}
