package io.github.stepunit.task;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.stepunit.integration.StatesErrors;
import io.github.stepunit.internal.text.DidYouMean;
import io.github.stepunit.json.InvalidJsonException;
import io.github.stepunit.json.JsonText;
import java.io.IOException;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Every message about mocks that are not there, used up, unused or badly scripted. Golden: MockErrorsTest. */
final class MockErrors {

    private static final int EXCERPT = 500;

    private MockErrors() {}

    // --- while a Task runs

    static UnmockedTaskException unmocked(TaskInvocation invocation, List<TaskMock> mocks, @Nullable TaskMock mute) {
        if (mute != null && mute.saysNothing()) {
            return silent(invocation, mute);
        }
        MockReport report =
                describe(new MockReport("No mock answers the Task `" + invocation.statePath() + "`."), invocation);
        if (mute != null) {
            report.with("mocks", mute.selector() + " is mocked, but " + mute.whyMute() + ".");
        } else {
            report.with("mocks", others(invocation, mocks));
        }
        String selector = mute == null
                ? TaskAddress.withoutIndexes(invocation.statePath())
                : mute.selector().text();
        report.with("paste", "tasks.mock(" + javaLiteral(selector) + ").returns(\"{}\");");
        if (invocation.resource().action().startsWith("start")
                && invocation.input().has("StateMachineArn")) {
            report.with("or", "register what it starts: machine.withStateMachines(other)");
        }
        return new UnmockedTaskException(
                report.with("", "(tasks: a TaskMocks, with @StepFunctionTest a parameter of the test)")
                        .toString());
    }

    private static UnmockedTaskException silent(TaskInvocation invocation, TaskMock mute) {
        MockReport report = new MockReport("The mock of " + mute.selector()
                + " says nothing yet, and so cannot answer the Task `" + invocation.statePath() + "`.");
        return new UnmockedTaskException(describe(report, invocation)
                .with("paste", "mock.returns(\"{}\");")
                .with(
                        "",
                        "(mock: the TaskMock that the test has for " + mute.selector()
                                + ", before it starts the machine)")
                .toString());
    }

    private static String others(TaskInvocation invocation, List<TaskMock> mocks) {
        if (mocks.isEmpty()) {
            return "there are none";
        }
        List<String> names = TaskAddress.of(invocation).names();
        return "mocks exist for: "
                + mocks.stream()
                        .map(mock -> mock.selector() + meant(mock.selector(), " — did", names))
                        .collect(Collectors.joining(", "));
    }

    private static String meant(TaskSelector selector, String did, List<String> names) {
        return DidYouMean.closest(selector.text(), names).stream()
                .findFirst()
                .map(name -> did + " you mean `" + name + "`?")
                .orElse("");
    }

    static ExhaustedMockException exhausted(TaskInvocation invocation, Script script) {
        int scripted = script.scriptedCalls();
        MockReport report = new MockReport("The script of the mock " + script.mock() + " is used up: it has "
                + count(scripted, "answer") + ", and attempt " + invocation.attempt() + " of `"
                + invocation.statePath() + "` asked for one more.");
        describe(report, invocation)
                .with("script", script.describe())
                .at("scripted", script.location())
                .with(
                        "do",
                        "add a then…(…) for this call, or end the script with .always() so that its last answer repeats.");
        return new ExhaustedMockException(report.toString());
    }

    /** Asks the test's own code for an outcome; its exceptions are the test's, assertion errors go through as they are. */
    static TaskOutcome call(TaskHandler handler, TaskInvocation invocation, String mock, CodeLocation location) {
        TaskOutcome outcome;
        try {
            outcome = handler.handle(invocation);
        } catch (MockAnswerException | UnmockedTaskException | ExhaustedMockException explained) {
            throw explained; // the latter two by a handler that runs another state machine
        } catch (RuntimeException thrown) {
            MockReport report = describe(
                            new MockReport("The answer of the mock " + mock + " threw " + thrown + "."), invocation)
                    .at("scripted", location)
                    .with(
                            "do",
                            "an error that the state machine should see is an outcome: TaskOutcome.fail(error, cause).");
            throw new MockAnswerException(report.toString(), thrown);
        }
        if (outcome == null) {
            MockReport report = describe(new MockReport("The answer of the mock " + mock + " was null."), invocation)
                    .at("scripted", location)
                    .with("do", "answer with a TaskOutcome, for instance TaskOutcome.succeed(\"{}\").");
            throw new MockAnswerException(report.toString(), null);
        }
        return outcome;
    }

