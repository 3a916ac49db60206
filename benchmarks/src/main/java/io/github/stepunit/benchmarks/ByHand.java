package io.github.stepunit.benchmarks;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.IntNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.stepunit.history.HistoryEventType;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.IntFunction;
import java.util.stream.IntStream;

/** The ceilings. What of a workload is the same in every execution is made before, as a definition is loaded before. */
final class ByHand {

    private static final JsonNode OK = JsonNodeFactory.instance.objectNode().put("ok", true);
    private static final JsonNode NOTHING = JsonNodeFactory.instance.nullNode();

    private ByHand() {}

    /** What calls something outside, in a ceiling; fails by giving null. */
    interface Service {

        JsonNode call(JsonNode input, int attempt);
    }

    static HandWritten linear(int states) {
        Chain chain = new Chain("S", states);
        return (input, history) -> end(history, chain.walk(start(input, history), history));
    }

    /** A chain of Pass states. */
    private static final class Chain {

        private final String[] names;
        private final JsonNode[] results;

        Chain(String prefix, int states) {
            names = stateNames(prefix, states);
            results = IntStream.range(0, states)
                    .mapToObj(i -> JsonNodeFactory.instance.objectNode().put("i", i))
                    .toArray(JsonNode[]::new);
        }

        JsonNode walk(JsonNode input, HandWrittenHistory history) {
            JsonNode data = input;
            for (int i = 0; i < names.length; i++) {
                history.add(HistoryEventType.PASS_STATE_ENTERED, names[i], data);
                data = with(data, "last", results[i]);
                history.add(HistoryEventType.PASS_STATE_EXITED, names[i], data);
            }
            return data;
        }
    }

    static HandWritten loop() {
        return (input, history) -> {
            JsonNode data = start(input, history);
            while (true) {
                history.add(HistoryEventType.CHOICE_STATE_ENTERED, "Test", data);
                boolean less = data.get("i").longValue() < data.get("n").longValue();
                history.add(HistoryEventType.CHOICE_STATE_EXITED, "Test", data);
                if (!less) {
                    break;
                }
                history.add(HistoryEventType.PASS_STATE_ENTERED, "Inc", data);
                ObjectNode next = JsonNodeFactory.instance.objectNode();
                next.set("i", IntNode.valueOf(data.get("i").intValue() + 1));
                next.set("n", data.get("n"));
                data = next;
                history.add(HistoryEventType.PASS_STATE_EXITED, "Inc", data);
            }
            history.add(HistoryEventType.SUCCEED_STATE_ENTERED, "Done", data);
            history.add(HistoryEventType.SUCCEED_STATE_EXITED, "Done", data);
            return end(history, data);
        };
    }

    static HandWritten mapOfPass() {
        return map((item, history) -> {
            history.add(HistoryEventType.PASS_STATE_ENTERED, "P", item);
            ObjectNode output = JsonNodeFactory.instance.objectNode();
            output.set("v", IntNode.valueOf(item.get("v").intValue() + 1));
            output.set("s", item.get("s"));
            history.add(HistoryEventType.PASS_STATE_EXITED, "P", output);
            return output;
        });
    }

    static HandWritten mapOfTasks() {
        return map((item, history) -> {
            history.add(HistoryEventType.TASK_STATE_ENTERED, "Work", item);
            JsonNode output = call(item, 1, history, (input, attempt) -> OK);
            history.add(HistoryEventType.TASK_STATE_EXITED, "Work", output);
            return output;
        });
    }

    private static HandWritten map(HandWritten iteration) {
        return (input, history) -> {
            JsonNode data = start(input, history);
            history.add(HistoryEventType.MAP_STATE_ENTERED, "M", data);
            history.add(HistoryEventType.MAP_STATE_STARTED, "M", NOTHING);
            JsonNode items = data.get("items");
            ArrayNode outputs = JsonNodeFactory.instance.arrayNode(items.size());
            for (int i = 0; i < items.size(); i++) {
                history.add(HistoryEventType.MAP_ITERATION_STARTED, "M", NOTHING);
                outputs.add(iteration.run(items.get(i), history));
                history.add(HistoryEventType.MAP_ITERATION_SUCCEEDED, "M", NOTHING);
            }
            history.add(HistoryEventType.MAP_STATE_SUCCEEDED, "M", NOTHING);
            history.add(HistoryEventType.MAP_STATE_EXITED, "M", outputs);
            return end(history, outputs);
        };
    }

    /** Each child has a history of its own, as the Map Run keeps it. */
    static HandWritten distributedMap(int batch, int failingOneIn) {
        return (input, history) -> {
            JsonNode data = start(input, history);
            history.add(HistoryEventType.MAP_STATE_ENTERED, "M", data);
            history.add(HistoryEventType.MAP_STATE_STARTED, "M", NOTHING);
            history.add(HistoryEventType.MAP_RUN_STARTED, "M", NOTHING);
            JsonNode items = data.get("items");
            List<HandWrittenHistory> children = new ArrayList<>(items.size() / batch + 1);
            for (int i = 0; i < items.size(); i += batch) {
                children.add(child(batchOf(items, i, batch), children.size() % failingOneIn == 0));
            }
            history.add(HistoryEventType.MAP_RUN_SUCCEEDED, "M", NOTHING);
            history.add(HistoryEventType.MAP_STATE_SUCCEEDED, "M", NOTHING);
            history.add(HistoryEventType.MAP_STATE_EXITED, "M", data);
            return end(history, data);
        };
    }

