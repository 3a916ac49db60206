package io.github.stepunit.task;

import java.util.List;

/**
 * A mocked response: what the invocations of a state give, counted from 0.
 *
 * @param name as the file has it
 * @param answers one for each range of invocations, without gaps
 */
record MockedResponse(String name, List<Answers> answers) {

    /**
     * What a range of invocations gives.
     *
     * @param first the first of them
     * @param last the last of them
     * @param outcome what each gives
     */
    record Answers(int first, int last, TaskOutcome outcome) {}

    MockedResponse {
        answers = List.copyOf(answers);
    }

    /** How many invocations it answers. */
    int size() {
        return answers.isEmpty() ? 0 : answers.get(answers.size() - 1).last() + 1;
    }

    /** Step Functions Local fails the execution when the file has nothing for an invocation. */
    TaskOutcome outcome(int invocation) {
        for (Answers each : answers) {
            if (each.first() <= invocation && invocation <= each.last()) {
                return each.outcome();
            }
        }
        return TaskOutcome.notStarted("The mocked response \"" + name + "\" has nothing for invocation " + invocation
                + (answers.isEmpty()
                        ? ": it is empty."
                        : ": it ends with invocation "
                                + answers.get(answers.size() - 1).last() + "."));
    }
}
