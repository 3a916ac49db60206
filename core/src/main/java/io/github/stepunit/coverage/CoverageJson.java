package io.github.stepunit.coverage;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonParser;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apiguardian.api.API;

/**
 * Coverage data as JSON: what test JVMs write, what merging reads, what everything else is made of. docs/coverage.md has
 * the schema.
 */
@API(status = API.Status.EXPERIMENTAL, since = "0.1")
public final class CoverageJson {

    /** Value of {@code format}. */
    static final String FORMAT = "stepunit-coverage";

    /** Value of {@code version}: goes up when an older reader would misread the file; new fields alone do not raise it. */
    static final int VERSION = 1;

    private static final JsonFactory JSON = new JsonFactory();

    private CoverageJson() {}

    /** Writes the data. Closes nothing. */
    public static void write(CoverageData data, OutputStream out) throws IOException {
        List<CoveringTest> tests = data.tests();
        Map<CoveringTest, Integer> numbers = new HashMap<>();
        tests.forEach(test -> numbers.put(test, numbers.size()));
        try (JsonGenerator json = JSON.createGenerator(out)) {
            json.disable(JsonGenerator.Feature.AUTO_CLOSE_TARGET);
            json.writeStartObject();
            json.writeStringField("format", FORMAT);
            json.writeNumberField("version", VERSION);
            json.writeArrayFieldStart("tests");
            for (CoveringTest test : tests) {
                json.writeStartObject();
                json.writeStringField("id", test.id());
                json.writeStringField("name", test.name());
                json.writeEndObject();
            }
            json.writeEndArray();
            json.writeArrayFieldStart("definitions");
            for (DefinitionCoverage each : data.definitions()) {
                write(each, numbers, json);
            }
            json.writeEndArray();
            json.writeEndObject();
        }
    }

    private static void write(DefinitionCoverage definition, Map<CoveringTest, Integer> tests, JsonGenerator json)
            throws IOException {
        json.writeStartObject();
        json.writeStringField("hash", definition.hash());
        json.writeStringField("name", definition.name());
        json.writeStringField("type", definition.type().name());
        json.writeStringField("source", definition.source());
        if (definition.file() != null) {
            json.writeStringField("file", definition.file());
        }
        json.writeNumberField("executions", definition.executions());
        json.writeStringField("text", definition.text());
        if (definition.sourceText() != null) {
            json.writeStringField("sourceText", definition.sourceText());
        }
        json.writeArrayFieldStart("elements");
        for (ElementCoverage each : definition.elements()) {
            write(each, tests, json);
        }
        json.writeEndArray();
        json.writeEndObject();
    }

    private static void write(ElementCoverage covered, Map<CoveringTest, Integer> tests, JsonGenerator json)
            throws IOException {
        CoverageElement element = covered.element();
        json.writeStartObject();
        json.writeStringField("id", element.id());
        json.writeStringField("kind", element.kind().name());
        json.writeStringField("pointer", element.pointer());
        json.writeStringField("state", element.state());
        json.writeStringField("label", element.label());
        if (!element.detail().isEmpty()) {
            json.writeStringField("detail", element.detail());
        }
        json.writeNumberField("line", element.line());
        if (!element.reachable()) {
            json.writeBooleanField("reachable", false);
        }
        json.writeNumberField("hits", covered.hits());
        json.writeArrayFieldStart("tests");
        for (CoveringTest test : covered.tests()) {
            Integer number = tests.get(test);
            if (number != null) {
                json.writeNumber(number);
            }
        }
        json.writeEndArray();
        json.writeEndObject();
    }

    /**
     * Reads data that {@link #write} has written. Fields that it does not know are passed over.
     *
     * @throws CoverageFormatException when it is something else, cut off, damaged, or of a later version; says which
     */
    public static CoverageData read(InputStream in) throws IOException {
        try (JsonParser json = JSON.createParser(in)) {
            return new CoverageReader(json).read();
        }
    }
}
