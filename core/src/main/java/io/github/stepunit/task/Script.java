package io.github.stepunit.task;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** The answers of one mock for one kind of input, in order, and how far they are used up. */
final class Script {

    private final String mock;
    private final CodeLocation location;
    private final List<ScriptedAnswer> answers = new ArrayList<>();
    private int current;
    private int usedOfCurrent;
    private int calls;

    /** @param mock how messages call the mock */
    Script(String mock, CodeLocation location) {
        this.mock = mock;
        this.location = location;
    }

    ScriptedAnswer add(ScriptedAnswer answer) {
        answers.add(answer);
        return answer;
    }

    String mock() {
        return mock;
    }

    CodeLocation location() {
        return location;
    }

    /** How often it has answered. */
    int calls() {
        return calls;
    }

    /** How many calls it is good for; meaningless when the last answer repeats. */
    int scriptedCalls() {
        return answers.stream().mapToInt(ScriptedAnswer::times).sum();
    }

    /** The answers in words. */
    String describe() {
        return answers.stream().map(ScriptedAnswer::describe).collect(Collectors.joining(", then "));
    }

    /**
     * Checks what the answers say about the way in which a Task is done.
     *
     * @param tasks the Tasks that it may answer, as far as they are known
     * @throws IllegalArgumentException when an answer fits none of them
     */
    void check(Supplier<List<TaskAddress>> tasks) {
        for (ScriptedAnswer answer : answers) {
            if (answer.saysHow()) {
                answer.requireFit(tasks.get());
            }
        }
    }

    /** Uses the next answer up; null when there is none left. */
    @Nullable
    ScriptedAnswer take(Strictness strictness) {
        ScriptedAnswer answer = next();
        if (answer == null && strictness == Strictness.LENIENT) {
            answer = answers.get(answers.size() - 1);
        }
        if (answer != null) {
            usedOfCurrent++;
            calls++;
        }
        return answer;
    }

    private @Nullable ScriptedAnswer next() {
        while (current < answers.size()) {
            ScriptedAnswer answer = answers.get(current);
            if (repeats(answer) || usedOfCurrent < answer.times()) {
                return answer;
            }
            current++;
            usedOfCurrent = 0;
        }
        return null;
    }

    private boolean repeats(ScriptedAnswer answer) {
        return answer.isAlways() || (answers.size() == 1 && !answer.hasTimes());
    }

    /** Whether everything that had to be used was. An answer that is always given may be used or not. */
    boolean isUsedUp() {
        if (calls == 0) {
            return answers.get(0).isAlways();
        }
        ScriptedAnswer next = next();
        return next == null || repeats(next);
    }
}
