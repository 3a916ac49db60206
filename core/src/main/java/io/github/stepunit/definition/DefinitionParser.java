package io.github.stepunit.definition;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.core.exc.StreamConstraintsException;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.stepunit.definition.PositionedJson.DuplicateField;
import io.github.stepunit.json.JsonPointer;
import io.github.stepunit.json.LocatedText;
import io.github.stepunit.json.SourceFile;
import io.github.stepunit.json.SourceLocation;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Turns text into a definition, or says all that is wrong with it. */
final class DefinitionParser {

    private static final int LONGEST_TEXT = 1_048_576;
    private static final int DEEPEST_NESTING = 500;
    private static final Set<String> FIELDS =
            Set.of("Comment", "QueryLanguage", "StartAt", "TimeoutSeconds", "Version", "States");
    private static final JsonFactory JSON = JsonFactory.builder()
            // AWS's answers show the text
            .enable(StreamReadFeature.INCLUDE_SOURCE_IN_LOCATION)
            .streamReadConstraints(StreamReadConstraints.builder()
                    .maxNestingDepth(DEEPEST_NESTING)
                    .build())
            .build();

    private final String source;
    private final LocatedText located;
    private final String text;
    private final StateMachineType type;

    private DefinitionParser(String source, LocatedText located, StateMachineType type) {
        this.source = source;
        this.located = located;
        this.text = located.text();
        this.type = type;
    }

    static StateMachineDefinition parse(String source, String text, StateMachineType type) {
        String withoutByteOrderMark = text.startsWith("\uFEFF") ? text.substring(1) : text;
        return parse(source, LocatedText.of(new SourceFile(source, withoutByteOrderMark)), type);
    }

    static StateMachineDefinition parse(String source, LocatedText text, StateMachineType type) {
        return new DefinitionParser(source, text, type).parse();
    }

    /** What was read before. */
    static StateMachineDefinition parse(
            ObjectNode root, String text, SourceMap sourceMap, Parsing.Memory memory, StateMachineType type) {
        Problems problems = new Problems(sourceMap);
        checkLength(text, problems);
        return parse(root, text, sourceMap, problems, memory, type);
    }

    /** The places of the elements of JSON text; none for what is no JSON. */
    static Map<JsonPointer, SourceLocation> locationsOf(LocatedText text) {
        try (JsonParser parser = JSON.createParser(text.text())) {
            return PositionedJson.read(parser, text).locations();
        } catch (IOException noJson) {
            return Map.of();
        }
    }

    private StateMachineDefinition parse() {
        SourceMap unmapped = new SourceMap(source, located.files(), Map.of());
        Problems problems = new Problems(unmapped);
        checkLength(text, problems);
        if (!problems.areNone()) {
            throw refusal(unmapped, problems);
        }
        PositionedJson json = read(problems);
        if (json == null || !(json.root() instanceof ObjectNode root)) {
            if (json != null) {
                reportNoObject(problems);
            }
            throw refusal(unmapped, problems);
        }
        SourceMap sourceMap = new SourceMap(source, located.files(), json.locations());
        Problems mapped = new Problems(sourceMap);
        json.duplicates().forEach(each -> reportDuplicate(each, mapped));
        return parse(root, text, sourceMap, mapped, Parsing.Memory.none(), type);
    }

    private static void checkLength(String text, Problems problems) {
        if (text.length() > LONGEST_TEXT) {
            problems.reportAt(
                    DiagnosticCode.SCHEMA_VALIDATION_FAILED,
                    null,
                    null,
                    "Definition has " + text.length() + " characters; AWS takes at most " + LONGEST_TEXT + ".",
                    "Move parts of it to state machines of their own.");
        }
    }

    private static StateMachineDefinition parse(
            ObjectNode root,
            String text,
            SourceMap sourceMap,
            Problems problems,
            Parsing.Memory memory,
            StateMachineType type) {
        FieldReader machine = new FieldReader(root, JsonPointer.ROOT, problems);
        StateMachineDefinition definition = machine(machine, text, sourceMap, memory, type);
        if (!problems.areNone()) {
            throw refusal(sourceMap, problems);
        }
        return definition;
    }

