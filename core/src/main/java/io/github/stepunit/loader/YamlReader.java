package io.github.stepunit.loader;

import io.github.stepunit.json.LocatedText;
import io.github.stepunit.json.SourceFile;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.common.Anchor;
import org.snakeyaml.engine.v2.common.ScalarStyle;
import org.snakeyaml.engine.v2.events.AliasEvent;
import org.snakeyaml.engine.v2.events.Event;
import org.snakeyaml.engine.v2.events.MappingStartEvent;
import org.snakeyaml.engine.v2.events.NodeEvent;
import org.snakeyaml.engine.v2.events.ScalarEvent;
import org.snakeyaml.engine.v2.events.SequenceStartEvent;
import org.snakeyaml.engine.v2.exceptions.MarkedYamlEngineException;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;
import org.snakeyaml.engine.v2.parser.Parser;
import org.snakeyaml.engine.v2.parser.ParserImpl;
import org.snakeyaml.engine.v2.scanner.StreamReader;

/**
 * Reads YAML. Composes the nodes itself from the parser's events, because real templates hold what composers refuse:
 * fields that stand twice, anchors defined anew, tags of CloudFormation.
 */
final class YamlReader {

    /** More than this no definition of AWS's size can hold; only aliases of aliases get there. */
    static final int MOST_NODES = 1_000_000;

    static final int DEEPEST_NESTING = 500;

    private static final String YAML_TAG = "tag:yaml.org,2002:";
    private static final String STRING_TAG = YAML_TAG + "str";

    private final TextIndex text;
    private final Parser parser;
    private final Map<String, Node> anchors = new HashMap<>();
    private int depth;

    private YamlReader(TextIndex text) {
        this.text = text;
        LoadSettings settings = LoadSettings.builder()
                .setCodePointLimit(Integer.MAX_VALUE) // files are bounded when they are read
                .build();
        this.parser = new ParserImpl(
                settings, new StreamReader(settings, text.located().text()));
    }

    /**
     * Reads the first document.
     *
     * @return null when there is nothing in it
     * @throws UnreadableTextException when it is no YAML
     */
    static @Nullable Node read(LocatedText source) {
        TextIndex text = new TextIndex(source);
        try {
            return new YamlReader(text).document();
        } catch (MarkedYamlEngineException e) {
            Optional<org.snakeyaml.engine.v2.exceptions.Mark> mark = e.getProblemMark();
            String context = e.getContext() == null ? "" : e.getContext() + ": ";
            throw new UnreadableTextException(
                    context + e.getProblem(), mark.map(text::offset).orElse(0));
        } catch (YamlEngineException e) {
            throw new UnreadableTextException(
                    String.valueOf(e.getMessage()).lines().findFirst().orElse("It is no YAML."), 0);
        }
    }

    private @Nullable Node document() {
        while (parser.hasNext()) {
            Event event = parser.next();
            if (event instanceof NodeEvent node) {
                return node(node);
            }
        }
        return null;
    }

    private Node node(NodeEvent event) {
        if (event instanceof AliasEvent alias) {
            return aliased(alias);
        }
        Node node;
        if (event instanceof ScalarEvent scalar) {
            node = tagged(scalar.getTag(), scalar(scalar), mark(scalar));
        } else if (event instanceof SequenceStartEvent sequence) {
            node = tagged(sequence.getTag(), items(mark(sequence), position(sequence)), mark(sequence));
        } else {
            MappingStartEvent mapping = (MappingStartEvent) event;
            node = tagged(mapping.getTag(), fields(mark(mapping), position(mapping)), mark(mapping));
        }
        if (node.size() > MOST_NODES) {
            throw new UnreadableTextException(
                    "Its aliases make more than " + MOST_NODES + " values of it. Write fewer aliases of aliases.",
                    position(event));
        }
        event.getAnchor().ifPresent(anchor -> anchors.put(anchor.getValue(), node));
        return node;
    }

    private Node aliased(AliasEvent alias) {
        String name = alias.getAnchor().map(Anchor::getValue).orElse("");
        Node node = anchors.get(name);
        if (node == null) {
            throw new UnreadableTextException(
                    "The alias *" + name + " stands for no anchor before it; an anchor cannot hold itself.",
                    position(alias));
        }
        return node;
    }

    private Node items(Mark mark, int position) {
        enter(position);
        List<Node> items = new ArrayList<>();
        for (Event next = parser.next(); next instanceof NodeEvent item; next = parser.next()) {
            items.add(node(item));
        }
        depth--;
        return Node.Items.of(items, mark);
    }