    private static JsonNode batchOf(JsonNode items, int from, int batch) {
        if (batch == 1) {
            return items.get(from);
        }
        ObjectNode input = JsonNodeFactory.instance.objectNode();
        ArrayNode members = input.putArray("Items");
        for (int i = from; i < Math.min(from + batch, items.size()); i++) {
            members.add(items.get(i));
        }
        return input;
    }

    private static HandWrittenHistory child(JsonNode input, boolean fails) {
        HandWrittenHistory history = new HandWrittenHistory();
        start(input, history);
        history.add(HistoryEventType.TASK_STATE_ENTERED, "Work", input);
        JsonNode output = call(input, 1, history, (request, attempt) -> fails ? NOTHING : OK);
        if (fails) {
            history.add(HistoryEventType.EXECUTION_FAILED, "", NOTHING);
        } else {
            history.add(HistoryEventType.TASK_STATE_EXITED, "Work", output);
            end(history, output);
        }
        return history;
    }

    static HandWritten parallel(int branches, int states) {
        IntFunction<Chain> branch = i -> new Chain("S" + i + "_", states);
        Chain[] chains = IntStream.range(0, branches).mapToObj(branch).toArray(Chain[]::new);
        return (input, history) -> {
            JsonNode data = start(input, history);
            history.add(HistoryEventType.PARALLEL_STATE_ENTERED, "P", data);
            history.add(HistoryEventType.PARALLEL_STATE_STARTED, "P", NOTHING);
            JsonNode[] outputs = new JsonNode[chains.length];
            for (int i = 0; i < chains.length; i++) {
                outputs[i] = chains[i].walk(data, history);
            }
            ArrayNode output =
                    JsonNodeFactory.instance.arrayNode(outputs.length).addAll(Arrays.asList(outputs));
            history.add(HistoryEventType.PARALLEL_STATE_SUCCEEDED, "P", NOTHING);
            history.add(HistoryEventType.PARALLEL_STATE_EXITED, "P", output);
            return end(history, output);
        };
    }

    static HandWritten retry(int failures) {
        Service flaky = (input, attempt) -> attempt <= failures ? NOTHING : OK;
        return (input, history) -> {
            JsonNode data = start(input, history);
            history.add(HistoryEventType.TASK_STATE_ENTERED, "Call", data);
            JsonNode result = NOTHING;
            for (int attempt = 1; result.isNull(); attempt++) {
                result = call(data, attempt, history, flaky);
            }
            data = with(data, "r", result);
            history.add(HistoryEventType.TASK_STATE_EXITED, "Call", data);
            history.add(HistoryEventType.CHOICE_STATE_ENTERED, "Check", data);
            boolean ok = data.get("r").get("ok").booleanValue();
            history.add(HistoryEventType.CHOICE_STATE_EXITED, "Check", data);
            if (!ok) {
                throw new IllegalStateException("The work by hand has gone the wrong way.");
            }
            history.add(HistoryEventType.SUCCEED_STATE_ENTERED, "Done", data);
            history.add(HistoryEventType.SUCCEED_STATE_EXITED, "Done", data);
            return end(history, data);
        };
    }

    private static JsonNode call(JsonNode input, int attempt, HandWrittenHistory history, Service service) {
        history.add(HistoryEventType.LAMBDA_FUNCTION_SCHEDULED, "", input);
        history.add(HistoryEventType.LAMBDA_FUNCTION_STARTED, "", NOTHING);
        JsonNode result = service.call(input, attempt);
        history.add(
                result.isNull() ? HistoryEventType.LAMBDA_FUNCTION_FAILED : HistoryEventType.LAMBDA_FUNCTION_SUCCEEDED,
                "",
                result);
        return result;
    }

    static HandWritten payload(int states) {
        String[] names = stateNames("S", states);
        IntNode[] numbers =
                IntStream.range(0, states).mapToObj(IntNode::valueOf).toArray(IntNode[]::new);
        return (input, history) -> {
            JsonNode data = start(input, history);
            for (int k = 0; k < names.length; k++) {
                history.add(HistoryEventType.PASS_STATE_ENTERED, names[k], data);
                ObjectNode built = JsonNodeFactory.instance.objectNode();
                if (k % 2 == 0) {
                    built.set("data", data.get("data"));
                    built.set("k", numbers[k]);
                    data = built;
                } else {
                    built.set(
                            "len", IntNode.valueOf(data.get("data").get("items").size()));
                    built.set("k", numbers[k]);
                    data = with(data, "info", built);
                }
                history.add(HistoryEventType.PASS_STATE_EXITED, names[k], data);
            }
            return end(history, data);
        };
    }

    private static JsonNode start(JsonNode input, HandWrittenHistory history) {
        history.add(HistoryEventType.EXECUTION_STARTED, "", input);
        return input;
    }

    private static JsonNode end(HandWrittenHistory history, JsonNode output) {
        history.add(HistoryEventType.EXECUTION_SUCCEEDED, "", output);
        return output;
    }

    /** A copy of the object with one more field, its values shared. */
    private static JsonNode with(JsonNode object, String field, JsonNode value) {
        ObjectNode copy = JsonNodeFactory.instance.objectNode();
        copy.setAll((ObjectNode) object);
        copy.set(field, value);
        return copy;
    }

    private static String[] stateNames(String prefix, int count) {
        return IntStream.range(0, count).mapToObj(i -> prefix + i).toArray(String[]::new);
    }
}
