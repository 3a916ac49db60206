package io.github.stepunit.contract.coverage;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.stepunit.contract.recorded.RecordedExecution;
import io.github.stepunit.coverage.CoverageData;
import io.github.stepunit.coverage.CoveringTest;
import io.github.stepunit.coverage.DefinitionCoverage;
import io.github.stepunit.coverage.ElementCoverage;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.apiguardian.api.API;

/**
 * What production walks of one definition and what tests walk of it.
 *
 * @param production what production walks
 * @param loadedByTests whether any test has loaded the definition. A definition is its text: tests of another text tell
 *     nothing about it
 * @param elements all that can be walked, in the order of the definition
 */
@API(status = API.Status.EXPERIMENTAL, since = "0.1")
public record ProductionComparison(ProductionCoverage production, boolean loadedByTests, List<WalkedElement> elements) {

    public ProductionComparison {
        elements = List.copyOf(elements);
    }

    static ProductionComparison between(ProductionCoverage production, CoverageData tests) {
        DefinitionCoverage definition = production.definition();
        Map<String, ElementCoverage> tested = new HashMap<>();
        boolean loaded = false;
        for (DefinitionCoverage each : tests.definitions()) {
            if (each.hash().equals(definition.hash())) {
                each.elements().forEach(element -> tested.put(element.element().id(), element));
                // A part of production itself is no test.
                loaded |= each.executions() == 0
                        || each.tests().isEmpty()
                        || each.tests().stream().anyMatch(test -> !ProductionCoverage.isProduction(test));
            }
        }
        List<WalkedElement> elements = new ArrayList<>();
        for (ElementCoverage each : definition.elements()) {
            if (each.element().reachable()) {
                ElementCoverage other = tested.get(each.element().id());
                List<CoveringTest> walkedBy = other == null
                        ? List.of()
                        : other.tests().stream()
                                .filter(test -> !ProductionCoverage.isProduction(test))
                                .toList();
                elements.add(new WalkedElement(each.element(), each.tests(), walkedBy));
            }
        }
        return new ProductionComparison(production, loaded, elements);
    }

    /** What production walks and no test does. */
    public List<WalkedElement> onlyInProduction() {
        return elements.stream()
                .filter(each -> !each.executions().isEmpty() && each.tests().isEmpty())
                .toList();
    }

    /** What tests walk and production did not. */
    public List<WalkedElement> onlyInTests() {
        return elements.stream()
                .filter(each -> each.executions().isEmpty() && !each.tests().isEmpty())
                .toList();
    }

    /** What neither walks. */
    public List<WalkedElement> inNeither() {
        return elements.stream()
                .filter(each -> each.executions().isEmpty() && each.tests().isEmpty())
                .toList();
    }

    /**
     * A few executions that together walk all that production walks and no test does: made into tests, by {@link
     * io.github.stepunit.contract.testsource.TestGenerator}, they close the gap. The one that walks most of it comes first.
     */
    public List<RecordedExecution> recordingsToTest() {
        List<WalkedElement> open = new ArrayList<>(onlyInProduction());
        List<RecordedExecution> chosen = new ArrayList<>();
        Map<String, RecordedExecution> byArn = production.walked().stream()
                .collect(Collectors.toMap(RecordedExecution::arn, each -> each, (one, same) -> one));
        Set<String> candidates = new LinkedHashSet<>();
        production.walked().forEach(each -> candidates.add(each.arn()));
        while (!open.isEmpty()) {
            String best = "";
            long most = 0;
            for (String arn : candidates) {
                long walks = open.stream().filter(each -> isWalkedBy(each, arn)).count();
                if (walks > most) {
                    most = walks;
                    best = arn;
                }
            }
            RecordedExecution recording = byArn.get(best);
            if (recording == null) {
                break;
            }
            chosen.add(recording);
            String arn = best;
            open.removeIf(each -> isWalkedBy(each, arn));
        }
        return chosen;
    }

    private static boolean isWalkedBy(WalkedElement element, String arn) {
        return element.executions().stream().anyMatch(each -> each.id().equals(arn));
    }

    /** For people, each line with its end. */
    public String describe() {
        return ComparisonText.of(this);
    }

    /**
     * For tools: {@code definition}, {@code executions}, {@code departing}, {@code childExecutions}, {@code
     * departingChildExecutions}, {@code notCounted}, and the elements in {@code onlyInProduction},
     * {@code onlyInTests}, {@code inNeither}, each with {@code id}, {@code kind}, {@code label}, {@code line} and who walks
     * it.
     */
    public JsonNode toJson() {
        return ComparisonJson.of(this);
    }
}
