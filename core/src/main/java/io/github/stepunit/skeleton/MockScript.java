package io.github.stepunit.skeleton;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.stepunit.definition.TaskResource;
import io.github.stepunit.internal.text.JavaText;
import io.github.stepunit.json.JsonText;
import io.github.stepunit.task.ScriptedAnswer;
import io.github.stepunit.task.TaskMock;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a mock of a test is told, exactly for the calls that it gets.
 *
 * @param state name of the Task state
 * @param parts what it gives, in order; one alone serves every call
 */
record MockScript(String state, List<Part> parts) {

    /**
     * Equal answers to calls in a row.
     *
     * @param answer what it gives
     * @param payload what it returns, as mocks take it; null when it returns nothing
     * @param times how often
     */
    record Part(Answer answer, @Nullable JsonNode payload, int times) {}

    static MockScript of(String state, TaskResource resource, Draft draft, int calls) {
        List<Part> parts = new ArrayList<>();
        for (int call = 0; call < calls; call++) {
            Answer answer = draft.answer(state, call);
            JsonNode payload = answer instanceof Answer.Result result ? MockForm.of(resource, result.result()) : null;
            Part last = parts.isEmpty() ? null : parts.get(parts.size() - 1);
            if (last != null && last.answer().equals(answer)) {
                parts.set(parts.size() - 1, new Part(answer, payload, last.times() + 1));
            } else {
                parts.add(new Part(answer, payload, 1));
            }
        }
        return new MockScript(state, parts);
    }

    /** Tells a mock. */
    void begin(TaskMock mock) {
        ScriptedAnswer last = null;
        for (Part each : parts) {
            last = each.payload() != null
                    ? last == null ? mock.returns(each.payload()) : last.thenReturns(each.payload())
                    : failing(mock, last, each.answer());
            if (parts.size() > 1 && each.times() > 1) {
                last = last.times(each.times());
            }
        }
    }

    private static ScriptedAnswer failing(TaskMock mock, @Nullable ScriptedAnswer last, Answer answer) {
        if (answer instanceof Answer.Failure failure) {
            String cause = failure.cause().isEmpty() ? null : failure.cause();
            return last == null ? mock.fails(failure.error(), cause) : last.thenFails(failure.error(), cause);
        }
        if (answer instanceof Answer.TimeOut) {
            return last == null ? mock.timesOut() : last.thenTimesOut();
        }
        return last == null ? mock.neverAnswers() : last.thenNeverAnswers();
    }

    /** The same as Java. */
    String statement() {
        StringBuilder text = new StringBuilder("tasks.mock(" + JavaText.literal(state) + ")");
        boolean first = true;
        for (Part each : parts) {
            String call = call(each);
            text.append('.').append(first ? call : "then" + Character.toUpperCase(call.charAt(0)) + call.substring(1));
            first = false;
            if (parts.size() > 1 && each.times() > 1) {
                text.append(".times(").append(each.times()).append(')');
            }
        }
        return text.append(';').toString();
    }

    private static String call(Part part) {
        if (part.payload() != null) {
            return "returns(" + json(part.payload()) + ")";
        }
        if (part.answer() instanceof Answer.Failure failure) {
            return "fails(" + JavaText.literal(failure.error())
                    + (failure.cause().isEmpty() ? "" : ", " + JavaText.literal(failure.cause())) + ")";
        }
        return part.answer() instanceof Answer.TimeOut ? "timesOut()" : "neverAnswers()";
    }

    static String json(JsonNode json) {
        return JavaText.jsonLiteral(JsonText.writeCompact(json));
    }
}