    private Node fields(Mark mark, int position) {
        enter(position);
        List<Node.Field> fields = new ArrayList<>();
        Map<String, Node.Field> merged = new LinkedHashMap<>();
        for (Event next = parser.next(); next instanceof NodeEvent key; next = parser.next()) {
            // The name as it stands there: a state may be called Yes, or 1.
            String name = key instanceof ScalarEvent scalar ? scalar.getValue() : nameOf(node(key), position(key));
            boolean isPlain = key instanceof ScalarEvent scalar && scalar.isPlain();
            Node value = node((NodeEvent) parser.next());
            if (isPlain && name.equals("<<")) {
                merge(value, merged);
            } else {
                fields.add(new Node.Field(name, mark(key), value));
            }
        }
        depth--;
        merged.keySet().removeAll(fields.stream().map(Node.Field::name).toList());
        fields.addAll(merged.values());
        return Node.Fields.of(fields, mark);
    }

    private static void merge(Node value, Map<String, Node.Field> merged) {
        if (value instanceof Node.Fields object) {
            object.fields().forEach(field -> merged.putIfAbsent(field.name(), field));
        } else if (value instanceof Node.Items items) {
            items.items().forEach(item -> merge(item, merged));
        }
    }

    private static String nameOf(Node key, int position) {
        if (key instanceof Node.Text text) {
            return text.text();
        }
        if (key instanceof Node.Scalar scalar) {
            return scalar.raw();
        }
        throw new UnreadableTextException("The name of a field is an object or an array here.", position);
    }

    private void enter(int position) {
        if (++depth > DEEPEST_NESTING) {
            throw new UnreadableTextException("It is nested more than " + DEEPEST_NESTING + " levels deep", position);
        }
    }

    private Node scalar(ScalarEvent event) {
        Mark mark = mark(event);
        boolean isText = event.getTag().filter(STRING_TAG::equals).isPresent();
        Node.@Nullable Scalar scalar = event.isPlain() && !isText ? PlainScalars.resolve(event.getValue(), mark) : null;
        return scalar != null ? scalar : new Node.Text(align(event), mark, event.isPlain());
    }

    private LocatedText align(ScalarEvent event) {
        int start = event.getStartMark().map(text::offset).orElse(0);
        int end = event.getEndMark().map(text::offset).orElse(start);
        return ScalarAlignment.align(event.getValue(), text.located(), start, end, style(event.getScalarStyle()));
    }

    private static ScalarAlignment.Style style(ScalarStyle style) {
        return switch (style) {
            case DOUBLE_QUOTED -> ScalarAlignment.Style.DOUBLE_QUOTED;
            case SINGLE_QUOTED -> ScalarAlignment.Style.SINGLE_QUOTED;
            case LITERAL, FOLDED -> ScalarAlignment.Style.BLOCK;
            default -> ScalarAlignment.Style.PLAIN;
        };
    }

    /** The long form of a short tag: {@code !Ref x} is {@code {Ref: x}}, {@code !Sub x} is {@code {Fn::Sub: x}}. */
    private static Node tagged(Optional<String> tag, Node node, Mark mark) {
        String name = tag.orElse("");
        if (!name.startsWith("!") || name.length() == 1) {
            return node;
        }
        String function = name.substring(1);
        boolean hasNoPrefix = function.equals("Ref") || function.equals("Condition") || function.startsWith("Fn::");
        return Node.Fields.of(hasNoPrefix ? function : "Fn::" + function, textual(node), mark);
    }

    /** The argument of a tag is text even where it looks like a number: {@code !Ref 1}. */
    private static Node textual(Node node) {
        return node instanceof Node.Scalar scalar ? Node.Text.of(scalar.raw(), scalar.mark()) : node;
    }

    private Mark mark(Event event) {
        return Mark.of(text.located(), position(event));
    }

    private int position(Event event) {
        return event.getStartMark().map(text::offset).orElse(0);
    }

    /** Turns the places of the YAML parser, in lines and code points, into ours. */
    private record TextIndex(LocatedText located, SourceFile lines) {

        TextIndex(LocatedText located) {
            this(located, new SourceFile("", located.text()));
        }

        int offset(org.snakeyaml.engine.v2.exceptions.Mark mark) {
            return lines.offset(mark.getLine(), mark.getColumn());
        }
    }
}
