package io.github.stepunit.rules;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.stepunit.json.JsonText;
import java.util.List;
import java.util.Random;

/**
 * A well-formed machine of all state types, drawn from a seed. Its data always has the members n, s, l and o, so that
 * most paths find something; now and then one does not. Each state leads to the next, so that all are reachable; rules
 * and catchers lead anywhere in the same graph.
 */
final class RandomMachine {

    private static final JsonNodeFactory NODES = JsonNodeFactory.instance;
    private static final List<String> PATHS =
            List.of("$.n", "$.s", "$.l", "$.o", "$.o.k", "$.l[0]", "$", "$.l[*]", "$$.State.Name", "$.none");
    private static final List<String> ERRORS =
            List.of("E1", "E2", "States.TaskFailed", "States.Timeout", "States.HeartbeatTimeout");
    private static final List<String> RESOURCES = List.of(
            "arn:aws:lambda:us-east-1:123456789012:function:f",
            "arn:aws:states:us-east-1:123456789012:activity:a",
            "arn:aws:states:::lambda:invoke",
            "arn:aws:states:::lambda:invoke.waitForTaskToken",
            "arn:aws:states:::glue:startJobRun.sync");

    private final Random random;
    private int names;

    private RandomMachine(Random random) {
        this.random = random;
    }

    static String definition(long seed) {
        RandomMachine machine = new RandomMachine(new Random(seed));
        return JsonText.writeCompact(machine.graph(0));
    }

    static JsonNode input(long seed) {
        return data(new Random(seed ^ 0x5DEECE66DL));
    }

    static ObjectNode data(Random random) {
        ObjectNode data = NODES.objectNode().put("n", random.nextInt(5)).put("s", "t" + random.nextInt(3));
        ArrayNode list = data.putArray("l");
        for (int i = random.nextInt(4); i >= 0; i--) {
            list.add(random.nextInt(9));
        }
        data.putObject("o").put("k", random.nextInt(5));
        return data;
    }

    private ObjectNode graph(int depth) {
        int count = 2 + random.nextInt(depth == 0 ? 5 : 3);
        String[] graph = new String[count];
        for (int i = 0; i < count; i++) {
            graph[i] = "S" + names++;
        }
        ObjectNode node = NODES.objectNode().put("StartAt", graph[0]);
        ObjectNode states = node.putObject("States");
        for (int i = 0; i < count; i++) {
            states.set(graph[i], i == count - 1 ? last() : state(graph, i, depth));
        }
        return node;
    }

    private ObjectNode last() {
        return switch (random.nextInt(6)) {
            case 0 -> NODES.objectNode().put("Type", "Fail").put("Error", pick(ERRORS.subList(0, 2)));
            case 1 -> NODES.objectNode().put("Type", "Pass").put("End", true);
            default -> NODES.objectNode().put("Type", "Succeed");
        };
    }

    private ObjectNode state(String[] graph, int at, int depth) {
        int kind = random.nextInt(depth < 2 ? 9 : 6);
        ObjectNode state =
                switch (kind) {
                    case 0 -> pass();
                    case 1 -> waiting();
                    case 2 -> choice(graph, at);
                    case 3, 4, 5 -> task();
                    case 6 -> parallel(depth);
                    default -> map(depth);
                };
        if (kind != 2) {
            state.put("Next", graph[at + 1]);
        }
        if (kind >= 3) {
            resultFields(state);
            errorFields(state, graph);
        }
        if (random.nextInt(4) == 0 && kind != 2) {
            state.putObject("Assign").put("v" + depth + "_" + random.nextInt(2) + ".$", "$");
        }
        return state;
    }

    private ObjectNode pass() {
        ObjectNode pass = NODES.objectNode().put("Type", "Pass").put("ResultPath", target());
        if (random.nextBoolean()) {
            pass.set("Result", data(random));
        } else {
            pass.putObject("Parameters").put("p.$", pick(PATHS)).put("c", 1);
        }
        return pass;
    }

