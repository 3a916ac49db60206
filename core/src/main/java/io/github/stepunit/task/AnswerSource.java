package io.github.stepunit.task;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * What a scripted answer consists of.
 *
 * @param words what it does, for messages
 * @param handler gives the outcome
 */
record AnswerSource(Supplier<String> words, TaskHandler handler) {

    private static final int EXCERPT = 100;

    private static AnswerSource of(String words, TaskOutcome outcome) {
        return new AnswerSource(() -> words, invocation -> outcome);
    }

    static AnswerSource returning(JsonNode payload) {
        return new AnswerSource(
                () -> "returns " + MockErrors.excerpt(payload, EXCERPT),
                invocation -> TaskOutcome.succeedShared(LambdaInvoke.response(invocation, payload)));
    }

    static AnswerSource returningRaw(JsonNode result) {
        TaskOutcome outcome = TaskOutcome.succeed(result);
        return new AnswerSource(() -> "returns raw " + MockErrors.excerpt(result, EXCERPT), invocation -> outcome);
    }

    static AnswerSource running(String mock, Function<JsonNode, ?> function) {
        return new AnswerSource(() -> "runs a function", invocation -> {
            Object result = function.apply(LambdaInvoke.payload(invocation));
            return TaskOutcome.succeed(LambdaInvoke.response(invocation, MockErrors.convertResult(mock, result)));
        });
    }

    static AnswerSource failing(String mock, String error, @Nullable String cause) {
        return of("fails with " + error, TaskOutcome.fail(MockErrors.requireText(mock, "error name", error), cause));
    }

    static AnswerSource failing(TaskFailure failure) {
        return new AnswerSource(() -> "fails (" + failure + ")", failure);
    }

    static AnswerSource failingToSubmit(String mock, String error, @Nullable String cause) {
        return of(
                "fails to submit with " + error,
                TaskOutcome.failToSubmit(MockErrors.requireText(mock, "error name", error), cause));
    }

    static AnswerSource timingOut() {
        return of("times out", TaskOutcome.timeOut());
    }

    static AnswerSource neverAnswering() {
        return of("never answers", TaskOutcome.neverAnswer());
    }

    static AnswerSource answeringByHand() {
        return of("answers by hand", TaskOutcome.answerByHand());
    }

    static AnswerSource asking(TaskHandler handler) {
        return new AnswerSource(() -> "answers by a handler", handler);
    }

    String describe() {
        return words.get();
    }
}
