package io.github.stepunit.teststate;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.stepunit.definition.StateMachineDefinition;
import io.github.stepunit.definition.StateMachineType;
import io.github.stepunit.json.JsonText;
import io.github.stepunit.task.TaskHandler;
import java.time.Instant;
import java.util.Objects;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.apiguardian.api.API;
import org.jspecify.annotations.Nullable;

/**
 * Runs one state alone, as AWS's TestState does: with an input, variables, the number of retries so far, and a mock that
 * stands for its work. Immutable; every {@code with…} method gives another test.
 *
 * <pre>{@code
 * TestStateResult result = TestState.of(definition, "Charge card")
 *         .withInput("{'orderId': 42}")
 *         .withMockError("Lambda.TooManyRequestsException", "Rate exceeded")
 *         .atRetry(2)
 *         .run();
 * }</pre>
 *
 * <p>A state that is wrong, and a test that AWS would refuse, fail in {@link #run()}, with AWS's own words.
 */
@API(status = API.Status.EXPERIMENTAL, since = "0.1")
public final class TestState {

    private static final Instant START = Instant.parse("2025-01-01T00:00:00Z");

    private final Supplier<TestedState> state;
    private final TestStateRequest request;

    private TestState(Supplier<TestedState> state, TestStateRequest request) {
        this.state = state;
        this.request = request;
    }

    /**
     * Tests the state of this definition, which may name further states that are not there.
     *
     * @param stateDefinition ASL JSON of one state, {@code {"Type": "Task", …}}; single quotes are allowed
     */
    public static TestState of(String stateDefinition) {
        Objects.requireNonNull(stateDefinition, "stateDefinition");
        return new TestState(() -> TestedState.alone(stateDefinition), new TestStateRequest(START));
    }

    /**
     * Tests a state of a whole machine.
     *
     * @param asl the definition in ASL JSON
     * @param stateName the state, which may be inside of a Parallel or Map state
     */
    public static TestState of(String asl, String stateName) {
        Objects.requireNonNull(asl, "asl");
        Objects.requireNonNull(stateName, "stateName");
        return new TestState(
                () -> TestedState.in(
                        StateMachineDefinition.parse("definition", asl, StateMachineType.STANDARD), stateName),
                new TestStateRequest(START));
    }

    /**
     * Tests a state of a whole machine.
     *
     * @param stateName the state, which may be inside of a Parallel or Map state
     */
    public static TestState of(StateMachineDefinition definition, String stateName) {
        Objects.requireNonNull(definition, "definition");
        Objects.requireNonNull(stateName, "stateName");
        return new TestState(() -> TestedState.in(definition, stateName), new TestStateRequest(START));
    }

    private TestState with(Consumer<TestStateRequest> change) {
        TestStateRequest changed = request.copy();
        change.accept(changed);
        return new TestState(state, changed);
    }

    /** The same test, with that raw input ({@code {}} by default): JSON text; single quotes are allowed. */
    public TestState withInput(String json) {
        return with(changed -> changed.input = Objects.requireNonNull(json, "input"));
    }

    /** The same test, with that raw input. */
    public TestState withInput(JsonNode json) {
        return withInput(JsonText.write(json));
    }

    /** The same test, in which the state sees these variables: JSON text of an object; single quotes are allowed. */
    public TestState withVariables(String json) {
        return with(changed -> changed.variables = Objects.requireNonNull(json, "variables"));
    }

    /** The same test, in which the state sees these variables. */
    public TestState withVariables(JsonNode json) {
        return withVariables(JsonText.write(json));
    }

    /**
     * The same test, with these members of the context object instead of the usual ones; needs a mock.
     *
     * @param json JSON text with any of {@code Execution}, {@code State}, {@code StateMachine} and {@code Task}; single
     *     quotes are allowed
     */
    public TestState withContext(String json) {
        return with(changed -> changed.context = Objects.requireNonNull(json, "context"));
    }

    /**
     * The same test, in which the state's work is not done, but gives this result: that of a Task, the outputs of the
     * branches of a Parallel state, or of the iterations of a Map state.
     *
     * @param json JSON text; single quotes are allowed
     */
    public TestState withMockResult(String json) {
        return with(changed -> changed.mockResult = Objects.requireNonNull(json, "result"));
    }

