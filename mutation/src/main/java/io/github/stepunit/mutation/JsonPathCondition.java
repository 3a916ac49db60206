package io.github.stepunit.mutation;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.BooleanNode;
import com.fasterxml.jackson.databind.node.DecimalNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.LongNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import io.github.stepunit.json.JsonPointer;
import io.github.stepunit.json.JsonText;
import java.math.BigDecimal;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Changes of a condition with {@code Variable} and an operator, and of those that {@code And}, {@code Or}, {@code Not} join. */
final class JsonPathCondition {

    /** What belongs to the rule and not to its condition. */
    private static final Set<String> OF_RULE = Set.of("Next", "Assign", "Output", "Comment");

    private static final Pattern ORDER = Pattern.compile(
            "(?<type>String|Numeric|Timestamp)(?<order>LessThan|GreaterThan)(?<equals>Equals)?(?<path>Path)?");

    private final String what;
    private final List<String> elements;
    private final RuleAssertions assertions;
    private final Consumer<Candidate> to;

    /** @param what the rule, for descriptions */
    JsonPathCondition(String what, List<String> elements, RuleAssertions assertions, Consumer<Candidate> to) {
        this.what = what;
        this.elements = elements;
        this.assertions = assertions;
        this.to = to;
    }

    /** @param rule the rule */
    void propose(JsonNode rule, JsonPointer at) {
        propose(rule, at, false);
    }

    /**
     * @param condition the rule, or a condition inside of it
     * @param isNegated whether it stands in a {@code Not}: when it matches more, the rule matches less
     */
    private void propose(JsonNode condition, JsonPointer at, boolean isNegated) {
        for (String join : List.of("And", "Or")) {
            if (condition.path(join).isArray()) {
                joined(condition, at, join, isNegated);
                return;
            }
        }
        if (condition.path("Not").isObject()) {
            JsonNode negated = condition.path("Not");
            changed(at, condition, Mutator.CONDITION, "Not dropped", without(condition, "Not", (ObjectNode) negated));
            comparison(negated, at.field("Not"), false, !isNegated);
            return;
        }
        comparison(condition, at, true, isNegated);
    }

    private void joined(JsonNode condition, JsonPointer at, String join, boolean isNegated) {
        JsonNode parts = condition.path(join);
        if (parts.size() > 1) {
            boolean isAnd = join.equals("And");
            renamed(condition, at, join, isAnd ? "Or" : "And", Mutator.CONDITION, isAnd != isNegated);
        }
        for (int i = 0; i < parts.size(); i++) {
            propose(parts.get(i), at.field(join).index(i), isNegated);
        }
    }

    private void comparison(JsonNode condition, JsonPointer at, boolean negate, boolean isNegated) {
        if (condition.has("And") || condition.has("Or") || condition.has("Not")) {
            propose(condition, at, isNegated);
            return;
        }
        condition.properties().forEach(member -> {
            String operator = member.getKey();
            JsonNode constant = member.getValue();
            if (OF_RULE.contains(operator) || operator.equals("Variable")) {
                return;
            }
            JsonPointer place = at.field(operator);
            if (constant.isBoolean()) {
                if (negate) {
                    BooleanNode other = BooleanNode.valueOf(!constant.booleanValue());
                    value(place, operator, constant, other, Mutator.CONDITION, false);
                }
                return;
            }
            if (negate) {
                negated(condition, at);
            }
            Matcher order = ORDER.matcher(operator);
            if (order.matches()) {
                boolean isStrict = order.group("equals") == null;
                renamed(condition, at, operator, shifted(order), Mutator.COMPARISON, isStrict != isNegated);
            }
            constant(place, operator, constant, isNegated);
        });
    }

    private static String shifted(Matcher order) {
        String equals = order.group("equals") == null ? "Equals" : "";
        String path = order.group("path") == null ? "" : "Path";
        return order.group("type") + order.group("order") + equals + path;
    }

    private void constant(JsonPointer at, String operator, JsonNode constant, boolean isNegated) {
        if (constant.isNumber()) {
            BigDecimal more = constant.decimalValue().add(BigDecimal.ONE);
            JsonNode other =
                    constant.isIntegralNumber() ? LongNode.valueOf(more.longValue()) : DecimalNode.valueOf(more);
            boolean isUpperBound = operator.startsWith("NumericLessThan");
            value(at, operator, constant, other, Mutator.COMPARISON, isUpperBound != isNegated);
        } else if (operator.equals("StringEquals") && constant.isTextual()) {
            TextNode other = TextNode.valueOf(constant.asText() + "-mutant");
            value(at, operator, constant, other, Mutator.COMPARISON, isNegated);
        }
    }

    private void value(
            JsonPointer at, String operator, JsonNode from, JsonNode into, Mutator mutator, boolean matchesMore) {
        String description = operator + " of " + what + " is " + JsonText.excerpt(into, 40) + ", no longer "
                + JsonText.excerpt(from, 40);
        to.accept(Candidate.changed(mutator, at, into, description, elements, assertions.when(matchesMore)));
    }

    private void negated(JsonNode condition, JsonPointer at) {
        ObjectNode inner = JsonNodeFactory.instance.objectNode();
        ObjectNode outer = JsonNodeFactory.instance.objectNode();
        outer.set("Not", inner);
        condition.properties().forEach(member -> (OF_RULE.contains(member.getKey()) ? outer : inner)
                .set(member.getKey(), member.getValue()));
        changed(at, condition, Mutator.CONDITION, "negated", outer);
    }

    /** The condition without that field, with the fields of another object in its place. */
    private static ObjectNode without(JsonNode condition, String field, ObjectNode inPlace) {
        ObjectNode result = JsonNodeFactory.instance.objectNode();
        condition.properties().forEach(member -> {
            if (member.getKey().equals(field)) {
                result.setAll(inPlace);
            } else {
                result.set(member.getKey(), member.getValue());
            }
        });
        return result;
    }

    private void changed(JsonPointer at, JsonNode condition, Mutator mutator, String how, ObjectNode into) {
        String description = "condition of " + what + " (" + text(condition) + ") " + how;
        to.accept(Candidate.changed(mutator, at, into, description, elements, assertions.matched()));
    }

    private static String text(JsonNode condition) {
        ObjectNode own = JsonNodeFactory.instance.objectNode();
        condition.properties().stream()
                .filter(member -> !OF_RULE.contains(member.getKey()))
                .forEach(member -> own.set(member.getKey(), member.getValue()));
        return JsonText.excerpt(own, 60);
    }

    private void renamed(
            JsonNode condition, JsonPointer at, String field, String other, Mutator mutator, boolean matchesMore) {
        ObjectNode changed = JsonNodeFactory.instance.objectNode();
        condition
                .properties()
                .forEach(member ->
                        changed.set(member.getKey().equals(field) ? other : member.getKey(), member.getValue()));
        to.accept(new Candidate(
                mutator,
                at.field(field),
                true,
                "\"" + other + "\": " + JsonText.writeCompact(condition.path(field)),
                other + " in place of " + field + " in " + what,
                elements,
                assertions.when(matchesMore),
                List.of(Edit.set(at, changed))));
    }
}
