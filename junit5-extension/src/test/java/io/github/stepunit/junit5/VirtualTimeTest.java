package io.github.stepunit.junit5;

import static java.time.Duration.ofHours;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.stepunit.Execution;
import io.github.stepunit.StateMachine;
import io.github.stepunit.task.TaskMock;
import java.time.Instant;
import org.jspecify.annotations.NullUnmarked;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

@NullUnmarked // fields are injected
class VirtualTimeTest {

    @Nested
    @StepFunctionTest("approval.asl.json")
    @VirtualTime(start = "2026-03-29T00:30:00Z")
    class OnAClass {

        @MockTask("Approve")
        TaskMock approve;

        @Test
        void the_clock_starts_there(StateMachine machine) {
            approve.returns("{}").after(ofHours(2));

            Execution execution = machine.start();

            assertThat(execution.startTime()).isEqualTo(Instant.parse("2026-03-29T00:30:00Z"));
            assertThat(execution.now()).isEqualTo(Instant.parse("2026-03-29T02:30:00Z"));
        }

        @Test
        @VirtualTime(start = "2026-02-28T23:59:59+01:00")
        void a_method_goes_before_its_class(StateMachine machine) {
            approve.returns("{}");

            assertThat(machine.start().startTime()).isEqualTo(Instant.parse("2026-02-28T22:59:59Z"));
        }

        @Nested
        class Inside {

            @Test
            void it_holds_for_nested_classes(StateMachine machine) {
                approve.returns("{}");

                assertThat(machine.start().startTime()).isEqualTo(Instant.parse("2026-03-29T00:30:00Z"));
            }
        }
    }

    @StepFunctionTest("approval.asl.json")
    @VirtualTime(start = "29.3.2026")
    static class NoInstantTestCase {
        @Test
        void test() {}
    }

    @Test
    void what_is_no_instant_is_explained() {
        assertThat(TestRun.of(NoInstantTestCase.class).message())
                .isEqualTo(
                        """
                        @VirtualTime of NoInstantTestCase: `29.3.2026` is no instant.
                          do      write it as ISO 8601 has it: @VirtualTime(start = "2026-03-29T00:30:00Z").""");
    }
}
