package io.github.stepunit.contract.oracle;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.stepunit.contract.oracle.OracleDifference.Value;
import io.github.stepunit.json.InvalidJsonException;
import io.github.stepunit.json.JsonComparison;
import io.github.stepunit.json.JsonText;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Compares two answers of TestState: by value, payloads as JSON. */
final class AnswerComparison {

    /** What only AWS can know. */
    private static final Set<String> AWS_ONLY = Set.of("request", "response");

    private static final Set<String> TEXTS = Set.of("status", "nextState", "error", "cause", "refused", "message");

    /** What gives another value each time. */
    private static final Pattern VOLATILE = Pattern.compile(
            "States\\.UUID|States\\.MathRandom|\\$uuid\\(|\\$random\\(|\\$now\\(|\\$millis\\(|\\$\\$\\.State\\.EnteredTime"
                    + "|\\$states\\.context\\.State\\.EnteredTime");

    private static final Pattern CHANGING = Pattern.compile(
            "[0-9a-fA-F]{8}-([0-9a-fA-F]{4}-){3}[0-9a-fA-F]{12}|\\d{4}-\\d\\d-\\d\\dT\\d\\d:\\d\\d:\\d\\d(\\.\\d+)?(Z|[+-]\\d\\d:?\\d\\d)");

    private final boolean isVolatile;
    private final List<Value> values = new ArrayList<>();

    private AnswerComparison(boolean isVolatile) {
        this.isVolatile = isVolatile;
    }

    static List<Value> compare(OracleQuestion question, JsonNode aws, JsonNode ours) {
        boolean isVolatile =
                VOLATILE.matcher(JsonText.writeCompact(question.definition())).find();
        AnswerComparison comparison = new AnswerComparison(isVolatile);
        if (aws.has("refused") && ours.has("refused")) {
            // How the refusal is worded depends on what the service saw first.
            return List.of();
        }
        ObjectNode mine = unfolded(ours);
        if (!aws.has("inspectionData")) {
            mine.remove("inspectionData");
        }
        comparison.members("", unfolded(aws), mine);
        return comparison.values;
    }

    /** Payloads as trees. */
    private static ObjectNode unfolded(JsonNode answer) {
        ObjectNode unfolded = JsonNodeFactory.instance.objectNode();
        answer.properties().forEach(member -> {
            String name = member.getKey();
            JsonNode value = member.getValue();
            if (name.equals("inspectionData")) {
                unfolded.set(name, unfolded(value));
            } else if (!AWS_ONLY.contains(name)) {
                unfolded.set(name, TEXTS.contains(name) ? value : payload(value));
            }
        });
        return unfolded;
    }

    private static JsonNode payload(JsonNode value) {
        try {
            return value.isTextual() ? JsonText.parseWithoutText(value.textValue()) : value;
        } catch (InvalidJsonException plainText) {
            return value;
        }
    }

    private void compare(String path, @Nullable JsonNode aws, @Nullable JsonNode ours) {
        if (aws == null || ours == null) {
            if (aws != null || ours != null) {
                values.add(new Value(path, aws, ours));
            }
        } else if (aws.isObject() && ours.isObject()) {
            members(path, aws, ours);
        } else if (aws.isArray() && ours.isArray()) {
            for (int i = 0; i < Math.max(aws.size(), ours.size()); i++) {
                compare(path + "[" + i + "]", aws.get(i), ours.get(i));
            }
        } else if (!same(aws, ours)) {
            values.add(new Value(path, aws, ours));
        }
    }

    private void members(String path, JsonNode aws, JsonNode ours) {
        Set<String> names = new LinkedHashSet<>();
        aws.fieldNames().forEachRemaining(names::add);
        ours.fieldNames().forEachRemaining(names::add);
        for (String name : names) {
            compare(path.isEmpty() ? name : path + "." + name, aws.get(name), ours.get(name));
        }
    }

    private boolean same(JsonNode aws, JsonNode ours) {
        if (JsonComparison.equalByValue(aws, ours)) {
            return true;
        }
        if (!isVolatile) {
            return false;
        }
        return (aws.isNumber() && ours.isNumber())
                || (aws.isTextual()
                        && ours.isTextual()
                        && constant(aws.textValue()).equals(constant(ours.textValue())));
    }

    private static String constant(String text) {
        return CHANGING.matcher(text).replaceAll("…");
    }
}
