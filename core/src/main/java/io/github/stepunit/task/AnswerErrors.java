package io.github.stepunit.task;

/** Every message about scripted answers that the resource of a Task never gives. Golden: AnswerErrorsTest. */
final class AnswerErrors {

    private AnswerErrors() {}

    /** Before the execution starts. */
    static IllegalArgumentException unfit(Script script, Misfit misfit, TaskAddress task) {
        return new IllegalArgumentException(complete(
                unfit(script, misfit, task.path())
                        .with("resource", task.resource().arn()),
                script,
                misfit));
    }

    /** When the Task asks for it. */
    static MockAnswerException unfit(Script script, Misfit misfit, TaskInvocation invocation) {
        MockReport report = MockErrors.describe(unfit(script, misfit, invocation.statePath()), invocation);
        return new MockAnswerException(complete(report, script, misfit), null);
    }

    private static MockReport unfit(Script script, Misfit misfit, String path) {
        return new MockReport("The mock " + script.mock() + " says " + misfit.words() + ", but the Task `"
                + TaskAddress.withoutIndexes(path) + "` cannot: " + misfit.reason() + ".");
    }

    private static String complete(MockReport report, Script script, Misfit misfit) {
        return report.at("scripted", script.location())
                .with("do", misfit.remedy())
                .toString();
    }

    static MockAnswerException neverRaised(Script script, String error, String meant, TaskInvocation invocation) {
        MockReport report = new MockReport(
                "The mock " + script.mock() + " fails with " + error + ", which AWS never raises for the Task `"
                        + invocation.statePath() + "`. Did you mean " + meant + "?");
        return new MockAnswerException(
                MockErrors.describe(report, invocation)
                        .at("scripted", script.location())
                        .with(
                                "do",
                                "fail as AWS does: no Retry or Catch that is right matches another name. An answer by a handler, TaskOutcome.fail(error, cause), takes any.")
                        .toString(),
                null);
    }
}
