package io.github.stepunit.coverage;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.io.JsonEOFException;
import io.github.stepunit.definition.StateMachineType;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Reads one file of coverage data as a stream, since there can be hundreds. */
final class CoverageReader {

    private final JsonParser json;
    private final List<CoveringTest> tests = new ArrayList<>();

    CoverageReader(JsonParser json) {
        this.json = json;
    }

    CoverageData read() throws IOException {
        try {
            return file();
        } catch (JsonEOFException cutOff) {
            throw new CoverageFormatException("it ends in the middle, at line "
                    + cutOff.getLocation().getLineNr() + ", column "
                    + cutOff.getLocation().getColumnNr());
        } catch (JsonProcessingException noJson) {
            throw new CoverageFormatException("it is no JSON: " + noJson.getOriginalMessage());
        }
    }

    private CoverageData file() throws IOException {
        if (json.nextToken() == null) {
            throw new CoverageFormatException("it is empty");
        }
        require(JsonToken.START_OBJECT);
        List<DefinitionCoverage> definitions = null;
        boolean known = false;
        boolean versioned = false;
        while (json.nextToken() == JsonToken.FIELD_NAME) {
            String name = json.currentName();
            json.nextToken();
            switch (name) {
                case "format" -> known = CoverageJson.FORMAT.equals(text());
                case "version" -> versioned = version();
                case "tests" -> objects(() -> tests.add(test()));
                case "definitions" -> {
                    if (!known || !versioned) {
                        throw noCoverage();
                    }
                    List<DefinitionCoverage> read = new ArrayList<>();
                    objects(() -> read.add(definition()));
                    definitions = read;
                }
                default -> json.skipChildren();
            }
        }
        if (definitions == null || json.nextToken() != null) {
            throw definitions == null ? noCoverage() : new CoverageFormatException("there is more behind its end");
        }
        return new CoverageData(definitions);
    }

    private static CoverageFormatException noCoverage() {
        return new CoverageFormatException("it is JSON, but no coverage data of StepUnit (no \"format\": \""
                + CoverageJson.FORMAT + "\" with a \"version\" before \"definitions\")");
    }

    private boolean version() throws IOException {
        long version = number();
        if (version > CoverageJson.VERSION) {
            throw new CoverageFormatException(
                    "it has version " + version + " of the format, written by a later StepUnit;"
                            + " this one reads up to version " + CoverageJson.VERSION);
        }
        return version >= 1;
    }

    private interface Reading {
        void one() throws IOException;
    }

    private void objects(Reading reading) throws IOException {
        require(JsonToken.START_ARRAY);
        while (json.nextToken() == JsonToken.START_OBJECT) {
            reading.one();
        }
        require(JsonToken.END_ARRAY);
    }

    private CoveringTest test() throws IOException {
        String id = null;
        String name = null;
        while (json.nextToken() == JsonToken.FIELD_NAME) {
            String field = json.currentName();
            json.nextToken();
            switch (field) {
                case "id" -> id = text();
                case "name" -> name = text();
                default -> json.skipChildren();
            }
        }
        return new CoveringTest(required(id, "id", "a test"), required(name, "name", "a test"));
    }

    private DefinitionCoverage definition() throws IOException {
        String hash = null;
        String name = null;
        StateMachineType type = StateMachineType.STANDARD;
        String source = null;
        String file = null;
        String text = null;
        String sourceText = null;
        long executions = 0;
        List<ElementCoverage> elements = new ArrayList<>();
        while (json.nextToken() == JsonToken.FIELD_NAME) {
            String field = json.currentName();
            json.nextToken();
            switch (field) {
                case "hash" -> hash = text();
                case "name" -> name = text();
                case "type" -> type = oneOf(StateMachineType.values());
                case "source" -> source = text();
                case "file" -> file = text();
                case "text" -> text = text();
                case "sourceText" -> sourceText = text();
                case "executions" -> executions = number();
                case "elements" -> elements(elements);
                default -> json.skipChildren();
            }
        }
        String known = required(text, "text", "a definition");
        if (!ContentHash.of(known).equals(hash)) {
            throw new CoverageFormatException(
                    "it is damaged: the text of the definition \"" + name + "\" does not have the hash that it gives");
        }
        return new DefinitionCoverage(
                required(hash, "hash", "a definition"),
                required(name, "name", "a definition"),
                type == null ? StateMachineType.STANDARD : type,
                required(source, "source", "a definition"),
                file,
                known,
                sourceText,
                executions,
                elements);
    }

