package io.github.stepunit.contract.testsource;

import io.github.stepunit.contract.testsource.Argument.Json;
import io.github.stepunit.contract.testsource.Argument.Raw;
import io.github.stepunit.contract.testsource.Argument.Text;
import io.github.stepunit.contract.testsource.Argument.Time;
import io.github.stepunit.task.ScriptedAnswer;
import io.github.stepunit.task.TaskMock;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A call in the script of a mock: both what the test will say and what is said when it is tried.
 *
 * @param method of {@link TaskMock}, without {@code then}; or of {@link ScriptedAnswer}
 */
record ScriptCall(String method, List<Argument> arguments) {

    static ScriptCall of(String method, Argument... arguments) {
        return new ScriptCall(method, List.of(arguments));
    }

    /** Begins a script. */
    ScriptedAnswer begin(TaskMock mock) {
        return switch (method) {
            case "returns" -> mock.returns(text(0));
            case "returnsRaw" -> mock.returnsRaw(text(0));
            case "fails" -> arguments.size() == 1 ? mock.fails(text(0)) : mock.fails(text(0), text(1));
            case "failsToSubmit" -> mock.failsToSubmit(text(0), nullable(1));
            case "timesOut" -> mock.timesOut();
            case "neverAnswers" -> mock.neverAnswers();
            case "answers" -> mock.answers(task -> ((Raw) arguments.get(0)).outcome());
            default -> throw unknown();
        };
    }

    /** Adds another answer. */
    ScriptedAnswer then(ScriptedAnswer last) {
        return switch (method) {
            case "returns" -> last.thenReturns(text(0));
            case "returnsRaw" -> last.thenReturnsRaw(text(0));
            case "fails" -> arguments.size() == 1 ? last.thenFails(text(0)) : last.thenFails(text(0), text(1));
            case "failsToSubmit" -> last.thenFailsToSubmit(text(0), nullable(1));
            case "timesOut" -> last.thenTimesOut();
            case "neverAnswers" -> last.thenNeverAnswers();
            case "answers" -> last.thenAnswers(task -> ((Raw) arguments.get(0)).outcome());
            default -> throw unknown();
        };
    }

    /** Says more about an answer. */
    void describe(ScriptedAnswer answer) {
        switch (method) {
            case "after" -> answer.after(time(0));
            case "withHeartbeats" ->
                answer.withHeartbeats(
                        arguments.stream().map(each -> ((Time) each).duration()).toArray(Duration[]::new));
            case "submittedWith" -> answer.submittedWith(text(0));
            case "pickedUpAfter" -> {
                if (arguments.size() == 1) {
                    answer.pickedUpAfter(time(0));
                } else {
                    answer.pickedUpAfter(time(0), text(1));
                }
            }
            default -> throw unknown();
        }
    }

    private IllegalStateException unknown() {
        return new IllegalStateException("There is no " + method + " in a script.");
    }

    private String text(int index) {
        return arguments.get(index) instanceof Json json ? json.text() : ((Text) arguments.get(index)).text();
    }

    private @Nullable String nullable(int index) {
        return arguments.get(index) instanceof Text text ? text.text() : null;
    }

    private Duration time(int index) {
        return ((Time) arguments.get(index)).duration();
    }
}
