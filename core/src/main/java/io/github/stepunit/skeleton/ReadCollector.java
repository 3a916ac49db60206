package io.github.stepunit.skeleton;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.stepunit.definition.MapState;
import io.github.stepunit.definition.State;
import io.github.stepunit.skeleton.DataPath.Root;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Lists what a state reads, and of which kind that has to be. */
final class ReadCollector {

    private static final Map<String, Root> ROOTS = Map.of(
            "InputPath", Root.INPUT,
            "ResultSelector", Root.RESULT,
            "Assign", Root.SELECTED_RESULT,
            "OutputPath", Root.WHOLE_OUTPUT);
    private static final List<String> NOT_READING =
            List.of("Branches", "Iterator", "ItemProcessor", "Catch", "Retry", "Result", "Comment", "Choices");

    private final Map<DataPath, Kind> reads = new LinkedHashMap<>();
    private final boolean jsonata;

    private ReadCollector(boolean jsonata) {
        this.jsonata = jsonata;
    }

    static List<Read> of(State state, JsonNode json) {
        ReadCollector collector = new ReadCollector(Machine.isJsonata(state));
        for (Map.Entry<String, JsonNode> field : json.properties()) {
            if (!NOT_READING.contains(field.getKey())) {
                collector.field(field.getKey(), field.getValue());
            }
        }
        for (JsonNode rule : json.path("Choices")) {
            collector.rule(rule);
        }
        // In JSONPath a catcher reads the error alone.
        if (collector.jsonata) {
            for (JsonNode catcher : json.path("Catch")) {
                collector.field("Assign", catcher.path("Assign"));
                collector.field("Output", catcher.path("Output"));
            }
        }
        boolean takesInput =
                state instanceof MapState && !json.has("ItemsPath") && !json.has("Items") && !json.has("ItemReader");
        if (takesInput) {
            collector.add(DataPath.of(Root.EFFECTIVE_INPUT), Kind.ARRAY);
        }
        List<Read> reads = new ArrayList<>();
        collector.reads.forEach((path, kind) -> reads.add(new Read(path, kind)));
        return reads;
    }

    private void field(String name, JsonNode value) {
        Root root = ROOTS.getOrDefault(name, Root.EFFECTIVE_INPUT);
        if (!value.isTextual()) {
            template(value, root);
        } else if (jsonata) {
            text(value.textValue(), root, kindOf(name));
        } else if (name.endsWith("Path") && !name.equals("ResultPath")) {
            add(DataPath.parse(value.textValue(), root), kindOf(name));
        }
    }

    private static Kind kindOf(String field) {
        if (field.startsWith("Items")) {
            return Kind.ARRAY;
        }
        if (field.startsWith("Timestamp")) {
            return Kind.TIMESTAMP;
        }
        boolean number = field.startsWith("Seconds")
                || field.startsWith("TimeoutSeconds")
                || field.startsWith("HeartbeatSeconds")
                || field.startsWith("Max")
                || field.startsWith("Tolerated");
        return number ? Kind.NUMBER : field.startsWith("Error") || field.startsWith("Cause") ? Kind.TEXT : Kind.ANY;
    }

    private void template(JsonNode value, Root root) {
        for (Map.Entry<String, JsonNode> field : value.properties()) {
            JsonNode inner = field.getValue();
            if (!inner.isTextual()) {
                template(inner, root);
            } else if (jsonata || field.getKey().endsWith(".$")) {
                text(inner.textValue(), root, Kind.ANY);
            } else if (field.getKey().endsWith("Path")) {
                // MaxItemsPerBatchPath, MaxItemsPath
                field(field.getKey(), inner);
            }
        }
        if (value.isArray()) {
            value.forEach(item -> template(Values.object().set("item", item), root));
        }
    }

    private void text(String text, Root root, Kind kind) {
        if (!jsonata) {
            query(IntrinsicSketch.parse(text, root), kind);
        } else if (text.startsWith("{%")) {
            query(JsonataSketch.parse(text), kind);
        }
    }

