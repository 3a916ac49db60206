package io.github.stepunit.loader;

import com.fasterxml.jackson.core.io.JsonStringEncoder;
import io.github.stepunit.json.LocatedText;
import java.util.Collection;

/** Writes nodes as JSON of which each character knows its place. */
final class NodeWriter {

    private final LocatedText.Builder json = new LocatedText.Builder();
    /** Whether fields that stand twice are written twice, so that the definition's parser reports them. */
    private final boolean withDuplicates;

    private NodeWriter(boolean withDuplicates) {
        this.withDuplicates = withDuplicates;
    }

    /** JSON with fields that stand twice. */
    static LocatedText writeAsIs(Node node) {
        return write(node, true);
    }

    /** JSON with the last of the fields that stand twice, as CloudFormation reads templates. */
    static LocatedText write(Node node) {
        return write(node, false);
    }

    private static LocatedText write(Node node, boolean withDuplicates) {
        NodeWriter writer = new NodeWriter(withDuplicates);
        writer.value(node);
        return writer.json.build();
    }

    private void value(Node node) {
        if (node instanceof Node.Text text) {
            string(text.located(), text.mark());
        } else if (node instanceof Node.Scalar scalar) {
            made(scalar.value().toString(), scalar.mark());
        } else if (node instanceof Node.Items items) {
            items(items);
        } else {
            fields((Node.Fields) node);
        }
    }

    private void items(Node.Items items) {
        made("[", items.mark());
        String separator = "";
        for (Node item : items.items()) {
            made(separator, items.mark());
            value(item);
            separator = ",";
        }
        made("]", items.mark());
    }

    private void fields(Node.Fields object) {
        Collection<Node.Field> fields = withDuplicates ? object.all() : object.fields();
        made("{", object.mark());
        String separator = "";
        for (Node.Field field : fields) {
            made(separator, object.mark());
            string(
                    LocatedText.at(
                            field.name(), field.mark().file(), field.mark().offset()),
                    field.mark());
            made(":", field.mark());
            value(field.value());
            separator = ",";
        }
        made("}", object.mark());
    }

    private void string(LocatedText text, Mark mark) {
        made("\"", mark);
        String characters = text.text();
        int plainFrom = 0;
        for (int i = 0; i < characters.length(); i++) {
            char c = characters.charAt(i);
            if (c < ' ' || c == '"' || c == '\\') {
                json.append(text, plainFrom, i);
                String escaped = new String(JsonStringEncoder.getInstance().quoteAsString(String.valueOf(c)));
                json.append(escaped, text.fileAt(i), text.offsetAt(i));
                plainFrom = i + 1;
            }
        }
        json.append(text, plainFrom, characters.length());
        made("\"", mark);
    }

    private void made(String text, Mark mark) {
        json.append(text, mark.file(), mark.offset());
    }
}
