package io.github.stepunit.contract.model;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.stepunit.contract.model.ModelProblem.Kind;
import io.github.stepunit.json.JsonPointer;
import io.github.stepunit.json.JsonText;
import io.github.stepunit.servicemodel.Shape;
import io.github.stepunit.servicemodel.Shape.Member;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;

/** Compares a value with the shape that a service's model gives it, and keeps what does not fit. */
final class ShapeCheck {

    private static final int EXCERPT = 60;

    private final Subject subject;
    private final boolean strict;
    private final Predicate<JsonPointer> free;
    private final Predicate<JsonPointer> unknown;
    private final List<ModelProblem> problems = new ArrayList<>();

    /**
     * @param subject what is looked at, which decides how it may be written
     * @param strict whether members that are required have to be there
     * @param free members that Step Functions takes as any JSON, or adds itself
     * @param unknown values that stand for others, which only a deployment knows
     */
    ShapeCheck(Subject subject, boolean strict, Predicate<JsonPointer> free, Predicate<JsonPointer> unknown) {
        this.subject = subject;
        this.strict = strict;
        this.free = free;
        this.unknown = unknown;
    }

    List<ModelProblem> problems() {
        return List.copyOf(problems);
    }

    void check(JsonPointer at, JsonNode value, Shape shape) {
        if (value.isNull() || subject.isUnknown(value) || free.test(at) || unknown.test(at)) {
            return;
        }
        if (shape instanceof Shape.Structure structure) {
            if (requires(at, value, value.isObject(), "an object")) {
                checkStructure(at, value, structure);
            }
        } else if (shape instanceof Shape.Array array) {
            if (requires(at, value, value.isArray(), "an array")) {
                checkArray(at, value, array);
            }
        } else if (shape instanceof Shape.Dictionary dictionary) {
            if (requires(at, value, value.isObject(), "an object")) {
                for (Map.Entry<String, JsonNode> entry : value.properties()) {
                    if (!subject.isUnknown(entry.getKey())) {
                        check(
                                at.field(entry.getKey()),
                                entry.getValue(),
                                dictionary.value().get());
                    }
                }
            }
        } else if (shape instanceof Shape.Scalar scalar) {
            checkScalar(at, value, scalar);
        }
    }

    private void checkStructure(JsonPointer at, JsonNode value, Shape.Structure structure) {
        for (Map.Entry<String, JsonNode> entry : value.properties()) {
            String name = subject.memberName(entry.getKey());
            // As it is written, so that it can be found there.
            JsonPointer place = at.field(entry.getKey());
            Member member = structure.members().get(name);
            if (member != null) {
                if (!subject.isUnknown(entry.getKey())) {
                    check(place, entry.getValue(), member.shape());
                }
            } else if (!free.test(at.field(name))) {
                String question = Wording.question(name, structure.members().keySet());
                add(Kind.UNKNOWN_MEMBER, place, "there is no such member" + question);
            }
        }
        if (strict) {
            structure.members().forEach((name, member) -> {
                if (member.isRequired() && !subject.has(value, name) && !free.test(at.field(name))) {
                    add(Kind.MISSING_MEMBER, at.field(name), subject.missing());
                }
            });
        }
    }

    private void checkArray(JsonPointer at, JsonNode value, Shape.Array array) {
        checkRange(at, value.size(), array.range(), value.size() == 1 ? " item" : " items");
        Shape item = array.item().get();
        for (int i = 0; i < value.size(); i++) {
            check(at.index(i), value.get(i), item);
        }
    }

    private void checkScalar(JsonPointer at, JsonNode value, Shape.Scalar scalar) {
        switch (scalar.type()) {
            case INTEGER, DECIMAL -> {
                if (requires(at, value, subject.isNumber(value), "a number")) {
                    checkRange(at, value.asDouble(), scalar.range(), "");
                }
            }
            case BOOLEAN -> requires(at, value, subject.isBoolean(value), "true or false");
            case STRING -> {
                if (requires(at, value, value.isTextual() || subject.mayBeJson(value, scalar), "a string")
                        && value.isTextual()) {
                    checkText(at, value.textValue(), scalar);
                }
            }
            // Bytes are taken as text and as any other JSON; times as text and as numbers.
            case TIMESTAMP -> requires(at, value, value.isTextual() || value.isNumber(), "a time");
            case BLOB -> {}
        }
    }

    private void checkText(JsonPointer at, String text, Shape.Scalar scalar) {
        if (scalar.values().isEmpty()) {
            checkRange(at, text.length(), scalar.range(), text.length() == 1 ? " character" : " characters");
        } else if (!scalar.values().contains(text)) {
            add(
                    Kind.UNKNOWN_VALUE,
                    at,
                    Wording.quoted(text, EXCERPT) + " is not " + Wording.oneOf(text, scalar.values()));
        }
    }

    private void checkRange(JsonPointer at, double size, Shape.Range range, String unit) {
        String many = "is " + Wording.number(size) + ", ";
        if (!unit.isEmpty()) {
            many = "has " + Wording.number(size) + unit + ", ";
        }
        if (range.isBelow(size)) {
            add(Kind.OUT_OF_RANGE, at, many + "but at least " + Wording.number(range.min()) + " is allowed");
        } else if (range.isAbove(size)) {
            add(Kind.OUT_OF_RANGE, at, many + "but at most " + Wording.number(range.max()) + " is allowed");
        }
    }

    private boolean requires(JsonPointer at, JsonNode value, boolean fits, String type) {
        if (!fits) {
            add(Kind.WRONG_TYPE, at, "must be " + type + ", but is " + JsonText.excerpt(value, EXCERPT));
        }
        return fits;
    }

    private void add(Kind kind, JsonPointer at, String message) {
        problems.add(new ModelProblem(kind, at, message));
    }
}
