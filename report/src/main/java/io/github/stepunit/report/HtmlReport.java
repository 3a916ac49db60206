package io.github.stepunit.report;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import io.github.stepunit.coverage.CoverageData;
import io.github.stepunit.coverage.CoverageElement;
import io.github.stepunit.coverage.CoveringTest;
import io.github.stepunit.coverage.DefinitionCoverage;
import io.github.stepunit.coverage.ElementCoverage;
import io.github.stepunit.coverage.ElementKind;
import io.github.stepunit.definition.InvalidDefinitionException;
import io.github.stepunit.definition.StateMachineDefinition;
import io.github.stepunit.skeleton.TestSkeleton;
import io.github.stepunit.skeleton.TestSkeletons;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apiguardian.api.API;

/**
 * Coverage as one page that needs no other file and no network: an overview, and for each definition its graph, its list
 * of elements and its source, with the tests that walked each element and a test for each that none did.
 */
@API(status = API.Status.EXPERIMENTAL, since = "0.1")
public final class HtmlReport {

    /** Of one definition; who has not tested more begins with these. Keeps the page of a very large one small. */
    private static final int MOST_SKELETONS = 150;

    private static final JsonFactory JSON = new JsonFactory();

    private final CoverageData data;
    private final List<String> problems;
    private final String title;
    private final StringBuilder graphs = new StringBuilder();

    private HtmlReport(CoverageData data, List<String> problems, String title) {
        this.data = data;
        this.problems = problems;
        this.title = title;
    }

    /**
     * The whole page.
     *
     * @param problems what is missing in the data and why, shown on top
     * @param title what the page is called
     */
    public static String of(CoverageData data, List<String> problems, String title) {
        return new HtmlReport(data, problems, title).render();
    }

    private String render() {
        String json = Escape.jsonInScript(json());
        String page = Resource.text("report.html");
        return PageTemplate.fill(
                page,
                Map.of(
                        "TITLE",
                        Escape.markup(title),
                        "CSS",
                        Resource.text("report.css") + GraphSvg.css(),
                        "JS",
                        Resource.text("report.js"),
                        "GRAPHS",
                        graphs.toString(),
                        "DATA",
                        json));
    }

    private String json() {
        StringWriter text = new StringWriter();
        try (JsonGenerator json = JSON.createGenerator(text)) {
            write(json);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return text.toString();
    }

    private void write(JsonGenerator json) throws IOException {
        Map<CoveringTest, Integer> numbers = new HashMap<>();
        json.writeStartObject();
        json.writeStringField("title", title);
        json.writeArrayFieldStart("problems");
        for (String each : problems) {
            json.writeString(each);
        }
        json.writeEndArray();
        json.writeObjectFieldStart("kinds");
        for (ElementKind each : ElementKind.values()) {
            json.writeStringField(each.name(), each.text());
        }
        json.writeEndObject();
        json.writeArrayFieldStart("tests");
        for (CoveringTest each : data.tests()) {
            numbers.put(each, numbers.size());
            json.writeString(each.name());
        }
        json.writeEndArray();
        json.writeArrayFieldStart("definitions");
        for (DefinitionCoverage each : data.definitions()) {
            write(each, numbers, json);
        }
        json.writeEndArray();
        json.writeEndObject();
    }

    private void write(DefinitionCoverage definition, Map<CoveringTest, Integer> tests, JsonGenerator json)
            throws IOException {
        StateMachineDefinition parsed = null;
        String problem = null;
        try {
            parsed = StateMachineDefinition.parse(definition.source(), definition.text(), definition.type());
            graphs.append(graph(definition, parsed));
        } catch (InvalidDefinitionException refused) {
            problem = "The graph cannot be drawn, because this StepUnit does not accept the definition"
                    + " (another version did when its tests ran):\n" + refused.getMessage();
        }
        json.writeStartObject();
        json.writeStringField("hash", definition.hash());
        json.writeStringField("name", definition.name());
        json.writeStringField("place", definition.place());
        json.writeNumberField("executions", definition.executions());
        json.writeStringField("text", definition.text());
        if (definition.sourceText() != null) {
            json.writeStringField("sourceText", definition.sourceText());
        }
        if (problem != null) {
            json.writeStringField("problem", problem);
        }
        Map<CoverageElement, Integer> skeletons = parsed == null ? Map.of() : skeletons(definition, parsed, json);
        json.writeArrayFieldStart("elements");
        for (ElementCoverage each : definition.elements()) {
            write(each, tests, skeletons, json);
        }
        json.writeEndArray();
        json.writeEndObject();
    }

    /** Writes a test for each of what is missing, once for all that it walks; gives which is for what. */
    private static Map<CoverageElement, Integer> skeletons(
            DefinitionCoverage definition, StateMachineDefinition parsed, JsonGenerator json) throws IOException {
        Map<CoverageElement, Integer> numbers = new HashMap<>();
        List<CoverageElement> missing = definition.missing().stream()
                .map(ElementCoverage::element)
                .limit(MOST_SKELETONS)
                .toList();
        json.writeArrayFieldStart("skeletons");
        int number = 0;
        for (TestSkeleton each : new TestSkeletons(parsed, definition.type()).of(missing)) {
            json.writeString(each.method());
            for (CoverageElement walked : each.elements()) {
                numbers.put(walked, number);
            }
            number++;
        }
        json.writeEndArray();
        return numbers;
    }

    private static String graph(DefinitionCoverage definition, StateMachineDefinition parsed) {
        String key = definition.hash().substring(0, 12);
        String svg = GraphSvg.inPage(
                GraphPicture.of(parsed), new CoverageMarking(definition), "Graph of " + definition.name(), key + "-");
        return "<template id=\"graph-" + key + "\">" + svg + "</template>\n";
    }

    private static void write(
            ElementCoverage covered,
            Map<CoveringTest, Integer> tests,
            Map<CoverageElement, Integer> skeletons,
            JsonGenerator json)
            throws IOException {
        CoverageElement element = covered.element();
        json.writeStartObject();
        json.writeStringField("id", element.id());
        json.writeStringField("kind", element.kind().name());
        json.writeStringField("pointer", element.pointer());
        json.writeStringField("state", element.state());
        json.writeStringField("label", element.label());
        json.writeNumberField("line", element.line());
        json.writeNumberField("hits", covered.hits());
        if (!element.reachable()) {
            json.writeBooleanField("reachable", false);
        }
        if (!covered.tests().isEmpty()) {
            json.writeArrayFieldStart("tests");
            for (CoveringTest each : covered.tests()) {
                Integer number = tests.get(each);
                if (number != null) {
                    json.writeNumber(number);
                }
            }
            json.writeEndArray();
        }
        Integer skeleton = skeletons.get(element);
        if (skeleton != null) {
            json.writeNumberField("skeleton", skeleton);
        }
        json.writeEndObject();
    }
}
