package io.github.stepunit.contract.testsource;

import io.github.stepunit.task.TaskOutcome;
import java.time.Duration;

/** An argument in the script of a mock. */
sealed interface Argument {

    /** JSON text, as the test has it. */
    record Json(String text) implements Argument {}

    /** Any text. */
    record Text(String text) implements Argument {}

    /** No text. */
    record Null() implements Argument {}

    /** A length of time. */
    record Time(Duration duration) implements Argument {}

    /** A raw outcome, for which the mocks have no words. */
    record Raw(TaskOutcome outcome) implements Argument {}
}
