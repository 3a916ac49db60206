package io.github.stepunit.task;

import io.github.stepunit.integration.ResourceErrors;
import java.util.List;
import java.util.stream.Collectors;

/** Every message about failures that the resource of a Task does not have. Golden: TaskFailureTest. */
final class FailureErrors {

    private static final int MOST_NAMES = 12;

    private FailureErrors() {}

    static MockAnswerException misplaced(TaskInvocation invocation, String words, String reason) {
        MockReport report = MockErrors.describe(
                new MockReport("The failure \"" + words + "\" does not exist for the Task `" + invocation.statePath()
                        + "`: " + reason + "."),
                invocation);
        return new MockAnswerException(
                report.with("do", "let the Task fail with an error that its resource raises: fails(error, cause).")
                        .toString(),
                null);
    }

    static MockAnswerException unknownException(TaskInvocation invocation, String exception) {
        ResourceErrors errors = invocation.resource().errors();
        List<String> closest = errors.closest(exception);
        MockReport report = new MockReport("The service behind the Task `" + invocation.statePath()
                + "` has no exception " + exception + "."
                + (closest.isEmpty() ? "" : " Did you mean " + withoutPrefix(closest.get(0)) + "?"));
        return new MockAnswerException(
                MockErrors.describe(report, invocation)
                        .with("raises", names(errors))
                        .with("do", "name an exception of the service; fails(error, cause) takes any error.")
                        .toString(),
                null);
    }

    private static String withoutPrefix(String name) {
        return name.substring(name.lastIndexOf('.') + 1);
    }

    private static String names(ResourceErrors errors) {
        List<String> names = List.copyOf(errors.names());
        String listed = names.stream().limit(MOST_NAMES).collect(Collectors.joining(", "));
        if (names.isEmpty()) {
            return "what its worker reports";
        }
        return names.size() <= MOST_NAMES ? listed : listed + ", … (" + names.size() + ")";
    }
}
