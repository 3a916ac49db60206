package io.github.stepunit.definition;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.stepunit.expression.Expression;
import io.github.stepunit.expression.IntrinsicFunction;
import io.github.stepunit.expression.InvalidExpressionException;
import io.github.stepunit.expression.Literal;
import io.github.stepunit.expression.Path;
import io.github.stepunit.expression.PayloadTemplate;
import io.github.stepunit.expression.ReferencePath;
import io.github.stepunit.json.JsonPointer;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Compiles the fields of one object that hold paths, templates and intrinsic functions. */
final class ExpressionReader {

    /** The functions that give a string, the only ones that ErrorPath and CausePath take. */
    private static final Set<String> STRING_FUNCTIONS = Set.of(
            "States.Format",
            "States.JsonToString",
            "States.ArrayGetItem",
            "States.Base64Encode",
            "States.Base64Decode",
            "States.Hash",
            "States.UUID");

    private static final String STARTS_WITH_DOLLAR = "A path starts with $, such as $.order.id.";
    private static final String SINGLE_NODE =
            "A reference path names a single node: no *, .., slices, filters or functions.";
    private static final String RESULT_PATH =
            "A ResultPath names a single node of the state's data: no $$, no variable, no *, .., slices or filters.";
    private static final String NO_REFERENCE_PATH = "Value is not a Reference Path";

    private final FieldReader fields;

    ExpressionReader(FieldReader fields) {
        this.fields = fields;
    }

    /** A path, by default {@code $}; null for an explicit null. */
    @Nullable
    Path pathOrNull(String field) {
        if (fields.isNull(field)) {
            return null;
        }
        Path path = path(field);
        return path == null ? Path.root() : path;
    }

    @Nullable
    Path path(String field) {
        String text = fields.text(field);
        if (text == null) {
            return null;
        }
        try {
            return Path.parse(text);
        } catch (InvalidExpressionException e) {
            fields.problems()
                    .schema(
                            fields.at(field),
                            "Value must be a valid JSONPath.",
                            text.startsWith("$") ? "This is not JSONPath's syntax." : STARTS_WITH_DOLLAR);
            return null;
        }
    }

    /** A path that can name a single node only, where AWS demands that. */
    @Nullable
    Path referencePath(String field) {
        String text = fields.text(field);
        if (text == null) {
            return null;
        }
        try {
            Path path = Path.parse(text);
            if (path.isReferencePath()) {
                return path;
            }
        } catch (InvalidExpressionException e) {
            // what it is instead does not matter
        }
        reportNoReferencePath(field, text, SINGLE_NODE);
        return null;
    }

    /** As {@link #referencePath}, but not into the context object: the numbers of a Map. AWS refuses {@code $$.Execution.Input.n} there. */
    @Nullable
    Path referencePathIntoData(String field) {
        Path path = referencePath(field);
        if (path != null && path.text().startsWith("$$")) {
            reportNoReferencePath(field, path.text(), "It must not point into the context object.");
            return null;
        }
        return path;
    }

    /** A {@code ResultPath}, by default {@code $}; null for an explicit null. */
    @Nullable
    ReferencePath resultPath() {
        if (fields.isNull("ResultPath")) {
            return null;
        }
        String text = fields.text("ResultPath");
        try {
            return ReferencePath.parse(text == null ? "$" : text);
        } catch (InvalidExpressionException e) {
            reportNoReferencePath("ResultPath", String.valueOf(text), RESULT_PATH);
            return null;
        }
    }

    private void reportNoReferencePath(String field, String text, String remedy) {
        String message =
                text.startsWith("$") ? NO_REFERENCE_PATH : NO_REFERENCE_PATH + ": Reference path didn't start with '$'";
        fields.problems().schema(fields.at(field), message, text.startsWith("$") ? remedy : STARTS_WITH_DOLLAR);
    }

    /** {@code ErrorPath} and {@code CausePath}: a reference path, or a function that gives a string. */
    @Nullable
    Expression stringExpression(String field) {
        String text = fields.text(field);
        if (text == null || !text.startsWith("States.")) {
            return referencePath(field);
        }
        String message =
                "The value for the field '" + field + "' must be a valid JSONPath or a valid intrinsic function call";
        try {
            IntrinsicFunction function = IntrinsicFunction.parse(text);
            if (STRING_FUNCTIONS.contains(function.name())) {
                return function;
            }
            String allowed =
                    String.join(", ", STRING_FUNCTIONS.stream().sorted().toList());
            fields.problems()
                    .schema(fields.at(field), message, "Only these functions are allowed here: " + allowed + ".");
        } catch (InvalidExpressionException e) {
            fields.problems().schema(fields.at(field), message, e.getMessage());
        }
        return null;
    }

    /** The literal in {@code field} if it passed its check, otherwise what the {@code …Path} twin gave; null when absent. */
    @Nullable
    Expression literalOr(String field, @Nullable Object checked, @Nullable Expression path) {
        JsonNode value = fields.value(field);
        return checked != null && value != null ? new Literal(value) : path;
    }

    /** A payload template; null when absent. */
    @Nullable
    PayloadTemplate template(String field) {
        JsonNode value = fields.value(field);
        return value == null ? null : PayloadTemplate.compile(value, fields.at(field), this::reportInTemplate);
    }

    /** AWS places a bad {@code x.$} at the object that holds it (recording test_illegal_escapes). */
    private void reportInTemplate(JsonPointer at, String message) {
        JsonPointer parent = at.parent();
        JsonPointer holder = parent != null && at.lastStep().endsWith(".$") ? parent : at;
        fields.problems().schema(holder, at, message, null);
    }
}
