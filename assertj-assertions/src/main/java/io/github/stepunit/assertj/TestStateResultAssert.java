package io.github.stepunit.assertj;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.stepunit.history.DataFlowStep;
import io.github.stepunit.json.TestInput;
import io.github.stepunit.teststate.ErrorDetails;
import io.github.stepunit.teststate.InspectionData;
import io.github.stepunit.teststate.TestStateResult;
import io.github.stepunit.teststate.TestStateStatus;
import java.time.Duration;
import java.util.Locale;
import org.apiguardian.api.API;
import org.jspecify.annotations.Nullable;

/**
 * Assertions over what a single state came to.
 *
 * <pre>{@code
 * assertThat(orders.testState("Charge card").withMockError("CardDeclined").run())
 *         .hasCaughtError().hasError("CardDeclined").hasNextState("Tell customer");
 * }</pre>
 *
 * <p>The message of a failure ends with the payload after each step that the state took.
 */
@API(status = API.Status.EXPERIMENTAL, since = "0.1")
public class TestStateResultAssert extends AbstractStepUnitAssert<TestStateResultAssert, TestStateResult> {

    /** Called by AssertJ and by {@link StepUnitAssertions}. */
    public TestStateResultAssert(@Nullable TestStateResult actual) {
        super(actual, TestStateResultAssert.class);
    }

    /** Checks how it ended. */
    public TestStateResultAssert hasStatus(TestStateStatus expected) {
        return isEqual("the status", expected, result().status());
    }

    /** Checks that the state succeeded. */
    public TestStateResultAssert hasSucceeded() {
        return hasStatus(TestStateStatus.SUCCEEDED);
    }

    /** Checks that the state failed with an error that nothing takes. */
    public TestStateResultAssert hasFailed() {
        return hasStatus(TestStateStatus.FAILED);
    }

    /** Checks that the state failed with that error, and that nothing takes it. */
    public TestStateResultAssert hasFailedWith(String error) {
        return hasFailed().hasError(error);
    }

    /** Checks that a retrier takes the state's error. */
    public TestStateResultAssert isRetriable() {
        return hasStatus(TestStateStatus.RETRIABLE);
    }

    /** Checks that a retrier takes the state's error, and waits that long. */
    public TestStateResultAssert isRetriableAfter(Duration interval) {
        isRetriable();
        ErrorDetails details = details();
        return isEqual("the backoff", interval, details == null ? null : details.retryBackoffInterval());
    }

    /** Checks that a catcher takes the state's error. */
    public TestStateResultAssert hasCaughtError() {
        return hasStatus(TestStateStatus.CAUGHT_ERROR);
    }

    /** Checks the error. */
    public TestStateResultAssert hasError(String error) {
        return isEqual("the error", error, result().error());
    }

    /** Checks the whole cause. */
    public TestStateResultAssert hasCause(String cause) {
        return isEqual("the cause", cause, result().cause());
    }

    /** Checks which state follows. */
    public TestStateResultAssert hasNextState(String stateName) {
        return isEqual("the next state", stateName, result().nextState());
    }

    /** Checks that no state follows. */
    public TestStateResultAssert hasNoNextState() {
        return failIf(result().nextState() == null ? null : ShouldHaveStateResult.shouldHaveNoNextState(actual));
    }

    /**
     * Checks which retrier matched the error, whether or not it had an attempt left.
     *
     * @param index from 0
     */
    public TestStateResultAssert hasRetryIndex(int index) {
        ErrorDetails details = details();
        return isEqual("the index of the retrier", index, details == null ? null : details.retryIndex());
    }

    /**
     * Checks which catcher took the error.
     *
     * @param index from 0
     */
    public TestStateResultAssert hasCatchIndex(int index) {
        ErrorDetails details = details();
        return isEqual("the index of the catcher", index, details == null ? null : details.catchIndex());
    }

    /**
     * Checks the whole output.
     *
     * @param json JSON text; single quotes are allowed
     * @throws io.github.stepunit.json.InvalidJsonException when it is not JSON
     */
    public TestStateResultAssert hasOutput(String json) {
        return failIf(ShouldHaveJson.unlessEqual(outputValue(), TestInput.parse("expected output", json)));
    }

    /**
     * Checks a part of the output.
     *
     * @param path JSONPath: {@code $.order.id}
     * @param value what should be there; a string is taken as a string, not as JSON text
     */
    public TestStateResultAssert hasOutputAt(String path, @Nullable Object value) {
        return failIf(ShouldHaveJson.unlessEqual(outputValue().at(path), JavaValues.toJson(value)));
    }

    /** Goes on to the output. */
    public JsonAssert output() {
        return toAssertForProxy(new JsonAssert(outputValue()));
    }

    /** Goes on to the payload after a step of the data flow. */
    public JsonAssert after(DataFlowStep step) {
        String name = step.name().toLowerCase(Locale.ROOT).replace('_', ' ');
        InspectionData data = result().inspectionData();
        JsonNode value = data == null ? null : data.after(step);
        return toAssertForProxy(new JsonAssert(value("the payload " + name, value, "AWS shows none there")));
    }

    /** Goes on to the payload after {@code InputPath}. */
    public JsonAssert afterInputPath() {
        return after(DataFlowStep.AFTER_INPUT_PATH);
    }

    /** Goes on to the payload after {@code Parameters}. */
    public JsonAssert afterParameters() {
        return after(DataFlowStep.AFTER_PARAMETERS);
    }

    /** Goes on to the payload after {@code Arguments}. */
    public JsonAssert afterArguments() {
        return after(DataFlowStep.AFTER_ARGUMENTS);
    }

    /** Goes on to the payload after {@code ResultSelector}. */
    public JsonAssert afterResultSelector() {
        return after(DataFlowStep.AFTER_RESULT_SELECTOR);
    }

    /** Goes on to the payload after {@code ResultPath}. */
    public JsonAssert afterResultPath() {
        return after(DataFlowStep.AFTER_RESULT_PATH);
    }

    /** Goes on to the variables after the state, as one object. */
    public JsonAssert variables() {
        ObjectNode variables = JsonNodeFactory.instance.objectNode();
        InspectionData data = result().inspectionData();
        if (data != null) {
            data.variables().forEach(variables::set);
        }
        return toAssertForProxy(new JsonAssert(value("the variables", variables, "")));
    }

    private TestStateResultAssert isEqual(String what, Object expected, @Nullable Object found) {
        return failIf(ShouldHaveStateResult.unlessEqual(result(), what, expected, found));
    }

    private @Nullable ErrorDetails details() {
        InspectionData data = result().inspectionData();
        return data == null ? null : data.errorDetails();
    }

    private JsonValue outputValue() {
        return value("the output", result().output(), "there is none: the status is " + result().status());
    }

    private JsonValue value(String what, @Nullable JsonNode node, String absence) {
        return new JsonValue(what + " of the tested state", node, absence, result()::toString);
    }

    private TestStateResult result() {
        isNotNull();
        return actual;
    }
}
