package io.github.stepunit.expression;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.stepunit.json.JsonPointer;
import java.util.List;
import org.apiguardian.api.API;
import org.jspecify.annotations.Nullable;

/**
 * A path of the Amazon States Language: JSONPath into the state's data ({@code $}), into the context object
 * ({@code $$}) or into a variable ({@code $name}).
 */
@API(status = API.Status.EXPERIMENTAL, since = "0.1")
public final class Path implements Expression {

    private static final String INVALID = "Value must be a valid JSONPath.";

    private final String text;
    private final boolean context;
    private final @Nullable String variable;
    /** The path from its own root: of {@code $$.a}, {@code $var.a} and {@code $.a} it is {@code $.a}. */
    private final String jsonPath;
    /** Null when only Jayway can evaluate the path. */
    private final @Nullable ReferenceSteps steps;
    /** Null when the steps suffice. */
    private final @Nullable JaywayPath jayway;

    private Path(String text, boolean context, @Nullable String variable, String jsonPath)
            throws InvalidExpressionException {
        this.text = text;
        this.context = context;
        this.variable = variable;
        this.jsonPath = jsonPath;
        this.steps = ReferenceStepsParser.parse(jsonPath);
        this.jayway = steps == null ? JaywayPath.compile(jsonPath) : null;
        if (steps == null && jayway == null) {
            throw new InvalidExpressionException(INVALID);
        }
    }

    /** {@code $}. */
    public static Path root() {
        try {
            return parse("$");
        } catch (InvalidExpressionException e) {
            throw new IllegalStateException(e);
        }
    }

    /**
     * Compiles a path. Blanks after it do not count.
     *
     * @throws InvalidExpressionException when AWS would refuse it
     */
    public static Path parse(String text) throws InvalidExpressionException {
        String path = text.stripTrailing();
        if (!path.startsWith("$")) {
            throw new InvalidExpressionException(INVALID);
        }
        if (path.startsWith("$$")) {
            return new Path(text, true, null, path.substring(1));
        }
        int end = endOfVariable(path);
        if (end == 1) {
            return new Path(text, false, null, path);
        }
        return new Path(text, false, path.substring(1, end), "$" + path.substring(end));
    }

    /** Where the name of the variable ends that starts after the {@code $}; 1 when there is none. */
    private static int endOfVariable(String path) {
        int at = 1;
        while (at < path.length() && isNamePart(path.codePointAt(at), at == 1)) {
            at += Character.charCount(path.codePointAt(at));
        }
        return at;
    }

    private static boolean isNamePart(int codePoint, boolean first) {
        return first
                ? codePoint == '_' || Character.isUnicodeIdentifierStart(codePoint)
                : Character.isUnicodeIdentifierPart(codePoint);
    }

    @Override
    public String text() {
        return text;
    }

    /** Whether this is a reference path, which can name a single node only. True for those into the context object and into variables too. */
    public boolean isReferencePath() {
        return steps != null && steps.strict();
    }

    /** Whether the path leads into the context object: {@code $$…}. */
    public boolean isContextPath() {
        return context;
    }

    /** The name of the variable that the path leads into, without the {@code $}; null when it leads elsewhere. */
    public @Nullable String variable() {
        return variable;
    }

    /**
     * {@inheritDoc}
     *
     * <p>This is what a Choice state wants to know: an index past the end of an array finds nothing.
     *
     * @throws EvaluationException {@code States.Runtime} when the path leads into a variable that was never assigned
     */
    @Override
    public @Nullable JsonNode find(EvaluationScope scope) {
        JsonNode root = root(scope);
        return steps == null ? findByJsonPath(root) : steps.walk(root);
    }

    /**
     * What the path finds in a value by itself, outside of any execution; null when it finds nothing, and for a path into a
     * variable.
     */
    public @Nullable JsonNode findIn(JsonNode value) {
        try {
            return find(new ValueScope(value));
        } catch (EvaluationException nothingFound) {
            return null;
        }
    }

    /**
     * All places in a value where the path finds something, outside of any execution; empty when it finds nothing, and for a
     * path into a variable or the context object.
     */
    public List<JsonPointer> placesIn(JsonNode value) {
        JaywayPath finder = jayway != null ? jayway : JaywayPath.compile(jsonPath);
        return finder == null || context || variable != null ? List.of() : finder.places(value);
    }

    /**
     * The value, as InputPath, OutputPath and the like want it. An index past the end of an array gives JSON null.
     *
     * @throws EvaluationException {@code States.Runtime} with AWS's text {@code Invalid path '$.x' : No results for
     *     path: $['x']} when there is none
     */
    public JsonNode require(EvaluationScope scope) {
        JsonNode found = findOrNullPastTheEnd(scope);
        if (found == null) {
            throw new EvaluationException("States.Runtime", "Invalid path '" + text + "' : " + explain(root(scope)));
        }
        return found;
    }

    /** Like {@link #find}, but an index past the end of an array gives JSON null: the rule everywhere but in Choice states. */
    @Nullable
    JsonNode findOrNullPastTheEnd(EvaluationScope scope) {
        JsonNode root = root(scope);
        return steps == null ? findByJsonPath(root) : steps.walkPastTheEnd(root);
    }

    /** The steps; null when the path is more than steps. */
    @Nullable
    ReferenceSteps steps() {
        return steps;
    }

    private @Nullable JsonNode findByJsonPath(JsonNode root) {
        return jayway == null ? null : jayway.find(root);
    }

    private String explain(JsonNode root) {
        JaywayPath explainer = jayway != null ? jayway : JaywayPath.compile(jsonPath);
        return explainer == null ? "No results for path: " + jsonPath : explainer.explain(root);
    }

    private JsonNode root(EvaluationScope scope) {
        if (variable == null) {
            return context ? scope.context() : scope.input();
        }
        JsonNode value = scope.variable(variable);
        if (value == null) {
            throw new EvaluationException(
                    "States.Runtime", "The variable '$" + variable + "' in the path '" + text + "' has no value yet.");
        }
        return value;
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof Path that && text.equals(that.text);
    }

    @Override
    public int hashCode() {
        return text.hashCode();
    }

    @Override
    public String toString() {
        return text;
    }
}
