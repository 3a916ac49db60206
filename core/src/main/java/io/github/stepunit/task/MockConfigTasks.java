package io.github.stepunit.task;

import io.github.stepunit.definition.StateMachineDefinition;
import io.github.stepunit.definition.TaskResource;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apiguardian.api.API;

/**
 * Answers the Tasks of one execution as a {@link MockConfigTestCase} says: each state has one counter, which goes up with
 * every invocation, whether it is a retry, an iteration or another visit. Mutable, for one execution.
 */
@API(status = API.Status.EXPERIMENTAL, since = "0.1")
public final class MockConfigTasks implements TaskHandler {

    private final MockConfigTestCase testCase;
    private final Map<String, MockedResponse> responses;
    private final TaskHandler unmocked;
    private final Map<String, Integer> invocations = new HashMap<>();

    MockConfigTasks(MockConfigTestCase testCase, Map<String, MockedResponse> responses, TaskHandler unmocked) {
        this.testCase = testCase;
        this.responses = responses;
        this.unmocked = unmocked;
    }

    @Override
    public TaskOutcome handle(TaskInvocation invocation) {
        MockedResponse response = responses.get(invocation.stateName());
        if (response == null) {
            return unmocked.handle(invocation);
        }
        if (invocation.resource().kind() == TaskResource.Kind.ACTIVITY) {
            throw testCase.mocksActivity(invocation.stateName());
        }
        int index = invocations.merge(invocation.stateName(), 1, Integer::sum) - 1;
        return MockConfigTestCase.asAnswered(invocation, response.outcome(index));
    }

    @Override
    public Precedence precedence(TaskInvocation invocation) {
        return responses.containsKey(invocation.stateName())
                ? Precedence.BEFORE_STATE_MACHINE
                : unmocked.precedence(invocation);
    }

    @Override
    public void givenTo(StateMachineDefinition machine) {
        unmocked.givenTo(machine);
    }

    @Override
    public void beforeStart(List<StateMachineDefinition> machines) {
        unmocked.beforeStart(machines);
    }

    /** What the test case mocks and the execution did not ask for: one line each. Step Functions Local says nothing of it. */
    public List<String> unusedAnswers() {
        List<String> unused = new ArrayList<>();
        responses.forEach((state, response) -> {
            int used = invocations.getOrDefault(state, 0);
            if (used < response.size() || used == 0) {
                unused.add("`" + state + "` (" + response.name() + ") "
                        + (used == 0
                                ? "was never called"
                                : "was called " + used + " of " + response.size() + " times"));
            }
        });
        return List.copyOf(unused);
    }

    /** {@code mocks of LambdaSQSIntegration#RetryPath}. */
    @Override
    public String toString() {
        return "mocks of " + testCase;
    }
}
