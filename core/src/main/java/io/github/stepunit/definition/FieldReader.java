package io.github.stepunit.definition;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.stepunit.internal.text.DidYouMean;
import io.github.stepunit.json.JsonPointer;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Reads the fields of one object of a definition. Whatever is wrong with a field is reported in AWS's words, and the
 * field then reads as if it were absent.
 */
final class FieldReader {

    private final ObjectNode object;
    private final JsonPointer at;
    private final Problems problems;

    FieldReader(ObjectNode object, JsonPointer at, Problems problems) {
        this.object = object;
        this.at = at;
        this.problems = problems;
    }

    /** A reader of that value; null, with a report, when it is no object. */
    static @Nullable FieldReader of(JsonNode value, JsonPointer at, Problems problems) {
        if (value instanceof ObjectNode object) {
            return new FieldReader(object, at, problems);
        }
        problems.schema(at, "Expected value of type [OBJECT]");
        return null;
    }

    JsonPointer at() {
        return at;
    }

    JsonPointer at(String field) {
        return at.field(field);
    }

    Problems problems() {
        return problems;
    }

    boolean has(String field) {
        return object.has(field);
    }

    boolean isObject(String field) {
        return object.get(field) instanceof ObjectNode;
    }

    boolean isNull(String field) {
        return has(field) && object.get(field).isNull();
    }

    @Nullable
    JsonNode value(String field) {
        return object.get(field);
    }

    List<String> names() {
        List<String> names = new ArrayList<>();
        object.fieldNames().forEachRemaining(names::add);
        return names;
    }

    /** Reports every other field. */
    void allow(Collection<String> fields) {
        for (String name : names()) {
            if (!fields.contains(name)) {
                reject(name, fields);
            }
        }
    }

    /** Reports one field as not supported, naming the supported one that was probably meant. */
    void reject(String field, Collection<String> supported) {
        problems.schema(
                at,
                at.field(field),
                "Field '" + field + "' is not supported",
                DidYouMean.question(field, supported).orElse("Remove it."));
    }

    void require(String... fields) {
        List<String> missing = new ArrayList<>();
        for (String field : fields) {
            if (!has(field)) {
                missing.add(field);
            }
        }
        if (!missing.isEmpty()) {
            problems.schema(at, "These fields are required: " + missing);
        }
    }

    void allowOneOf(List<String> fields) {
        List<String> present = present(fields);
        if (present.size() > 1) {
            problems.schema(
                    at,
                    at.field(present.get(1)),
                    "There should only be one of the following fields: " + fields,
                    "Keep one of " + String.join(", ", present) + ".");
        }
    }

    /** The one of these fields that is there; null, with a report, when there is none or more than one. */
    @Nullable
    String requireOneOf(List<String> fields, String remedyIfNone) {
        List<String> present = present(fields);
        if (present.isEmpty()) {
            problems.schema(at, "This object should have only one of the following fields: " + fields, remedyIfNone);
        }
        allowOneOf(fields);
        return present.size() == 1 ? present.get(0) : null;
    }

    List<String> present(Collection<String> fields) {
        return fields.stream().filter(this::has).toList();
    }

    @Nullable
    String text(String field) {
        JsonNode value = object.get(field);
        if (value == null || value.isTextual()) {
            return value == null ? null : value.textValue();
        }
        problems.schema(at.field(field), "Expected value of type [STRING]");
        return null;
    }

    @Nullable
    Boolean bool(String field) {
        JsonNode value = object.get(field);
        if (value == null || value.isBoolean()) {
            return value == null ? null : value.booleanValue();
        }
        problems.schema(at.field(field), "Expected value of type [BOOLEAN]");
        return null;
    }

    /** The text, which has to be one of those. */
    @Nullable
    String oneOf(String field, List<String> values) {
        String text = text(field);
        if (text == null || values.contains(text)) {
            return text;
        }
        problems.schema(
                at.field(field),
                "Value should be one of the following: " + values,
                DidYouMean.question(text, values).orElse(null));
        return null;
    }

    @Nullable
    Long integer(String field, long minimum, long maximum) {
        JsonNode value = object.get(field);
        if (value == null) {
            return null;
        }
        if (!value.isIntegralNumber()) {
            problems.schema(at.field(field), "Expected value of type Integer");
            return null;
        }
        if (value.bigIntegerValue().compareTo(BigInteger.valueOf(minimum)) < 0) {
            problems.schema(at.field(field), "Minimum value is " + minimum);
            return null;
        }
        if (value.bigIntegerValue().compareTo(BigInteger.valueOf(maximum)) > 0) {
            problems.schema(at.field(field), "Maximum value is " + maximum);
            return null;
        }
        return value.longValue();
    }

    @Nullable
    Double number(String field, double minimum, double maximum) {
        JsonNode value = object.get(field);
        if (value == null) {
            return null;
        }
        if (!value.isNumber()) {
            problems.schema(at.field(field), "Expected value of type Number");
            return null;
        }
        if (value.doubleValue() < minimum) {
            problems.schema(at.field(field), "Minimum value is " + minimum);
            return null;
        }
        if (value.doubleValue() > maximum) {
            problems.schema(at.field(field), "Maximum value is " + maximum);
            return null;
        }
        return value.doubleValue();
    }

    /** A reader of the field's value; null when it is absent or, with a report, no object. */
    @Nullable
    FieldReader object(String field) {
        JsonNode value = object.get(field);
        return value == null ? null : of(value, at.field(field), problems);
    }

    /** Readers of the elements that are objects; the others are reported. */
    List<FieldReader> objects(String field) {
        List<FieldReader> readers = new ArrayList<>();
        for (Element element : elements(field)) {
            FieldReader reader = of(element.value(), element.at(), problems);
            if (reader != null) {
                readers.add(reader);
            }
        }
        return readers;
    }

    /** As {@link #objects}, but an empty array is reported. */
    List<FieldReader> someObjects(String field) {
        reportIfEmpty(field);
        return objects(field);
    }

    /** The elements that are text, of an array that must not be empty. */
    List<String> someTexts(String field) {
        reportIfEmpty(field);
        List<String> texts = new ArrayList<>();
        for (Element element : elements(field)) {
            if (element.value().isTextual()) {
                texts.add(element.value().textValue());
            } else {
                problems.schema(element.at(), "Expected value of type [STRING]");
            }
        }
        return texts;
    }

    private record Element(JsonNode value, JsonPointer at) {}

    private List<Element> elements(String field) {
        JsonNode array = object.get(field);
        if (array == null) {
            return List.of();
        }
        if (!array.isArray()) {
            problems.schema(at.field(field), "Expected value of type [ARRAY]");
            return List.of();
        }
        List<Element> elements = new ArrayList<>();
        for (int i = 0; i < array.size(); i++) {
            elements.add(new Element(array.get(i), at.field(field).index(i)));
        }
        return elements;
    }

    private void reportIfEmpty(String field) {
        JsonNode array = object.get(field);
        if (array != null && array.isArray() && array.isEmpty()) {
            problems.schema(at.field(field), "Value cannot be empty");
        }
    }
}