    private void rule(JsonNode rule) {
        if (rule.path("Condition").isTextual()) {
            text(rule.get("Condition").textValue(), Root.INPUT, Kind.BOOLEAN);
        }
        rule.path("And").forEach(this::rule);
        rule.path("Or").forEach(this::rule);
        if (rule.has("Not")) {
            rule(rule.get("Not"));
        }
        if (rule.path("Variable").isTextual() && !rule.has("IsPresent")) {
            add(DataPath.parse(rule.get("Variable").textValue(), Root.EFFECTIVE_INPUT), kindOfComparison(rule));
        }
        for (Map.Entry<String, JsonNode> field : rule.properties()) {
            if (field.getKey().endsWith("Path")) {
                add(DataPath.parse(field.getValue().asText(), Root.EFFECTIVE_INPUT), kindOfOperator(field.getKey()));
            }
        }
        template(rule.path("Assign"), Root.EFFECTIVE_INPUT);
        if (jsonata && rule.path("Output").isTextual()) {
            text(rule.get("Output").textValue(), Root.INPUT, Kind.ANY);
        }
        template(rule.path("Output"), Root.INPUT);
    }

    private static Kind kindOfComparison(JsonNode rule) {
        Kind kind = Kind.ANY;
        for (Map.Entry<String, JsonNode> field : rule.properties()) {
            kind = kind.and(kindOfOperator(field.getKey()));
        }
        return kind;
    }

    private static Kind kindOfOperator(String operator) {
        if (operator.startsWith("Numeric")) {
            return Kind.NUMBER;
        }
        if (operator.startsWith("Timestamp")) {
            return Kind.TIMESTAMP;
        }
        return operator.startsWith("Boolean") ? Kind.BOOLEAN : operator.startsWith("String") ? Kind.TEXT : Kind.ANY;
    }

    // --- expressions

    private void query(Query query, Kind kind) {
        if (query instanceof Query.Read read) {
            add(read.path(), kind);
        } else if (query instanceof Query.Operation operation) {
            operation(operation);
        } else if (query instanceof Query.Call call) {
            call(call, kind);
        } else if (query instanceof Query.ObjectOf object) {
            object.fields().values().forEach(each -> query(each, Kind.ANY));
        } else if (query instanceof Query.ArrayOf array) {
            array.items().forEach(each -> query(each, Kind.ANY));
        } else if (query instanceof Query.Either either) {
            query(either.condition(), Kind.ANY);
            query(either.then(), kind);
            if (either.otherwise() != null) {
                query(either.otherwise(), kind);
            }
        } else if (query instanceof Query.Several several) {
            several.parts()
                    .forEach(each -> query(
                            each, each == several.parts().get(several.parts().size() - 1) ? kind : Kind.ANY));
        } else if (query instanceof Query.Inside inside) {
            query(inside.base(), Kind.ANY);
        }
    }

    private void operation(Query.Operation operation) {
        Kind left = Kind.ANY;
        Kind right = Kind.ANY;
        switch (operation.operator()) {
            case "+", "-", "*", "/", "%", ".." -> {
                left = Kind.NUMBER;
                right = Kind.NUMBER;
            }
            case "and", "or" -> {
                left = Kind.BOOLEAN;
                right = Kind.BOOLEAN;
            }
            case "in" -> right = Kind.ARRAY;
            case "<", ">", "<=", ">=" -> {
                left = kindOf(operation.right(), Kind.NUMBER);
                right = kindOf(operation.left(), Kind.NUMBER);
            }
            default -> {
                left = kindOf(operation.right(), Kind.ANY);
                right = kindOf(operation.left(), Kind.ANY);
            }
        }
        query(operation.left(), left);
        query(operation.right(), right);
    }

    private static Kind kindOf(Query query, Kind otherwise) {
        if (!(query instanceof Query.Value literal)) {
            return otherwise;
        }
        JsonNode value = literal.value();
        return value.isNumber()
                ? Kind.NUMBER
                : value.isBoolean() ? Kind.BOOLEAN : value.isTextual() ? Kind.TEXT : Kind.ANY;
    }

    private void call(Query.Call call, Kind kind) {
        if (call.function().equals("$exists")) {
            return;
        }
        for (int i = 0; i < call.arguments().size(); i++) {
            Kind needed = FunctionKinds.of(call.function(), i);
            query(
                    call.arguments().get(i),
                    needed == Kind.ANY && call.arguments().size() == 1 ? kind : needed);
        }
    }

    private void add(DataPath path, Kind kind) {
        if (!path.steps().isEmpty() || !path.variable().isEmpty() || kind != Kind.ANY) {
            reads.merge(path, kind, Kind::and);
        }
    }
}
