package io.github.stepunit.loader;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.stepunit.json.LocatedText;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * What JSON, YAML and HCL files have in common: values that know their places. Short tags of CloudFormation are long forms
 * here ({@code !Ref x} is {@code {Ref: x}}), aliases of YAML are the very nodes that they stand for.
 */
sealed interface Node {

    /** Where it begins. */
    Mark mark();

    /** How many nodes it has, aliases counted as often as they are used. */
    default long size() {
        return 1;
    }

    /**
     * A string.
     *
     * @param isBare written without quotes
     */
    record Text(LocatedText located, Mark mark, boolean isBare) implements Node {

        static Text of(String made, Mark mark) {
            return new Text(LocatedText.at(made, mark.file(), mark.offset()), mark, false);
        }

        String text() {
            return located.text();
        }
    }

    /**
     * A number, boolean or null.
     *
     * @param raw as it stands in the file
     */
    record Scalar(JsonNode value, String raw, Mark mark) implements Node {}

    /** An array. */
    record Items(List<Node> items, Mark mark, long size) implements Node {

        static Items of(List<Node> items, Mark mark) {
            long size = 1;
            for (Node item : items) {
                size = Math.min(Integer.MAX_VALUE, size + item.size());
            }
            return new Items(List.copyOf(items), mark, size);
        }

        Items map(UnaryOperator<Node> change) {
            return of(items.stream().map(change).toList(), mark);
        }
    }

    /** A field of an object; {@code mark} is the place of its name. */
    record Field(String name, Mark mark, Node value) {}

    /**
     * An object.
     *
     * @param all the fields as they stand there, some perhaps twice
     * @param byName the fields; the last one wins
     */
    record Fields(List<Field> all, Map<String, Field> byName, Mark mark, long size) implements Node {

        static Fields of(List<Field> all, Mark mark) {
            Map<String, Field> byName = new LinkedHashMap<>();
            long size = 1;
            for (Field field : all) {
                byName.put(field.name(), field);
                size = Math.min(Integer.MAX_VALUE, size + field.value().size());
            }
            return new Fields(List.copyOf(all), byName, mark, size);
        }

        static Fields of(String name, Node value, Mark mark) {
            return of(List.of(new Field(name, mark, value)), mark);
        }

        @Nullable
        Node get(String name) {
            Field field = byName.get(name);
            return field == null ? null : field.value();
        }

        /** The value of a field that is known to be there. */
        Node required(String name) {
            return Objects.requireNonNull(get(name), name);
        }

        boolean has(String name) {
            return byName.containsKey(name);
        }

        /** The fields without those that a later one of the same name replaces. */
        Collection<Field> fields() {
            return byName.values();
        }

        /** The fields of the object in that field; none when there is no object. */
        Collection<Field> fieldsOf(String name) {
            return get(name) instanceof Fields object ? object.fields() : List.of();
        }

        /** The string in that field; null when there is none. */
        @Nullable
        String text(String name) {
            return get(name) instanceof Text text ? text.text() : null;
        }

        /** The only field; null when there are more, or none. */
        @Nullable
        Field only() {
            return all.size() == 1 ? all.get(0) : null;
        }

        /** This object with its values changed; fields for which {@code change} gives null are left out. */
        Fields map(Function<Field, @Nullable Node> change) {
            List<Field> changed = new ArrayList<>();
            for (Field field : fields()) {
                Node value = change.apply(field);
                if (value != null) {
                    changed.add(new Field(field.name(), field.mark(), value));
                }
            }
            return of(changed, mark);
        }
    }
}
