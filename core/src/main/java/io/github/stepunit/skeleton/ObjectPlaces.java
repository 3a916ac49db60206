package io.github.stepunit.skeleton;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.stepunit.definition.Distribution;
import io.github.stepunit.definition.ItemReader;
import io.github.stepunit.definition.MapState;
import io.github.stepunit.skeleton.DataPath.Root;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Finds the buckets and keys that a Distributed Map reads and writes. */
final class ObjectPlaces {

    private ObjectPlaces() {}

    /** Adds those that the draft does not have. */
    static void add(Machine machine, Draft draft, Visited at) {
        if (!(at.state() instanceof MapState map) || map.distribution() == null) {
            return;
        }
        JsonNode json = machine.json(map);
        Distribution distribution = map.distribution();
        ItemReader reader = distribution.itemReader();
        if (reader != null
                && reader.inputType() != ItemReader.InputType.MANIFEST
                && reader.inputType() != ItemReader.InputType.PARQUET) {
            JsonNode request = request(json.path("ItemReader"));
            boolean lists = reader.resource() == ItemReader.Resource.LIST_OBJECTS_V2;
            String bucket = named(at, request, "Bucket");
            String key = named(at, request, lists ? "Prefix" : "Key");
            if (bucket != null && (key != null || lists)) {
                draft.places().put(map.name(), new ObjectPlace(map.name(), bucket, key == null ? "" : key, reader));
            }
        }
        if (distribution.resultWriter() != null) {
            String bucket = named(at, request(json.path("ResultWriter")), "Bucket");
            if (bucket != null) {
                draft.places().put(map.name() + " results", new ObjectPlace(map.name(), bucket, null, null));
            }
        }
    }

    private static JsonNode request(JsonNode field) {
        return field.has("Arguments") ? field.get("Arguments") : field.path("Parameters");
    }

    private static @Nullable String text(Visited at, JsonNode request, String field) {
        JsonNode value = request.path(field);
        if (value.isTextual() && value.textValue().startsWith("{%")) {
            return text(at, JsonataSketch.parse(value.textValue()));
        }
        if (value.isTextual()) {
            return value.textValue();
        }
        JsonNode expression = request.path(field + ".$");
        return expression.isTextual()
                ? text(at, IntrinsicSketch.parse(expression.textValue(), Root.EFFECTIVE_INPUT))
                : null;
    }

    private static @Nullable String text(Visited at, Query query) {
        JsonNode value = null;
        if (query instanceof Query.Value literal) {
            value = literal.value();
        } else if (query instanceof Query.Read read) {
            value = value(at, read.path());
        } else if (query instanceof Query.Operation join && join.operator().equals("&")) {
            String left = text(at, join.left());
            String right = text(at, join.right());
            return left == null || right == null ? null : left + right;
        } else if (query instanceof Query.Call call && call.function().equals("States.Format")) {
            return formatted(at, call.arguments());
        }
        return value == null || value.isContainerNode() || value.isNull() ? null : value.asText();
    }

    /** S3 has neither buckets nor keys without a name: then nobody knows what is meant. */
    private static @Nullable String named(Visited at, JsonNode request, String field) {
        String text = text(at, request, field);
        return text == null || text.isEmpty() ? null : text;
    }

    private static @Nullable String formatted(Visited at, List<Query> arguments) {
        String text = text(at, arguments.get(0));
        for (Query each : arguments.subList(1, arguments.size())) {
            String value = text(at, each);
            int place = text == null ? -1 : text.indexOf("{}");
            if (text == null || value == null || place < 0) {
                return null;
            }
            text = text.substring(0, place) + value + text.substring(place + 2);
        }
        return text;
    }

    private static @Nullable JsonNode value(Visited at, DataPath path) {
        return switch (path.root()) {
            case INPUT, EFFECTIVE_INPUT -> Values.find(at.visit().input(), path.steps());
            case VARIABLE -> Values.find(Variables.seenBy(at).get(path.variable()), path.steps());
            case CONTEXT -> {
                Visited first = at;
                while (first.frame().parent() != null) {
                    first = first.frame().parent();
                }
                boolean isInput = path.steps().size() > 1 && path.steps().get(1).equals(new Step.Field("Input"));
                yield isInput
                        ? Values.find(
                                first.frame().visits().get(0).visit().input(),
                                path.steps().subList(2, path.steps().size()))
                        : null;
            }
            default -> null;
        };
    }
}