    static MockAnswerException badCondition(TaskInvocation invocation, String mock, RuntimeException thrown) {
        return new MockAnswerException(
                describe(new MockReport("The condition of the mock " + mock + " threw " + thrown + "."), invocation)
                        .with(
                                "do",
                                "a condition sees every input of its Task: let it answer false for those that it does not know.")
                        .toString(),
                thrown);
    }

    static MockReport describe(MockReport report, TaskInvocation invocation) {
        return report.with(
                        "where",
                        invocation.statePath() + ", attempt " + invocation.attempt() + ", at " + invocation.now())
                .with("resource", invocation.resource().arn())
                .with("input", excerpt(invocation.input(), EXCERPT));
    }

    // --- when the test is over

    static UnusedMocksException unused(List<String> unused) {
        String list = unused.stream().map(each -> "\n  " + each).collect(Collectors.joining());
        return new UnusedMocksException(count(unused.size(), "mock") + " not used as scripted:" + list
                + "\nDelete what the test does not need; what only some tests need ends with always().");
    }

    static String unused(Script script) {
        String made = script.calls() == 0
                ? " was never called"
                : " was called " + count(script.calls(), "time") + " and has answers left";
        return script.mock() + made + "; scripted: " + script.describe() + "; at " + script.location();
    }

    // --- while the test scripts

    static IllegalArgumentException badScript(String mock, String what, String remedy) {
        return badScript(mock, what, remedy, null);
    }

    private static IllegalArgumentException badScript(
            String mock, String what, String remedy, @Nullable Exception cause) {
        return new IllegalArgumentException(
                new MockReport("Mock " + mock + ": " + what + (what.endsWith(".") ? "" : "."))
                        .at("at", CodeLocation.ofCaller())
                        .with("do", remedy)
                        .toString(),
                cause);
    }

    static JsonNode parse(String mock, @Nullable String json) {
        if (json == null) {
            throw badScript(mock, "the answer is null", "give a JSON value; JSON null is \"null\".");
        }
        try {
            return JsonText.parseLenient(json);
        } catch (InvalidJsonException notJson) {
            throw badScript(
                    mock,
                    "the answer `" + cut(json, EXCERPT) + "` is not JSON: " + notJson.getMessage(),
                    "write JSON; single quotes are allowed, and text needs them: \"'shipped'\".",
                    notJson);
        }
    }

    static JsonNode parseResource(String mock, String name, String json) {
        try {
            return JsonText.parseLenient(json);
        } catch (InvalidJsonException notJson) {
            throw badScript(
                    mock,
                    "the file " + name + " is not JSON: " + notJson.getMessage(),
                    "write JSON into it; single quotes are allowed.",
                    notJson);
        }
    }

    static IllegalArgumentException noResourceName(String mock, @Nullable String name) {
        return badScript(
                mock,
                "the name of the file is " + (name == null ? "null" : "blank"),
                "name a file beside the test, or from the root of the class path on: \"charge-response.json\".");
    }

    static IllegalArgumentException noResource(String mock, String name, Class<?> test) {
        String folder = test.getPackageName().replace('.', '/');
        return badScript(
                mock,
                "there is no file " + name + " on the class path",
                "put it beside the test, as " + folder + "/" + name
                        + " in src/test/resources, or name it from the root of" + " the class path on.");
    }

    static IllegalArgumentException unreadableResource(String mock, String name, IOException problem) {
        return badScript(
                mock, "the file " + name + " cannot be read: " + problem.getMessage(), "look at the file.", problem);
    }

    static JsonNode convert(String mock, Object value) {
        if (value instanceof String json) {
            return parse(mock, json);
        }
        try {
            return Pojos.toJson(value);
        } catch (IllegalArgumentException notConvertible) {
            throw badScript(
                    mock,
                    "Jackson cannot turn the answer, " + typeOf(value) + ", into JSON: " + notConvertible.getMessage(),
                    "give JSON text, a JsonNode, or a class that Jackson can write.",
                    notConvertible);
        }
    }