    private void elements(List<ElementCoverage> into) throws IOException {
        Set<String> ids = new HashSet<>();
        objects(() -> {
            ElementCoverage element = element();
            if (element != null && !ids.add(element.element().id())) {
                throw new CoverageFormatException(
                        "it is damaged: the element " + element.element().id() + " stands there twice");
            }
            if (element != null) {
                into.add(element);
            }
        });
    }

    /** Null for an element of a kind that a later version has added. */
    private @Nullable ElementCoverage element() throws IOException {
        String id = null;
        ElementKind kind = null;
        String pointer = "";
        String state = "";
        String label = null;
        String detail = "";
        int line = 1;
        boolean reachable = true;
        long hits = 0;
        List<CoveringTest> walkedBy = List.of();
        while (json.nextToken() == JsonToken.FIELD_NAME) {
            String field = json.currentName();
            json.nextToken();
            switch (field) {
                case "id" -> id = text();
                case "kind" -> kind = oneOf(ElementKind.values());
                case "pointer" -> pointer = text();
                case "state" -> state = text();
                case "label" -> label = text();
                case "detail" -> detail = text();
                case "line" -> line = (int) Math.max(1, Math.min(number(), Integer.MAX_VALUE));
                case "reachable" -> reachable = json.currentToken() != JsonToken.VALUE_FALSE;
                case "hits" -> hits = number();
                case "tests" -> walkedBy = testsOfElement();
                default -> json.skipChildren();
            }
        }
        String known = required(id, "id", "an element");
        return kind == null
                ? null
                : new ElementCoverage(
                        new CoverageElement(
                                known, kind, pointer, state, label == null ? known : label, detail, line, reachable),
                        hits,
                        walkedBy);
    }

    private List<CoveringTest> testsOfElement() throws IOException {
        require(JsonToken.START_ARRAY);
        List<CoveringTest> walkedBy = new ArrayList<>();
        while (json.nextToken() != JsonToken.END_ARRAY) {
            long number = number();
            if (number < 0 || number >= tests.size()) {
                throw new CoverageFormatException("it is damaged: it names test " + number + " of " + tests.size());
            }
            walkedBy.add(tests.get((int) number));
        }
        return walkedBy;
    }

    private String text() throws IOException {
        require(JsonToken.VALUE_STRING);
        return json.getText();
    }

    private long number() throws IOException {
        require(JsonToken.VALUE_NUMBER_INT);
        return json.getLongValue();
    }

    private <E extends Enum<E>> @Nullable E oneOf(E[] values) throws IOException {
        String name = text();
        for (E each : values) {
            if (each.name().equals(name)) {
                return each;
            }
        }
        return null;
    }

    private void require(JsonToken token) {
        if (json.currentToken() != token) {
            throw new CoverageFormatException("it is no coverage data of StepUnit: line "
                    + json.currentTokenLocation().getLineNr() + ", column "
                    + json.currentTokenLocation().getColumnNr() + " should hold "
                    + switch (token) {
                        case START_OBJECT -> "an object";
                        case START_ARRAY, END_ARRAY -> "an array of objects";
                        case VALUE_NUMBER_INT -> "a whole number";
                        default -> "text";
                    });
        }
    }

    private static String required(@Nullable String value, String field, String owner) {
        if (value == null) {
            throw new CoverageFormatException("it is damaged: " + owner + " has no \"" + field + "\"");
        }
        return value;
    }
}
