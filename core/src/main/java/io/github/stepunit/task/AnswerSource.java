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
 * @param error the error that the test has written out; null when it has not
 * @param byHand whether the test sends the answer itself
 */
record AnswerSource(Supplier<String> words, TaskHandler handler, @Nullable String error, boolean byHand) {

    private static final int EXCERPT = 100;

    private AnswerSource(Supplier<String> words, TaskHandler handler) {
        this(words, handler, null, false);
    }

    private static AnswerSource of(String words, TaskOutcome outcome) {
        return new AnswerSource(() -> words, invocation -> outcome);
    }

    static AnswerSource returning(JsonNode payload) {
        return new AnswerSource(
                () -> "returns " + MockErrors.excerpt(payload, EXCERPT),
                invocation -> TaskOutcome.succeedShared(ShortForm.complete(invocation, payload)));
    }

    static AnswerSource returningRaw(JsonNode result) {
        TaskOutcome outcome = TaskOutcome.succeed(result);
        return new AnswerSource(() -> "returns raw " + MockErrors.excerpt(result, EXCERPT), invocation -> outcome);
    }

    static AnswerSource succeeding(JsonNode given) {
        return new AnswerSource(
                () -> "succeeds", invocation -> TaskOutcome.succeedShared(ServiceResponses.success(invocation, given)));
    }

    static AnswerSource running(String mock, Function<JsonNode, ?> function) {
        return new AnswerSource(() -> "runs a function", invocation -> {
            Object result = function.apply(LambdaInvoke.payload(invocation));
            return TaskOutcome.succeed(ShortForm.complete(invocation, MockErrors.convertResult(mock, result)));
        });
    }

    static AnswerSource failing(String mock, String error, @Nullable String cause) {
        TaskOutcome outcome = TaskOutcome.fail(MockErrors.requireErrorName(mock, error), cause);
        return new AnswerSource(() -> "fails with " + error, invocation -> outcome, error, false);
    }

    static AnswerSource failing(TaskFailure failure) {
        return new AnswerSource(() -> "fails (" + failure + ")", failure);
    }

    static AnswerSource failingToSubmit(String mock, String error, @Nullable String cause) {
        TaskOutcome outcome = TaskOutcome.failToSubmit(MockErrors.requireErrorName(mock, error), cause);
        return new AnswerSource(() -> "fails to submit with " + error, invocation -> outcome, error, false);
    }

    static AnswerSource timingOut() {
        return of("times out", TaskOutcome.timeOut());
    }

    static AnswerSource neverAnswering() {
        return of("never answers", TaskOutcome.neverAnswer());
    }

    static AnswerSource answeringByHand() {
        TaskOutcome outcome = TaskOutcome.answerByHand();
        return new AnswerSource(() -> "answers by hand", invocation -> outcome, null, true);
    }

    static AnswerSource asking(TaskHandler handler) {
        return new AnswerSource(() -> "answers by a handler", handler);
    }

    String describe() {
        return words.get();
    }
}