    /** As {@link #convert}, while a Task runs: text is a value, as it is when a Lambda function returns it. */
    static JsonNode convertResult(String mock, @Nullable Object value) {
        try {
            return Pojos.toJson(value);
        } catch (IllegalArgumentException notConvertible) {
            throw new MockAnswerException(
                    "The function of the mock " + mock + " returned " + typeOf(value)
                            + ", which Jackson cannot turn into JSON: " + notConvertible.getMessage(),
                    notConvertible);
        }
    }

    static JsonNode requireValue(String mock, @Nullable JsonNode value) {
        if (value == null || value.isMissingNode()) {
            throw badScript(
                    mock,
                    "the answer is " + (value == null ? "null" : "a MissingNode"),
                    "give a JSON value; JSON null is \"null\".");
        }
        return JsonText.taken(value);
    }

    static String requireText(String mock, String what, @Nullable String text) {
        if (text == null || text.isBlank()) {
            throw badScript(
                    mock,
                    "the " + what + " is " + (text == null ? "null" : "blank"),
                    "give the name as AWS has it, \"Lambda.TooManyRequestsException\" for instance.");
        }
        return text;
    }

    /** The prefix {@code States.} is reserved for errors of Step Functions' own. */
    static String requireErrorName(String mock, @Nullable String error) {
        String name = requireText(mock, "error name", error);
        if (name.startsWith(StatesErrors.PREFIX) && !StatesErrors.isKnown(name)) {
            throw badScript(
                    mock,
                    "AWS has no error " + name + ", and the prefix " + StatesErrors.PREFIX + " is reserved for its own",
                    StatesErrors.closest(name).stream()
                            .findFirst()
                            .map(meant -> "did you mean " + meant + "?")
                            .orElse("name an error that Step Functions raises, or choose another prefix."));
        }
        return name;
    }

    static IllegalArgumentException badPath(String mock, String path, Exception problem) {
        return badScript(
                mock,
                "whenInputAt(" + javaLiteral(path) + ", …): " + problem.getMessage(),
                "give a JSONPath into the input of the Task, \"$.orderId\" for instance.",
                problem);
    }

    static IllegalArgumentException noSelector(@Nullable String selector) {
        return new IllegalArgumentException(
                new MockReport("A mock needs a selector, but got " + (selector == null ? "null" : "blank text") + ".")
                        .at("at", CodeLocation.ofCaller())
                        .with(
                                "do",
                                "name a state (Charge card), a state path (Ship all/Print label), a Lambda function, a resource ARN or a service action (dynamodb:putItem).")
                        .toString());
    }

    static IllegalArgumentException unknownSelector(TaskSelector selector, DefinedTasks tasks) {
        return new IllegalArgumentException(
                unknownSelector(selector, CodeLocation.UNKNOWN, tasks).toString());
    }

    /** Of a mock that was made before anybody knew the definition. */
    static IllegalArgumentException unknownSelector(TaskMock mock, DefinedTasks tasks) {
        return new IllegalArgumentException(unknownSelector(mock.selector(), mock.madeAt(), tasks)
                .with(
                        "or",
                        "when another state machine of this test has it, give it these mocks before (withTasks), or make them lenient().")
                .toString());
    }

    private static MockReport unknownSelector(TaskSelector selector, CodeLocation place, DefinedTasks tasks) {
        return new MockReport("No Task of the state machine matches the mock selector " + selector + "."
                        + meant(selector, " Did", tasks.names()))
                .at("mocked", place)
                .with("tasks", tasks.describe())
                .with(
                        "do",
                        "name a state, a state path, a Lambda function, a resource ARN or a service action of these Tasks.");
    }

    // --- words

    private static String count(int number, String noun) {
        return number + " " + noun + (number == 1 ? "" : "s");
    }

    private static String typeOf(@Nullable Object value) {
        return value == null ? "null" : "a " + value.getClass().getName();
    }

    static String excerpt(JsonNode value, int length) {
        return JsonText.excerpt(value, length);
    }

    private static String cut(String text, int length) {
        return text.length() <= length ? text : text.substring(0, length) + "… (" + text.length() + " characters)";
    }

    private static String javaLiteral(String text) {
        return '"' + text.replace("\\", "\\\\").replace("\"", "\\\"").replace("\n", "\\n") + '"';
    }
}
