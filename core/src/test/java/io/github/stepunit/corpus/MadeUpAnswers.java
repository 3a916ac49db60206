package io.github.stepunit.corpus;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.stepunit.definition.StateMachineDefinition;
import io.github.stepunit.task.TaskHandler;
import io.github.stepunit.task.TaskInvocation;
import io.github.stepunit.task.TaskOutcome;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Answers made of what the definition itself speaks of: the paths that it reads, the constants that it compares with, the
 * errors that it catches. So executions come further than into the first missing field.
 */
final class MadeUpAnswers implements TaskHandler {

    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;
    private static final Pattern PATH = Pattern.compile("\\$(?:states\\.(?:input|result))?\\.([A-Za-z_][\\w.]{0,100})");
    private static final Pattern CONSTANT =
            Pattern.compile("\"(?:String|Numeric|Boolean)[A-Za-z]*\"\\s*:\\s*(\"[^\"]{0,60}\"|-?[0-9.]+|true|false)");
    private static final Pattern LITERAL = Pattern.compile("= *'([^']{1,40})'");
    private static final Pattern ERROR =
            Pattern.compile("\"((?:States|Lambda)\\.[A-Za-z]+|[A-Z][A-Za-z]+(?:Error|Exception|Failed))\"");
    private static final int MOST_PATHS = 200;

    private final Random random;
    private final List<List<String>> paths = new ArrayList<>();
    private final List<JsonNode> constants = new ArrayList<>();
    private final List<String> errors = new ArrayList<>(List.of("States.TaskFailed", "Other"));

    MadeUpAnswers(StateMachineDefinition definition, int seed) {
        random = new Random(seed * 1_000_003L + definition.text().hashCode());
        random.nextLong();
        String text = definition.text();
        for (String path : all(PATH, text)) {
            List<String> steps = List.of(path.split("\\.", -1));
            for (int from = 0; from < steps.size() && paths.size() < MOST_PATHS; from++) {
                // What is read from the whole input later may be the answer of one Task.
                paths.add(steps.subList(from, steps.size()));
            }
        }
        for (String constant : all(CONSTANT, text)) {
            constants.add(
                    constant.startsWith("\"")
                            ? JSON.textNode(
                                    constant.substring(1, constant.length() - 1).replace("*", "x"))
                            : constant.length() > 3 && !Character.isDigit(constant.charAt(constant.length() - 1))
                                    ? JSON.booleanNode(constant.equals("true"))
                                    : JSON.numberNode(Double.parseDouble(constant)));
        }
        all(LITERAL, text).forEach(each -> constants.add(JSON.textNode(each)));
        errors.addAll(all(ERROR, text));
    }

    private static Set<String> all(Pattern pattern, String text) {
        Set<String> found = new TreeSet<>();
        Matcher matcher = pattern.matcher(text);
        while (matcher.find()) {
            found.add(matcher.group(1));
        }
        return found;
    }

    JsonNode input() {
        return value();
    }

    @Override
    public TaskOutcome handle(TaskInvocation invocation) {
        TaskOutcome outcome = random.nextInt(6) == 0
                ? TaskOutcome.fail(errors.get(random.nextInt(errors.size())), "made up")
                : TaskOutcome.succeed(value());
        return outcome.after(Duration.ofSeconds(random.nextInt(3)));
    }

    private ObjectNode value() {
        ObjectNode root = JSON.objectNode();
        for (List<String> path : paths) {
            put(root, path);
        }
        root.set("Payload", root.deepCopy());
        root.put("StatusCode", 200);
        return root;
    }

    private void put(ObjectNode root, List<String> path) {
        ObjectNode at = root;
        for (String step : path.subList(0, path.size() - 1)) {
            JsonNode next = at.get(step);
            if (!(next instanceof ObjectNode)) {
                next = JSON.objectNode();
                at.set(step, next);
            }
            at = (ObjectNode) next;
        }
        String last = path.get(path.size() - 1);
        if (!(at.get(last) instanceof ObjectNode)) {
            at.set(last, leaf());
        }
    }

    private JsonNode leaf() {
        if (!constants.isEmpty() && random.nextInt(3) > 0) {
            return constants.get(random.nextInt(constants.size()));
        }
        return switch (random.nextInt(7)) {
            case 0 -> JSON.numberNode(random.nextInt(5));
            case 1 -> JSON.booleanNode(random.nextBoolean());
            case 2 -> JSON.arrayNode().add(1).add("two").add(JSON.objectNode().put("key", "value"));
            case 3 -> JSON.textNode("2025-01-0" + (1 + random.nextInt(9)) + "T00:00:00Z");
            case 4 -> JSON.objectNode().put("id", random.nextInt(100));
            case 5 -> JSON.nullNode();
            default -> JSON.textNode("text" + random.nextInt(10));
        };
    }
}