    /** The same test, in which the state's work is not done, but gives this result. */
    public TestState withMockResult(JsonNode json) {
        return withMockResult(JsonText.write(json));
    }

    /**
     * The same test, in which the state's work is not done, but fails.
     *
     * @param cause null for none
     */
    public TestState withMockError(String error, @Nullable String cause) {
        return with(changed -> {
            changed.mockError = Objects.requireNonNull(error, "error");
            changed.mockCause = cause;
        });
    }

    /** The same test, in which the state's work is not done, but fails without a cause. */
    public TestState withMockError(String error) {
        return withMockError(error, null);
    }

    /** The same test, with another check of the mocked result against the service's model (default STRICT). */
    public TestState withFieldValidation(FieldValidationMode mode) {
        return with(changed -> changed.fieldValidationMode = Objects.requireNonNull(mode, "mode"));
    }

    /**
     * The same test, after the state has been retried that often: AWS's {@code retrierRetryCount}. 0 is the first
     * attempt.
     */
    public TestState atRetry(int retrierRetryCount) {
        return with(changed -> changed.retrierRetryCount = retrierRetryCount);
    }

    /** The same test, in which the mocked error of a Parallel or Map state comes from that state inside of it. */
    public TestState withErrorCausedByState(String stateName) {
        return with(changed -> changed.errorCausedByState = Objects.requireNonNull(stateName, "stateName"));
    }

    /** The same test, in which that many iterations of a mocked Map state have failed. */
    public TestState withMapIterationFailureCount(int count) {
        return with(changed -> changed.mapIterationFailureCount = count);
    }

    /** The same test, in which the ItemReader of a mocked Map state reads these items: JSON text of an array. */
    public TestState withMapItemReaderData(String json) {
        return with(changed -> changed.mapItemReaderData = Objects.requireNonNull(json, "json"));
    }

    /**
     * The same test, which tells more or less. Unlike on AWS the default is {@link InspectionLevel#TRACE}: here it costs
     * nothing.
     */
    public TestState withInspectionLevel(InspectionLevel level) {
        return with(changed -> changed.inspectionLevel = Objects.requireNonNull(level, "level"));
    }

    /** The same test, which would show the secrets of an HTTP Task's connection. AWS refuses it together with a mock. */
    public TestState revealingSecrets() {
        return with(changed -> changed.revealSecrets = true);
    }

    /** The same test, with an execution role (default none). */
    public TestState withRole(String roleArn) {
        return with(changed -> changed.roleArn = Objects.requireNonNull(roleArn, "roleArn"));
    }

    /** The same test, in which {@code tasks} answers a Task that has no mock. */
    public TestState withTasks(TaskHandler tasks) {
        return with(changed -> changed.tasks = Objects.requireNonNull(tasks, "tasks"));
    }

    /** The same test, in another account and region (default 123456789012 and us-east-1). */
    public TestState inAccount(String accountId, String region) {
        return with(changed -> {
            changed.accountId = Objects.requireNonNull(accountId, "accountId");
            changed.region = Objects.requireNonNull(region, "region");
        });
    }

    /** The same test, with these names in the context object (default {@code StateMachine} and {@code execution}). */
    public TestState withNames(String stateMachineName, String executionName) {
        return with(changed -> {
            changed.stateMachineName = Objects.requireNonNull(stateMachineName, "stateMachineName");
            changed.executionName = Objects.requireNonNull(executionName, "executionName");
        });
    }

    /** The same test, whose virtual clock starts at that instant (default 2025-01-01T00:00:00Z). */
    public TestState startingAt(Instant instant) {
        return with(changed -> changed.start = Objects.requireNonNull(instant, "instant"));
    }

    /** The same test, with another seed for jitter and random numbers (default 0). */
    public TestState withSeed(long seed) {
        return with(changed -> changed.seed = seed);
    }

    /**
     * Runs the state.
     *
     * @throws TestStateException when AWS would refuse the test
     * @throws io.github.stepunit.definition.InvalidDefinitionException when AWS would refuse the definition
     */
    public TestStateResult run() {
        return new StateTester(state.get(), request).run();
    }
}
