package io.github.stepunit.contract.coverage;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.stepunit.contract.recorded.ReplayResult;
import io.github.stepunit.coverage.CoveringTest;
import io.github.stepunit.coverage.DefinitionCoverage;
import java.util.List;

/** A comparison for tools. */
final class ComparisonJson {

    private ComparisonJson() {}

    static JsonNode of(ProductionComparison comparison) {
        ProductionCoverage production = comparison.production();
        DefinitionCoverage definition = production.definition();
        ObjectNode json = JsonNodeFactory.instance.objectNode();
        json.putObject("definition")
                .put("name", definition.name())
                .put("place", definition.place())
                .put("hash", definition.hash())
                .put("loadedByTests", comparison.loadedByTests());
        ArrayNode executions = json.putArray("executions");
        production.walked().forEach(each -> executions.add(each.arn()));
        addArns("departing", production.departing(), json);
        ArrayNode children = json.putArray("childExecutions");
        production.walkedChildren().forEach(each -> children.add(each.arn()));
        addArns("departingChildExecutions", production.departingChildren(), json);
        ArrayNode notCounted = json.putArray("notCounted");
        production.notCounted().forEach(notCounted::add);
        add("onlyInProduction", comparison.onlyInProduction(), json);
        add("onlyInTests", comparison.onlyInTests(), json);
        add("inNeither", comparison.inNeither(), json);
        ArrayNode toTest = json.putArray("recordingsToTest");
        comparison.recordingsToTest().forEach(each -> toTest.add(each.arn()));
        return json;
    }

    private static void addArns(String name, List<ReplayResult> results, ObjectNode json) {
        ArrayNode array = json.putArray(name);
        results.forEach(each -> array.add(each.recorded().arn()));
    }

    private static void add(String name, List<WalkedElement> elements, ObjectNode json) {
        ArrayNode array = json.putArray(name);
        for (WalkedElement each : elements) {
            ObjectNode element = array.addObject()
                    .put("id", each.element().id())
                    .put("kind", each.element().kind().name())
                    .put("label", each.element().label())
                    .put("line", each.element().line());
            addWalkers("executions", each.executions(), element);
            addWalkers("tests", each.tests(), element);
        }
    }

    private static void addWalkers(String name, List<CoveringTest> walkers, ObjectNode element) {
        ArrayNode array = element.putArray(name);
        walkers.forEach(each -> array.add(each.id()));
    }
}
