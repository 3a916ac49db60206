package io.github.stepunit.loader;

import io.github.stepunit.definition.InvalidDefinitionException;
import io.github.stepunit.json.LocatedText;
import io.github.stepunit.json.SourceFile;
import io.github.stepunit.loader.FoundMachine.DefinitionText;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A file that is itself a definition, in JSON or YAML. */
final class AslForm {

    private final SourceFile file;
    private final LoadOptions options;

    AslForm(SourceFile file, LoadOptions options) {
        this.file = file;
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
        LocatedText text = new Substitution(options.substitutions()).in(LocatedText.of(file));
        Placeholders placeholders = new Placeholders(FakeNames.of(options));
        LocatedText json = TextReader.looksLikeJson(text.text())
                ? JsonPlaceholders.replace(text, placeholders)
                : yaml(text, placeholders);
        return new DefinitionText(file.name(), json, placeholders.notes(), Map.of());
    }

    private LocatedText yaml(LocatedText text, Placeholders placeholders) {
        try {
            Node node = YamlReader.read(text);
            return node == null || !(node instanceof Node.Fields)
                    ? text
                    : NodeWriter.writeAsIs(replace(null, node, placeholders));
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
        if (node instanceof Node.Text text && Placeholders.isIn(text.text())) {
            String value = placeholders.valueOf(field, text.text(), text.mark());
            return value == null ? text : Node.Text.of(value, text.mark());
        }
        return node;
    }
}
