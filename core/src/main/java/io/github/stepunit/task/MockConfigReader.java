package io.github.stepunit.task;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.stepunit.internal.text.DidYouMean;
import io.github.stepunit.json.InvalidJsonException;
import io.github.stepunit.json.JsonPointer;
import io.github.stepunit.json.JsonText;
import io.github.stepunit.task.MockedResponse.Answers;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads a mock configuration file, and says what is wrong with it. */
final class MockConfigReader {

    private static final Pattern RANGE = Pattern.compile("(\\d{1,9})(?:-(\\d{1,9}))?");

    private final String source;

    MockConfigReader(String source) {
        this.source = source;
    }

    MockConfig read(String json) {
        JsonNode root = parse(json);
        JsonPointer top = JsonPointer.ROOT;
        requireObject(root, top);
        Map<String, MockedResponse> responses = responses(member(root, top, "MockedResponses"));
        JsonNode machines = member(root, top, "StateMachines");
        Map<String, Map<String, MockConfigTestCase>> testCases = new LinkedHashMap<>();
        for (Map.Entry<String, JsonNode> machine : machines.properties()) {
            JsonPointer at = top.field("StateMachines").field(machine.getKey());
            requireObject(machine.getValue(), at);
            testCases.put(
                    machine.getKey(),
                    testCases(
                            machine.getKey(),
                            member(machine.getValue(), at, "TestCases"),
                            at.field("TestCases"),
                            responses));
        }
        return new MockConfig(source, testCases);
    }

    private JsonNode parse(String json) {
        try {
            return JsonText.parseWithoutText(json);
        } catch (InvalidJsonException e) {
            String place = e.line() > 0 ? ":" + e.line() + ":" + e.column() : "";
            throw new InvalidMockConfigException(source + place + " is not JSON: " + e.getMessage());
        }
    }

    private JsonNode member(JsonNode owner, JsonPointer at, String name) {
        JsonNode member = owner.get(name);
        if (member == null) {
            throw refused(at, "has no \"" + name + "\"");
        }
        requireObject(member, at.field(name));
        return member;
    }

    private void requireObject(JsonNode value, JsonPointer at) {
        if (!value.isObject()) {
            throw refused(at, "must be an object, but is " + JsonText.excerpt(value, 60));
        }
    }

    private Map<String, MockConfigTestCase> testCases(
            String machine, JsonNode cases, JsonPointer at, Map<String, MockedResponse> responses) {
        Map<String, MockConfigTestCase> testCases = new LinkedHashMap<>();
        for (Map.Entry<String, JsonNode> each : cases.properties()) {
            JsonPointer caseAt = at.field(each.getKey());
            requireObject(each.getValue(), caseAt);
            Map<String, MockedResponse> mocks = new LinkedHashMap<>();
            for (Map.Entry<String, JsonNode> state : each.getValue().properties()) {
                mocks.put(state.getKey(), response(state.getValue(), caseAt.field(state.getKey()), responses));
            }
            testCases.put(each.getKey(), new MockConfigTestCase(source, machine, each.getKey(), mocks));
        }
        return testCases;
    }

    private MockedResponse response(JsonNode name, JsonPointer at, Map<String, MockedResponse> responses) {
        if (!name.isTextual()) {
            throw refused(at, "must be the name of a mocked response, but is " + JsonText.excerpt(name, 60));
        }
        MockedResponse response = responses.get(name.textValue());
        if (response == null) {
            throw refused(
                    at,
                    "names the mocked response \"" + name.textValue() + "\", which \"MockedResponses\" does not have."
                            + DidYouMean.question(name.textValue(), responses.keySet())
                                    .map(question -> " " + question)
                                    .orElse(""));
        }
        return response;
    }

    private Map<String, MockedResponse> responses(JsonNode mockedResponses) {
        Map<String, MockedResponse> responses = new LinkedHashMap<>();
        for (Map.Entry<String, JsonNode> each : mockedResponses.properties()) {
            JsonPointer at = JsonPointer.ROOT.field("MockedResponses").field(each.getKey());
            requireObject(each.getValue(), at);
            responses.put(each.getKey(), new MockedResponse(each.getKey(), answers(each.getValue(), at)));
        }
        return responses;
    }

    private List<Answers> answers(JsonNode response, JsonPointer at) {
        List<Answers> answers = new ArrayList<>();
        for (Map.Entry<String, JsonNode> each : response.properties()) {
            answers.add(answers(each.getKey(), each.getValue(), at.field(each.getKey())));
        }
        answers.sort(Comparator.comparingInt(Answers::first));
        int next = 0;
        for (Answers each : answers) {
            if (each.first() != next) {
                throw refused(
                        at,
                        "must number its invocations without gaps: expected one that begins at " + next + ", but found "
                                + each.first());
            }
            next = each.last() + 1;
        }
        return answers;
    }

    private Answers answers(String key, JsonNode answer, JsonPointer at) {
        Matcher range = RANGE.matcher(key);
        if (!range.matches()) {
            throw refused(at, "must be the number of an invocation, from 0, or a range such as \"1-2\"");
        }
        int first = Integer.parseInt(range.group(1));
        int last = range.group(2) == null ? first : Integer.parseInt(range.group(2));
        if (range.group(2) != null && last <= first) {
            throw refused(at, "must be a range from a lower to a higher invocation");
        }
        requireObject(answer, at);
        return new Answers(first, last, outcome(answer, at));
    }

    /** Step Functions Local takes both and neither of Return and Throw, and fails the execution that comes to them. */
    private TaskOutcome outcome(JsonNode answer, JsonPointer at) {
        boolean returns = answer.has("Return");
        boolean fails = answer.has("Throw");
        if (returns && fails) {
            return TaskOutcome.notStarted("Response cannot contain both 'Return' and 'Throw': " + source + " " + at);
        }
        if (!returns && !fails) {
            return TaskOutcome.notStarted("Response must contain one of 'Return' or 'Throw': " + source + " " + at);
        }
        return returns ? TaskOutcome.succeed(answer.get("Return")) : failure(answer.get("Throw"), at.field("Throw"));
    }

    private TaskOutcome failure(JsonNode failure, JsonPointer at) {
        requireObject(failure, at);
        if (!failure.path("Error").isTextual()) {
            throw refused(at, "needs an \"Error\" that is a string");
        }
        JsonNode cause = failure.path("Cause");
        if (!cause.isMissingNode() && !cause.isTextual()) {
            throw refused(at, "has a \"Cause\" that is not a string");
        }
        String error = failure.get("Error").textValue();
        return cause.isMissingNode() ? TaskOutcome.fail(error) : TaskOutcome.fail(error, cause.textValue());
    }

    private InvalidMockConfigException refused(JsonPointer at, String why) {
        String place = at.equals(JsonPointer.ROOT) ? "" : " " + at;
        return new InvalidMockConfigException(source + place + " " + why + (why.endsWith("?") ? "" : "."));
    }
}
