package io.github.stepunit.contract.model;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.stepunit.StateMachine;
import io.github.stepunit.definition.StateMachineDefinition;
import io.github.stepunit.json.JsonText;
import io.github.stepunit.task.TaskHandler;
import io.github.stepunit.task.TaskInvocation;
import io.github.stepunit.task.TaskOutcome;
import io.github.stepunit.task.TaskOutcome.Answer;
import java.util.List;

/** Asks the mocks, and looks at both sides of the conversation. */
record CheckedTasks(ServiceModelCheck check, TaskHandler mocks, List<StateMachine> machines) implements TaskHandler {

    private static final int EXCERPT = 300;
    private static final String LESS = ", or check less: FieldValidationMode.PRESENT or NONE";

    @Override
    public Precedence precedence(TaskInvocation invocation) {
        Precedence precedence = mocks.precedence(invocation);
        if (precedence != Precedence.BEFORE_STATE_MACHINE) {
            // Else the mocks are asked next.
            checkRequest(invocation);
        }
        return precedence;
    }

    @Override
    public TaskOutcome handle(TaskInvocation invocation) {
        checkRequest(invocation);
        TaskOutcome outcome = mocks.handle(invocation);
        JsonNode submitted = outcome.submitOutput();
        if (submitted != null) {
            List<ModelProblem> problems = check.problemsOfSubmission(invocation.resource(), submitted);
            refuseAnswer(invocation, problems, "answers the submission with what ", submitted);
        }
        checkAnswer(invocation, outcome.answer());
        return outcome;
    }

    @Override
    public void givenTo(StateMachineDefinition machine) {
        mocks.givenTo(machine);
    }

    @Override
    public void beforeStart(List<StateMachineDefinition> taking) {
        mocks.beforeStart(taking);
    }

    private void checkRequest(TaskInvocation invocation) {
        JsonNode request = invocation.input();
        refuse(
                invocation,
                check.problemsOfRequest(invocation.resource(), request),
                "The Task `" + invocation.statePath() + "` sends what " + api(invocation) + " does not take:",
                "request   " + JsonText.excerpt(request, EXCERPT),
                "correct the state's Parameters or Arguments");
    }

    private void checkAnswer(TaskInvocation invocation, Answer answer) {
        if (answer instanceof Answer.Succeeded succeeded) {
            List<ModelProblem> problems = check.problemsOfResult(invocation.resource(), succeeded.output());
            refuseAnswer(invocation, problems, "answers what ", succeeded.output());
        } else if (answer instanceof Answer.Failed failed) {
            refuseError(invocation, failed.error());
        } else if (answer instanceof Answer.SubmitFailed failed) {
            refuseError(invocation, failed.error());
        }
    }

    private void refuseAnswer(TaskInvocation invocation, List<ModelProblem> problems, String verb, JsonNode answer) {
        refuse(
                invocation,
                problems,
                "The mock of `" + invocation.statePath() + "` " + verb + api(invocation) + " never does:",
                "answer    " + JsonText.excerpt(answer, EXCERPT),
                "correct the mock");
    }

    private void refuseError(TaskInvocation invocation, String error) {
        refuse(
                invocation,
                check.problemsOfError(invocation.resource(), error),
                "The mock of `" + invocation.statePath() + "` fails as " + api(invocation) + " never does:",
                "error     " + error,
                "correct the mock");
    }

    private void refuse(
            TaskInvocation invocation, List<ModelProblem> problems, String headline, String excerpt, String remedy) {
        if (problems.isEmpty()) {
            return;
        }
        StringBuilder message = new StringBuilder(headline);
        problems.forEach(problem -> message.append("\n  ").append(problem));
        message.append("\n  resource  ").append(invocation.resource().arn());
        message.append("\n  ").append(excerpt);
        TaskPlaces.place(machines, invocation.stateName(), invocation.resource())
                .ifPresent(place -> message.append("\n  defined   at ").append(place));
        message.append("\n  do        ").append(remedy).append(LESS).append('.');
        throw new ServiceModelException(message.toString(), problems);
    }

    private static String api(TaskInvocation invocation) {
        return invocation.resource().serviceAction();
    }
}