    private static StateMachineDefinition machine(
            FieldReader fields, String text, SourceMap sourceMap, Parsing.Memory memory, StateMachineType type) {
        String foreign = ForeignFormat.ofJson(fields);
        if (foreign != null) {
            fields.problems().schema(fields.at(), "These fields are required: [States, StartAt]", foreign);
            return new StateMachineDefinition(
                    null,
                    QueryLanguage.JSONPATH,
                    null,
                    new StateGraph("", Map.of(), fields.at()),
                    sourceMap,
                    text,
                    Map.of(),
                    List.of());
        }
        fields.allow(FIELDS);
        fields.oneOf("Version", List.of("1.0"));
        QueryLanguage language = QueryLanguageRules.ofMachine(fields);
        Parsing parsing = new Parsing(fields.problems(), type, language, memory);
        return new StateMachineDefinition(
                fields.text("Comment"),
                language,
                fields.integer("TimeoutSeconds", 0, StateParser.MAX_SECONDS),
                new GraphParser(parsing).parseMachine(fields),
                sourceMap,
                text,
                Map.of(),
                List.of());
    }

    private @Nullable PositionedJson read(Problems problems) {
        try (JsonParser parser = JSON.createParser(text)) {
            PositionedJson json = PositionedJson.read(parser, located);
            if (json.root() instanceof ObjectNode && parser.nextToken() != null) {
                JsonLocation at = parser.currentTokenLocation();
                reportNoJson(problems, "Unexpected text after the end of the definition", at);
                return null;
            }
            return json;
        } catch (StreamConstraintsException e) {
            reportBeyondBounds(problems, e);
        } catch (JsonProcessingException e) {
            reportNoJson(problems, String.valueOf(e.getMessage()), e.getLocation());
        } catch (IOException e) {
            throw new UncheckedIOException(e); // a String does not fail to be read
        }
        return null;
    }

    private void reportBeyondBounds(Problems problems, StreamConstraintsException e) {
        String message = String.valueOf(e.getOriginalMessage());
        boolean deep = message.contains("nesting depth");
        problems.reportAt(
                deep ? DiagnosticCode.TOO_DEEPLY_NESTED : DiagnosticCode.INVALID_JSON_DESCRIPTION,
                null,
                place(e.getLocation()),
                deep ? "The definition is nested more than " + DEEPEST_NESTING + " levels deep" : message,
                null);
    }

    private void reportNoJson(Problems problems, String message, @Nullable JsonLocation at) {
        problems.reportAt(
                DiagnosticCode.INVALID_JSON_DESCRIPTION, null, place(at), message, ForeignFormat.ofText(text));
    }

    /** AWS's answer to a scalar, an array, and blank text. */
    private void reportNoObject(Problems problems) {
        problems.reportAt(
                DiagnosticCode.SCHEMA_VALIDATION_FAILED,
                null,
                null,
                "Definition must be a valid JSON object",
                text.isBlank() ? "The text is empty." : ForeignFormat.ofText(text));
    }

    private static void reportDuplicate(DuplicateField field, Problems problems) {
        JsonPointer parent = field.pointer().parent();
        String name = field.pointer().lastStep();
        boolean isState = parent != null && parent.lastStep().equals("States");
        problems.reportAt(
                isState ? DiagnosticCode.DUPLICATE_STATE_NAME : DiagnosticCode.INVALID_JSON_DESCRIPTION,
                field.pointer(),
                field.again(),
                isState ? "Duplicate State name: " + name : "Duplicate field '" + name + "'",
                "It stands at " + field.first() + " already.");
    }

    private @Nullable SourceLocation place(@Nullable JsonLocation at) {
        return at == null || at.getCharOffset() < 0 ? null : located.locate((int) at.getCharOffset());
    }

    private static InvalidDefinitionException refusal(SourceMap sourceMap, Problems problems) {
        List<Diagnostic> sorted = problems.sorted();
        return new InvalidDefinitionException(ProblemReport.render(sourceMap, sorted), sorted);
    }
}