    private ObjectNode waiting() {
        ObjectNode wait = NODES.objectNode().put("Type", "Wait");
        return random.nextBoolean() ? wait.put("Seconds", random.nextInt(4)) : wait.put("SecondsPath", "$.n");
    }

    private ObjectNode choice(String[] graph, int at) {
        ObjectNode choice = NODES.objectNode().put("Type", "Choice").put("Default", graph[at + 1]);
        ArrayNode rules = choice.putArray("Choices");
        for (int i = random.nextInt(2); i >= 0; i--) {
            ObjectNode rule = random.nextBoolean()
                    ? NODES.objectNode().put("Variable", "$.n").put("NumericLessThan", random.nextInt(4))
                    : NODES.objectNode().put("Variable", "$.s").put("StringMatches", "t" + random.nextInt(4) + "*");
            rules.add(rule.put("Next", pick(List.of(graph))));
        }
        return choice;
    }

    private ObjectNode task() {
        ObjectNode task = NODES.objectNode().put("Type", "Task").put("Resource", pick(RESOURCES));
        ObjectNode parameters = task.putObject("Parameters");
        if (task.get("Resource").textValue().contains("lambda:invoke")) {
            parameters.put("FunctionName", "f").putObject("Payload").put("x.$", pick(PATHS));
        } else if (task.get("Resource").textValue().contains("glue")) {
            parameters.put("JobName", "j");
        } else {
            parameters.put("x.$", pick(PATHS));
        }
        if (random.nextInt(3) > 0) {
            task.put("TimeoutSeconds", 3 + random.nextInt(5));
        }
        if (random.nextInt(4) == 0) {
            task.put("HeartbeatSeconds", 2);
        }
        return task;
    }

    private ObjectNode parallel(int depth) {
        ObjectNode parallel = NODES.objectNode().put("Type", "Parallel");
        ArrayNode branches = parallel.putArray("Branches");
        for (int i = random.nextInt(3); i >= 0; i--) {
            branches.add(graph(depth + 1));
        }
        return parallel;
    }

    private ObjectNode map(int depth) {
        ObjectNode map = NODES.objectNode().put("Type", "Map").put("ItemsPath", "$.l");
        map.put("MaxConcurrency", random.nextInt(4));
        map.putObject("ItemSelector")
                .put("n.$", "$$.Map.Item.Value")
                .put("s.$", "$.s")
                .put("l.$", "$.l")
                .put("o.$", "$.o");
        map.set("ItemProcessor", graph(depth + 1));
        return map;
    }

    private void resultFields(ObjectNode state) {
        state.put("ResultPath", target());
        if (random.nextInt(6) == 0) {
            state.putObject("ResultSelector").put("r.$", "$").put("i.$", "$$.State.Name");
        }
    }

    private void errorFields(ObjectNode state, String[] graph) {
        if (random.nextBoolean()) {
            ObjectNode retrier = state.putArray("Retry").addObject();
            retrier.putArray("ErrorEquals").add(random.nextBoolean() ? "States.ALL" : pick(ERRORS));
            retrier.put("MaxAttempts", random.nextInt(3)).put("IntervalSeconds", 1 + random.nextInt(3));
            retrier.put("JitterStrategy", random.nextBoolean() ? "FULL" : "NONE");
        }
        if (random.nextInt(3) > 0) {
            ObjectNode catcher = state.putArray("Catch").addObject();
            catcher.putArray("ErrorEquals").add(random.nextInt(3) > 0 ? "States.ALL" : pick(ERRORS));
            catcher.put("ResultPath", target()).put("Next", graph[graph.length - 1]);
        }
    }

    /** Beside the members that the rest of the machine needs; null now and then. */
    private String target() {
        return random.nextInt(4) == 0 ? null : "$.r" + random.nextInt(3);
    }

    private String pick(List<String> values) {
        return values.get(random.nextInt(values.size()));
    }
}
