package io.github.stepunit.skeleton;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import com.fasterxml.jackson.databind.node.NullNode;
import java.util.List;
import java.util.Set;

/** Values with which a condition in JSONata holds, or does not. */
final class QueryAssignments {

    private static final Set<String> COMPARING = Set.of("=", "!=", "<", ">", "<=", ">=");

    private final Assignments assignments;

    QueryAssignments(Assignments assignments) {
        this.assignments = assignments;
    }

    void want(Query query, boolean holds) {
        if (assignments.isSpent()) {
            return;
        }
        if (query instanceof Query.Read read) {
            truth(read.path(), holds);
        } else if (query instanceof Query.Operation operation) {
            operation(operation, holds);
        } else if (query instanceof Query.Call call && !call.arguments().isEmpty()) {
            call(call, holds);
        } else if (query instanceof Query.Either either) {
            want(either.condition(), true);
            want(either.then(), holds);
            assignments.looking(() -> {
                want(either.condition(), false);
                if (either.otherwise() != null) {
                    want(either.otherwise(), holds);
                }
            });
        } else if (query instanceof Query.Several several && !several.parts().isEmpty()) {
            want(several.parts().get(several.parts().size() - 1), holds);
        } else if (query instanceof Query.Inside inside) {
            want(inside.base(), holds);
        }
    }

    private void truth(DataPath path, boolean holds) {
        assignments.set(path, Values.truth(holds));
        assignments.looking(() -> {
            assignments.set(path, Values.truth(!holds));
            assignments.set(path, Values.text(path.name()));
            assignments.set(path, MissingNode.getInstance());
        });
    }

    private void operation(Query.Operation operation, boolean holds) {
        switch (operation.operator()) {
            case "and", "or" -> {
                want(operation.left(), holds);
                want(operation.right(), holds);
                if (operation.operator().equals("and") != holds) {
                    assignments.looking(() -> {
                        want(operation.left(), !holds);
                        want(operation.right(), !holds);
                    });
                }
            }
            case "in" -> in(operation, holds);
            default -> {
                if (COMPARING.contains(operation.operator())) {
                    compare(operation, holds);
                }
            }
        }
    }

    private void in(Query.Operation operation, boolean holds) {
        if (operation.right() instanceof Query.ArrayOf array) {
            for (Query each : array.items()) {
                if (each instanceof Query.Value value) {
                    make(operation.left(), holds ? value.value() : Values.text("other"));
                    assignments.looking(() -> make(operation.left(), value.value()));
                }
            }
            assignments.looking(() -> make(operation.left(), Values.text("other")));
        } else if (operation.left() instanceof Query.Value value) {
            make(operation.right(), holds ? Values.array().add(value.value()) : Values.array());
            assignments.looking(() -> make(operation.right(), Values.array().add(value.value())));
        } else {
            make(operation.left(), Values.text("same"));
            make(operation.right(), holds ? Values.array().add("same") : Values.array());
        }
    }

    private void compare(Query.Operation operation, boolean holds) {
        if (operation.right() instanceof Query.Value value) {
            compare(operation.left(), operation.operator(), value.value(), holds);
        } else if (operation.left() instanceof Query.Value value) {
            compare(operation.right(), flipped(operation.operator()), value.value(), holds);
        } else {
            make(operation.right(), Values.number(1));
            compare(operation.left(), operation.operator(), Values.number(1), holds);
        }
    }

    private static String flipped(String operator) {
        return operator.contains("<") ? operator.replace('<', '>') : operator.replace('>', '<');
    }

    private void compare(Query query, String operator, JsonNode operand, boolean holds) {
        make(query, compared(operator, operand, holds));
        assignments.looking(() -> {
            make(query, compared(operator, operand, !holds));
            make(query, MissingNode.getInstance());
        });
    }

