package io.github.stepunit.assertj;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.stepunit.history.Attempt;
import io.github.stepunit.history.StateVisit;
import io.github.stepunit.history.Variables;
import io.github.stepunit.json.TestInput;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.apiguardian.api.API;
import org.assertj.core.error.ErrorMessageFactory;
import org.jspecify.annotations.Nullable;

/**
 * Assertions over what one visit of a state was given, what it did with it and what it gave on; and which visit that is.
 *
 * @param <SELF> the assert class itself
 * @param <ACTUAL> what it checks; AssertJ's soft assertions look for it here
 */
@API(status = API.Status.EXPERIMENTAL, since = "0.1")
public abstract class AbstractStateAssert<SELF extends AbstractStateAssert<SELF, ACTUAL>, ACTUAL extends StateVisits>
        extends AbstractDataAssert<SELF, ACTUAL> {

    /**
     * For assert classes on top of it.
     *
     * @param actual what is checked
     * @param selfType the assert class itself
     */
    protected AbstractStateAssert(ACTUAL actual, Class<?> selfType) {
        super(actual, selfType);
    }

    /**
     * Checks the whole raw input.
     *
     * <p>Objects are equal whatever the order of their fields; numbers are equal when their values are, so {@code 1} equals
     * {@code 1.0}. The message of a failure lists each difference with its path.
     *
     * @param json JSON text; single quotes are allowed
     * @throws io.github.stepunit.json.InvalidJsonException when it is not JSON
     */
    public SELF hasInput(String json) {
        return failIf(ShouldHaveJson.unlessEqual(inputValue(), TestInput.parse("expected input", json)));
    }

    /**
     * Checks the whole raw input, see {@link #hasInput(String)}.
     *
     * @param value a JSON tree, or anything that Jackson converts to one
     */
    public SELF hasInput(Object value) {
        return failIf(ShouldHaveJson.unlessEqual(inputValue(), JavaValues.toJson(value)));
    }

    /**
     * Checks a part of the raw input.
     *
     * @param path JSONPath as in a definition: {@code $.order.id}. One that can match several values gives their array
     * @param value what should be there: a string, number, boolean, null for JSON null, or anything that Jackson converts.
     *     A string is taken as a string, not as JSON text
     */
    public SELF hasInputAt(String path, @Nullable Object value) {
        return failIf(ShouldHaveJson.unlessEqual(inputValue().at(path), JavaValues.toJson(value)));
    }

    /**
     * Checks the whole input of the service, function or activity in the last attempt.
     *
     * <p>Objects are equal whatever the order of their fields; numbers are equal when their values are, so {@code 1} equals
     * {@code 1.0}. The message of a failure lists each difference with its path.
     *
     * @param json JSON text; single quotes are allowed
     * @throws io.github.stepunit.json.InvalidJsonException when it is not JSON
     */
    public SELF hasTaskInput(String json) {
        return failIf(
                ShouldHaveJson.unlessEqual(taskInputValue(), TestInput.parse("expected input of the Task", json)));
    }

    /**
     * Checks the whole input of the service, function or activity in the last attempt, see {@link #hasTaskInput(String)}.
     *
     * @param value a JSON tree, or anything that Jackson converts to one
     */
    public SELF hasTaskInput(Object value) {
        return failIf(ShouldHaveJson.unlessEqual(taskInputValue(), JavaValues.toJson(value)));
    }

    /**
     * Checks a part of the input of the service, function or activity in the last attempt.
     *
     * @param path JSONPath as in a definition: {@code $.order.id}. One that can match several values gives their array
     * @param value what should be there: a string, number, boolean, null for JSON null, or anything that Jackson converts.
     *     A string is taken as a string, not as JSON text
     */
    public SELF hasTaskInputAt(String path, @Nullable Object value) {
        return failIf(ShouldHaveJson.unlessEqual(taskInputValue().at(path), JavaValues.toJson(value)));
    }

    /**
     * Goes on to the raw input. Final for the sake of soft assertions, as {@link #output()} and {@link #taskInput()} are:
     * what they override gives null when it fails.
     */
    public final JsonAssert input() {
        return toAssertForProxy(new JsonAssert(inputValue()));
    }

    /** Goes on to what the service, function or activity was called with in the last attempt. */
    public final JsonAssert taskInput() {
        return toAssertForProxy(new JsonAssert(taskInputValue()));
    }

    /**
     * Checks a variable that the state has assigned.
     *
     * @param name without {@code $}
     * @param value what it should be; a string is taken as a string, not as JSON text
     */
    public SELF hasAssigned(String name, @Nullable Object value) {
        return failIf(ShouldHaveJson.unlessEqual(assignedValue().field(name), JavaValues.toJson(value)));
    }

    /** Checks that the state has assigned no variable. */
    public SELF hasAssignedNothing() {
        return failIf(ShouldHaveJson.unlessEqual(assignedValue(), JavaValues.toJson(Map.of())));
    }

    /** Goes on to the variables that the state has assigned, as an object by their names. */
    public final JsonAssert assigned() {
        return toAssertForProxy(new JsonAssert(assignedValue()));
    }

    @Override
    final JsonValue variablesValue() {
        return value(
                "the variables seen by",
                visit -> JavaValues.toJson(
                        Variables.seenBy(visit, actual.walk().execution().history())));
    }

    private JsonValue assignedValue() {
        return value("the variables assigned by", visit -> JavaValues.toJson(visit.assignedVariables()));
    }

    private JsonValue inputValue() {
        return value("the input of", StateVisit::input);
    }

    @Override
    final JsonValue outputValue() {
        return value("the output of", StateVisit::output);
    }

    private JsonValue taskInputValue() {
        return value("the task input of", AbstractStateAssert::lastTaskInput);
    }

    private static @Nullable JsonNode lastTaskInput(StateVisit visit) {
        List<Attempt> attempts = visit.attempts();
        return attempts.isEmpty() ? null : attempts.get(attempts.size() - 1).taskInput();
    }

    private JsonValue value(String what, Function<StateVisit, @Nullable JsonNode> part) {
        isNotNull();
        failIf(unlessOneVisit());
        StateVisit visit = actual.visit();
        return visit == null
                ? new JsonValue(
                                what + " state \"" + actual.state() + "\"",
                                null,
                                "it is not the state of one visit",
                                () -> actual.walk().tree().render())
                        .of(actual.walk().execution())
                : new JsonValue(
                                what + " state \"" + visit.path() + "\"",
                                part.apply(visit),
                                "there is none: the state has the status " + visit.status(),
                                () -> actual.story(visit))
                        .of(actual.walk().execution());
    }

    /** The visit that assertions are about; fails when there is none, or when it is not clear which one. */
    final StateVisit theVisit() {
        requireKnown();
        StateVisit visit = actual.visit();
        if (visit == null) {
            throw assertionError(noVisit());
        }
        return visit;
    }

    private @Nullable ErrorMessageFactory unlessOneVisit() {
        ErrorMessageFactory unknown = unlessKnown();
        return unknown != null || actual.visit() != null ? unknown : noVisit();
    }

    private ErrorMessageFactory noVisit() {
        Integer chosen = actual.chosen();
        if (actual.visits().isEmpty()) {
            return ShouldHaveVisited.shouldHaveVisited(actual.walk(), actual.state());
        }
        return chosen == null
                ? ShouldChooseVisit.shouldChooseVisit(actual)
                : ShouldHaveVisited.shouldHaveVisit(actual, chosen);
    }

    final void requireKnown() {
        isNotNull();
        failIf(unlessKnown());
    }

    private @Nullable ErrorMessageFactory unlessKnown() {
        ScopeVisits scope = actual.scope();
        return scope == null || scope.wasStarted()
                ? ShouldKnowState.unlessKnown(
                        actual.walk(), actual.walk().graph().stateNames(), List.of(actual.state()))
                : ShouldHaveRuns.shouldHaveStarted(scope);
    }
}
