package io.github.stepunit.task;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.stepunit.definition.State;
import io.github.stepunit.definition.StateGraph;
import io.github.stepunit.definition.StateMachineDefinition;
import io.github.stepunit.definition.TaskResource;
import io.github.stepunit.definition.TaskState;
import io.github.stepunit.task.TaskOutcome.Answer;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import org.apiguardian.api.API;
import org.jspecify.annotations.Nullable;

/** One test case of a {@link MockConfig}. Immutable. */
@API(status = API.Status.EXPERIMENTAL, since = "0.1")
public final class MockConfigTestCase {

    private static final String NO_ACTIVITIES = "Activity state cannot be mocked. Please remove mocks mapped for all"
            + " activity state in the mock config file.";

    private static final Set<String> LAMBDA_ANSWER = Set.of(
            "ExecutedVersion",
            "FunctionError",
            "LogResult",
            "Payload",
            "SdkHttpMetadata",
            "SdkResponseMetadata",
            "StatusCode");

    private final String source;
    private final String stateMachineName;
    private final String name;
    private final Map<String, MockedResponse> responses;

    MockConfigTestCase(String source, String stateMachineName, String name, Map<String, MockedResponse> responses) {
        this.source = source;
        this.stateMachineName = stateMachineName;
        this.name = name;
        this.responses = Collections.unmodifiableMap(new LinkedHashMap<>(responses));
    }

    /** The state machine that it is for. */
    public String stateMachineName() {
        return stateMachineName;
    }

    /** Its name. */
    public String name() {
        return name;
    }

    /** The states that it has mocked responses for, in the order of the file. */
    public Set<String> mockedStates() {
        return responses.keySet();
    }

    /**
     * Refuses a test case that does not fit the definition.
     *
     * @throws InvalidMockConfigException when a mocked state is not there, is no Task, or is an activity
     */
    public void requireFits(StateMachineDefinition definition) {
        for (String stateName : responses.keySet()) {
            State state = find(definition.graph(), stateName);
            if (state == null) {
                String closest = definition.graph().closestStateName(stateName);
                throw refused("mocks the state \"" + stateName + "\", which the definition does not have."
                        + (closest == null ? "" : " Did you mean \"" + closest + "\"?"));
            }
            if (!(state instanceof TaskState task)) {
                throw refused("mocks the state \"" + stateName + "\", which is no Task.");
            }
            if (task.resource().kind() == TaskResource.Kind.ACTIVITY) {
                throw mocksActivity(stateName);
            }
        }
    }

    private static @Nullable State find(StateGraph graph, String stateName) {
        State found = graph.states().get(stateName);
        if (found != null) {
            return found;
        }
        return graph.states().values().stream()
                .flatMap(state -> state.graphs().stream())
                .map(inner -> find(inner, stateName))
                .filter(state -> state != null)
                .findFirst()
                .orElse(null);
    }

    private InvalidMockConfigException refused(String why) {
        return new InvalidMockConfigException(
                source + ": the test case \"" + name + "\" of \"" + stateMachineName + "\" " + why);
    }

    /**
     * Answers the Tasks of one execution: each state has one counter, which goes up with every invocation, whether it is
     * a retry, an iteration or another visit. A Task that the test case does not mock fails the test.
     */
    public MockConfigTasks tasks() {
        return tasks(new TaskMocks());
    }

    /**
     * Answers the Tasks of one execution.
     *
     * @param unmocked answers those that the test case does not mock, where Step Functions Local calls the real service
     */
    public MockConfigTasks tasks(TaskHandler unmocked) {
        return new MockConfigTasks(this, responses, unmocked);
    }

    InvalidMockConfigException mocksActivity(String stateName) {
        return refused("mocks the state \"" + stateName + "\". " + NO_ACTIVITIES);
    }

    static TaskOutcome asAnswered(TaskInvocation invocation, TaskOutcome outcome) {
        return invocation.resource().kind() == TaskResource.Kind.LAMBDA_FUNCTION ? ofFunction(outcome) : outcome;
    }

    /**
     * The file has the answer of Lambda's API for every function, but a state that names the function's ARN gets its
     * payload only (local_mocking/test_base_scenarios.test_lambda_invoke).
     */
    private static TaskOutcome ofFunction(TaskOutcome outcome) {
        return outcome.answer() instanceof Answer.Succeeded succeeded
                        && succeeded.output() instanceof ObjectNode answer
                        && answer.has("Payload")
                        && LAMBDA_ANSWER.containsAll(
                                answer.propertyStream().map(Map.Entry::getKey).toList())
                ? TaskOutcome.succeed(answer.get("Payload"))
                : outcome;
    }

    @Override
    public String toString() {
        return stateMachineName + "#" + name;
    }
}
