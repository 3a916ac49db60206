package io.github.stepunit.loader;

import io.github.stepunit.definition.Diagnostic;
import io.github.stepunit.definition.InvalidDefinitionException;
import io.github.stepunit.definition.Severity;
import io.github.stepunit.json.LocatedText;
import io.github.stepunit.json.SourceFile;
import io.github.stepunit.loader.FoundMachine.DefinitionText;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A file that is itself a definition, in JSON or YAML. */
final class AslForm {

    private final SourceFile file;
    private final PlaceholderNames names;
    private final LoadOptions options;

    AslForm(SourceFile file, PlaceholderNames names, LoadOptions options) {
        this.file = file;
        this.names = names;
        this.options = options;
    }

    List<FoundMachine> find() {
        String id = nameOf(file.name());
        return List.of(new FoundMachine(id, List.of(id), id, null, new Mark(file, 0), this::text));
    }

    /** The file's name up to the first dot. */
    private static String nameOf(String path) {
        String fileName = path.substring(path.replace('\\', '/').lastIndexOf('/') + 1);
        String name = fileName.substring(fileName.indexOf(':') + 1);
        int dot = name.indexOf('.');
        return dot <= 0 ? name : name.substring(0, dot);
    }

    private DefinitionText text() {
        LocatedText text = new Substitution(options.substitutions(), names).in(LocatedText.of(file));
        // Before it is read: a placeholder that stays may be why it cannot be.
        names.require(file.name(), options.substitutions().keySet(), new ParameterNames());
        Placeholders placeholders = new Placeholders(FakeNames.of(options));
        List<Diagnostic> notes = new ArrayList<>();
        LocatedText json = TextReader.looksLikeJson(text.text())
                ? json(JsonPlaceholders.replace(text, placeholders), placeholders, notes)
                : yaml(text, placeholders);
        notes.addAll(0, placeholders.notes());
        return new DefinitionText(file.name(), json, notes, Map.of());
    }

    private LocatedText json(LocatedText text, Placeholders placeholders, List<Diagnostic> notes) {
        if (file.name().endsWith(".json5")) {
            return json5(text, placeholders);
        }
        try {
            JsonReader.read(text);
            return text;
        } catch (UnreadableTextException noJson) {
            return asYaml(text, noJson, placeholders, notes);
        }
    }

    /** CloudFormation reads what is no JSON as YAML, which has trailing commas; so such files are shipped. */
    private static LocatedText asYaml(
            LocatedText text, UnreadableTextException noJson, Placeholders placeholders, List<Diagnostic> notes) {
        try {
            if (YamlReader.read(text) instanceof Node.Fields object) {
                notes.add(new Diagnostic(
                        Severity.WARNING,
                        "DEFINITION_NOT_JSON",
                        "It is no JSON: " + noJson.problem() + ". CloudFormation reads it as YAML; CreateStateMachine"
                                + " refuses it",
                        null,
                        text.locate(noJson.position()),
                        "Make it JSON: without trailing commas and comments."));
                return NodeWriter.writeAsIs(replace(null, object, placeholders));
            }
        } catch (UnreadableTextException noYamlEither) {
            // the definition's parser says in AWS's words what is wrong with the JSON
        }
        return text;
    }

    /** Whoever names a file .json5 turns it into JSON before it is deployed. */
    private static LocatedText json5(LocatedText text, Placeholders placeholders) {
        try {
            return NodeWriter.writeAsIs(replace(null, JsonReader.readJson5(text), placeholders));
        } catch (UnreadableTextException e) {
            return text;
        }
    }

    private LocatedText yaml(LocatedText text, Placeholders placeholders) {
        try {
            Node node = YamlReader.read(text);
            return node instanceof Node.Fields ? NodeWriter.writeAsIs(replace(null, node, placeholders)) : text;
        } catch (UnreadableTextException e) {
            throw InvalidDefinitionException.unreadable(
                    file.name(), text, e.position(), e.problem(), "Correct the YAML there.");
        }
    }

    private static Node replace(@Nullable String field, Node node, Placeholders placeholders) {
        if (node instanceof Node.Items items) {
            return items.map(item -> replace(field, item, placeholders));
        }
        if (node instanceof Node.Fields object) {
            return Node.Fields.of(
                    object.all().stream()
                            .map(each -> new Node.Field(
                                    each.name(), each.mark(), replace(each.name(), each.value(), placeholders)))
                            .toList(),
                    object.mark());
        }
        if (node instanceof Node.Text text) {
            String value = placeholders.valueOf(field, text.text(), text.mark());
            return value == null ? text : Node.Text.of(value, text.mark());
        }
        return node;
    }
}
