package io.github.stepunit.contract.deployed;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.TextNode;
import io.github.stepunit.StateMachine;
import io.github.stepunit.json.JsonComparison;
import io.github.stepunit.json.JsonPointer;
import io.github.stepunit.json.JsonText;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apiguardian.api.API;
import org.jspecify.annotations.Nullable;

/**
 * Compares definitions by what they mean: key order, blanks, written-out defaults and the order of names in
 * {@code ErrorEquals} do not count; a local placeholder ({@code ${ChargeFunctionArn}}) stands for one deployed value, the
 * same everywhere.
 */
@API(status = API.Status.EXPERIMENTAL, since = "0.1")
public final class DefinitionComparison {

    private final Texts texts;
    private final Ignoring ignoring;
    private final List<DefinitionDifference> differences = new ArrayList<>();

    private DefinitionComparison(Ignoring ignoring) {
        this.texts = new Texts(ignoring);
        this.ignoring = ignoring;
    }

    /** The differences, in the order of the deployed definition; empty when the two mean the same. */
    public static List<DefinitionDifference> between(
            DeployedDefinition deployed, StateMachine local, Ignoring ignoring) {
        DefinitionComparison comparison = new DefinitionComparison(ignoring);
        if (deployed.type() != local.type()) {
            comparison.differences.add(new DefinitionDifference(
                    "",
                    JsonPointer.ROOT,
                    "type",
                    TextNode.valueOf(deployed.type().name()),
                    TextNode.valueOf(local.type().name())));
        }
        comparison.compare(
                Place.TOP,
                JsonText.parseWithoutText(deployed.definition()),
                JsonText.parseWithoutText(local.definition().text()));
        return List.copyOf(comparison.differences);
    }

    private void compare(Place place, @Nullable JsonNode deployed, @Nullable JsonNode local) {
        if (deployed == null || local == null) {
            if (!isDefault(place, deployed == null ? local : deployed)) {
                add(place, deployed, local);
            }
        } else if (deployed.isObject() && local.isObject()) {
            compareObjects(place, deployed, local);
        } else if (deployed.isArray() && local.isArray() && place.isSetOfNames()) {
            compareNames(place, deployed, local);
        } else if (deployed.isArray() && local.isArray()) {
            for (int i = 0; i < Math.max(deployed.size(), local.size()); i++) {
                compare(place.index(i), deployed.get(i), local.get(i));
            }
        } else if (!texts.same(deployed, local)) {
            add(place, deployed, local);
        }
    }

    private void compareObjects(Place place, JsonNode deployed, JsonNode local) {
        Set<String> names = new LinkedHashSet<>();
        deployed.fieldNames().forEachRemaining(names::add);
        local.fieldNames().forEachRemaining(names::add);
        for (String name : names) {
            if (!ignoring.comments() || !name.equals("Comment") || place.isPayload()) {
                compare(place.field(name), deployed.get(name), local.get(name));
            }
        }
    }

    /** The order of names in ErrorEquals means nothing. */
    private void compareNames(Place place, JsonNode deployed, JsonNode local) {
        List<JsonNode> left = new ArrayList<>();
        local.forEach(left::add);
        boolean allThere = deployed.size() == local.size();
        for (JsonNode name : deployed) {
            allThere &= left.removeIf(other -> texts.same(name, other));
        }
        if (!allThere) {
            add(place, deployed, local);
        }
    }

    private static boolean isDefault(Place place, @Nullable JsonNode value) {
        JsonNode byDefault = place.isPayload() ? null : Defaults.OF.get(place.fieldName());
        return byDefault != null && value != null && JsonComparison.equalByValue(byDefault, value);
    }

    private void add(Place place, @Nullable JsonNode deployed, @Nullable JsonNode local) {
        differences.add(new DefinitionDifference(place.state(), place.pointer(), place.what(), deployed, local));
    }

    /** What a field means when it is not there. */
    private static final class Defaults {

        private static final Map<String, JsonNode> OF = Map.ofEntries(
                entry("QueryLanguage", "'JSONPath'"),
                entry("Version", "'1.0'"),
                entry("InputPath", "'$'"),
                entry("OutputPath", "'$'"),
                entry("ResultPath", "'$'"),
                entry("ItemsPath", "'$'"),
                entry("IntervalSeconds", "1"),
                entry("MaxAttempts", "3"),
                entry("BackoffRate", "2"),
                entry("JitterStrategy", "'NONE'"),
                entry("MaxConcurrency", "0"),
                entry("ProcessorConfig", "{'Mode': 'INLINE'}"),
                entry("Mode", "'INLINE'"),
                entry("End", "false"),
                entry("Retry", "[]"),
                entry("Catch", "[]"));

        private static Map.Entry<String, JsonNode> entry(String field, String value) {
            return Map.entry(field, JsonText.parseLenient(value));
        }
    }
}
