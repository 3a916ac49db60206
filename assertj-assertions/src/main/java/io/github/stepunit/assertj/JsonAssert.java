package io.github.stepunit.assertj;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import io.github.stepunit.Execution;
import io.github.stepunit.json.JsonText;
import io.github.stepunit.json.TestInput;
import java.util.List;
import org.apiguardian.api.API;
import org.assertj.core.api.AbstractStringAssert;
import org.assertj.core.api.ObjectAssert;
import org.assertj.core.api.StringAssert;
import org.jspecify.annotations.Nullable;

/**
 * Assertions over a payload, or a part of one.
 *
 * <pre>{@code
 * assertThat(execution).output().hasAt("$.receipt", "r-1").hasNothingAt("$.error");
 * assertThat(execution).output().at("$.lines").isEqualToJson("[{'sku': 'a', 'ok': true}]");
 * }</pre>
 */
@API(status = API.Status.EXPERIMENTAL, since = "0.1")
public class JsonAssert extends AbstractStepUnitAssert<JsonAssert, JsonValue> {

    /** Called by AssertJ and by the other assert classes of StepUnit. */
    public JsonAssert(JsonValue actual) {
        super(actual, JsonAssert.class);
    }

    /**
     * Checks the whole value.
     *
     * <p>Objects are equal whatever the order of their fields; numbers are equal when their values are, so {@code 1} equals
     * {@code 1.0}. The message of a failure lists each difference with its path.
     *
     * @param json JSON text; single quotes are allowed
     * @throws io.github.stepunit.json.InvalidJsonException when it is not JSON
     */
    public JsonAssert isEqualToJson(String json) {
        isNotNull();
        return failIf(ShouldHaveJson.unlessEqual(actual, TestInput.parse("expected value", json)));
    }

    /**
     * Checks the whole value, see {@link #isEqualToJson}.
     *
     * @param value a JSON tree, or anything that Jackson converts to one; a string is taken as a string
     */
    @Override
    public JsonAssert isEqualTo(@Nullable Object value) {
        isNotNull();
        return failIf(ShouldHaveJson.unlessEqual(actual, JavaValues.toJson(value)));
    }

    /**
     * Checks a part of the value.
     *
     * @param path JSONPath: {@code $.order.id}
     * @param value what should be there; a string is taken as a string, not as JSON text
     */
    public JsonAssert hasAt(String path, @Nullable Object value) {
        isNotNull();
        return failIf(ShouldHaveJson.unlessEqual(actual.at(path), JavaValues.toJson(value)));
    }

    /** Checks that the path finds something, be it JSON null. */
    public JsonAssert hasSomethingAt(String path) {
        isNotNull();
        JsonValue part = actual.at(path);
        return failIf(part.node() == null ? ShouldHaveJson.shouldExist(part) : null);
    }

    /** Checks that the path finds nothing. */
    public JsonAssert hasNothingAt(String path) {
        isNotNull();
        JsonValue part = actual.at(path);
        JsonNode node = part.node();
        return failIf(node == null ? null : ShouldHaveJson.shouldNotExist(part, node));
    }

    /**
     * Leaves out of the comparisons of this whole value that follow ({@link #isEqualToJson}, {@link #isEqualTo},
     * {@link #matchesSnapshot()}) what these paths lead to, in either of the values: an id that is drawn, a timestamp, what
     * another test is about. Called again, it leaves out more. A part that is asked for by its path, with {@link #hasAt} or
     * {@link #at}, is compared as it is.
     *
     * <pre>{@code
     * assertThat(execution).output().ignoringPaths("$.id", "$..timestamp").isEqualToJson("{'id': '?', 'state': 'PAID'}");
     * }</pre>
     *
     * @param paths JSONPath from this value; those that find nothing do no harm
     */
    public JsonAssert ignoringPaths(String... paths) {
        isNotNull();
        return toAssertForProxy(new JsonAssert(actual.ignoring(List.of(paths))));
    }

    /**
     * Checks that the value is that of the snapshot: a JSON file that is committed with the test. Where there is none yet,
     * this run becomes it, but never on CI. {@code -Dstepunit.snapshots=update} writes it anew.
     *
     * @throws IllegalStateException when the snapshot cannot be found, read or written; the message says why
     */
    public JsonAssert matchesSnapshot() {
        return matchesSnapshot("");
    }

    /**
     * The same, for one of several snapshots of this test.
     *
     * @param name what distinguishes it from the others of the same test
     */
    public JsonAssert matchesSnapshot(String name) {
        JsonNode node = existing();
        return failIf(node == null ? null : Snapshots.ofThisJvm().unlessMatches(Snapshot.ofValue(actual, node), name));
    }

    /**
     * Goes back to the execution.
     *
     * @throws IllegalStateException when the value is of a single tested state
     */
    public ExecutionAssert returnToExecution() {
        isNotNull();
        Execution execution = actual.execution();
        if (execution == null) {
            throw new IllegalStateException("There is no execution to return to: a state was tested alone.");
        }
        return toAssertForProxy(new ExecutionAssert(execution));
    }

    /** Goes on to a part of the value. */
    public JsonAssert at(String path) {
        isNotNull();
        return toAssertForProxy(new JsonAssert(actual.at(path)));
    }

    /**
     * Goes on to the value as text: that of a string, or JSON text for anything else. Final for the sake of soft assertions:
     * what they override gives null when it fails.
     */
    @Override
    public final AbstractStringAssert<?> asString() {
        JsonNode node = existing();
        return toAssertForProxy(new StringAssert(node == null ? null : text(node)));
    }

    private static String text(JsonNode node) {
        return node.isTextual() ? node.textValue() : JsonText.write(node);
    }

    /**
     * Goes on to the value as an object of that class, read by Jackson. Final as {@link #asString()} is.
     *
     * @param <T> the class
     * @param type the class
     */
    public final <T> ObjectAssert<T> as(Class<T> type) {
        return toAssertForProxy(new ObjectAssert<>(converted(type)));
    }

    private <T> @Nullable T converted(Class<T> type) {
        JsonNode node = existing();
        try {
            return node == null ? null : JavaValues.toJava(node, type);
        } catch (JsonProcessingException e) {
            failIf(ShouldHaveJson.shouldConvert(actual, type, e.getOriginalMessage()));
            return null;
        }
    }

    /** The value; null when there is none and soft assertions have noted that. */
    private @Nullable JsonNode existing() {
        isNotNull();
        failIf(actual.node() == null ? ShouldHaveJson.shouldExist(actual) : null);
        return actual.node();
    }
}