    private static JsonNode compared(String operator, JsonNode operand, boolean holds) {
        if (operand.isNumber()) {
            return ComparedValues.number(operator, operand.asDouble(), holds);
        }
        boolean equal =
                operator.contains("=") == (holds && !operator.equals("!=")) || (operator.equals("!=") && !holds);
        if (operand.isBoolean()) {
            return Values.truth(operand.asBoolean() == equal);
        }
        if (operand.isNull()) {
            return equal ? NullNode.getInstance() : Values.text("present");
        }
        return switch (operator) {
            case "<" -> Values.text(holds ? "" : operand.asText());
            case ">" -> Values.text(holds ? operand.asText() + "z" : operand.asText());
            case "<=" -> Values.text(holds ? operand.asText() : operand.asText() + "z");
            case ">=" -> Values.text(holds ? operand.asText() : "");
            default -> ComparedValues.text(operand.asText(), equal);
        };
    }

    private void call(Query.Call call, boolean holds) {
        Query first = call.arguments().get(0);
        switch (call.function()) {
            case "$exists" -> {
                if (first instanceof Query.Read read) {
                    JsonNode present = Values.text(read.path().name());
                    assignments.set(read.path(), holds ? present : MissingNode.getInstance());
                    assignments.looking(() -> {
                        assignments.set(read.path(), present);
                        assignments.set(read.path(), MissingNode.getInstance());
                    });
                }
            }
            case "$not" -> want(first, !holds);
            case "$boolean" -> want(first, holds);
            case "$contains" -> {
                JsonNode part = call.arguments().size() > 1 && call.arguments().get(1) instanceof Query.Value value
                        ? value.value()
                        : Values.text("same");
                make(first, holds ? part : Values.text("other"));
                assignments.looking(() -> make(first, part));
            }
            case "$count" -> make(call, Values.number(holds ? 1 : 0));
            default -> want(first, holds);
        }
    }

    /** Lets the expression give that. */
    private void make(Query query, JsonNode value) {
        if (query instanceof Query.Read read) {
            assignments.set(read.path(), value);
        } else if (query instanceof Query.Several several && !several.parts().isEmpty()) {
            make(several.parts().get(several.parts().size() - 1), value);
        } else if (query instanceof Query.Either either) {
            want(either.condition(), true);
            make(either.then(), value);
        } else if (query instanceof Query.Operation sum) {
            make(sum.left() instanceof Query.Value ? sum.right() : sum.left(), value);
            if (!(sum.left() instanceof Query.Value) && "+-".contains(sum.operator())) {
                make(sum.right(), Values.number(0));
            }
        } else if (query instanceof Query.Call call && !call.arguments().isEmpty()) {
            made(call, call.arguments().get(0), value);
        }
    }

    private void made(Query.Call call, Query first, JsonNode value) {
        switch (call.function()) {
            case "$count" -> items(first, value.isNumber() ? Math.max(0, Math.min(20, value.asInt())) : 1);
            case "$length" -> make(first, Values.text("x".repeat(Math.max(0, Math.min(200, value.asInt())))));
            case "$type" -> make(first, ofType(value.asText()));
            case "$exists", "$not", "$boolean", "$contains" -> want(call, value.asBoolean());
            case "$sum", "$max", "$min", "$average" ->
                make(first, Values.array().add(value));
            case "$parse" -> make(first, Values.text(value.toString()));
            case "$uppercase", "$lowercase", "$string", "$trim", "$number" -> make(first, value);
            default -> make(first, value);
        }
    }

    private void items(Query query, int count) {
        if (query instanceof Query.Read read) {
            List<Step> steps = read.path().steps();
            Step last = steps.isEmpty() ? null : steps.get(steps.size() - 1);
            JsonNode item = last instanceof Step.Where where
                    ? Values.object().set(where.field(), where.value())
                    : Values.object();
            boolean ofItems = last instanceof Step.Where || last instanceof Step.Each;
            DataPath array = ofItems
                    ? new DataPath(read.path().root(), read.path().variable(), steps.subList(0, steps.size() - 1))
                    : read.path();
            assignments.set(array, Values.items(Values.array().add(item), count));
        } else {
            make(query, Values.items(null, count));
        }
    }

    private static JsonNode ofType(String type) {
        return switch (type) {
            case "number" -> Values.number(1);
            case "boolean" -> Values.truth(true);
            case "array" -> Values.array().add(Values.object());
            case "object" -> Values.object();
            case "null" -> NullNode.getInstance();
            default -> Values.text("text");
        };
    }
}
