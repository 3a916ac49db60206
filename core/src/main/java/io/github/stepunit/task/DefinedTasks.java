package io.github.stepunit.task;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import io.github.stepunit.definition.MapState;
import io.github.stepunit.definition.State;
import io.github.stepunit.definition.StateGraph;
import io.github.stepunit.definition.StateMachineDefinition;
import io.github.stepunit.definition.TaskState;
import io.github.stepunit.expression.JsonataExpression;
import io.github.stepunit.expression.PayloadTemplate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** All Tasks of a definition, with the names that a mock can be given for. */
final class DefinedTasks {

    private final List<TaskAddress> tasks = new ArrayList<>();
    /** A {@code lambda:invoke} with {@code FunctionName.$}: any function may turn out to be meant. */
    private boolean hasUnknownFunction;

    private final boolean startsOthers;
    private final Map<String, Set<String>> logicalIds = new HashMap<>();

    DefinedTasks(StateMachineDefinition definition, List<StateMachineDefinition> started) {
        startsOthers = !started.isEmpty();
        learnLogicalIds(definition);
        started.forEach(this::learnLogicalIds);
        collect("", definition.graph());
        started.forEach(each -> collect("", each.graph()));
    }

    private void learnLogicalIds(StateMachineDefinition definition) {
        definition.logicalIds().forEach((id, values) -> logicalIds
                .computeIfAbsent(id, key -> new HashSet<>())
                .addAll(values));
    }

    private void collect(String prefix, StateGraph graph) {
        for (State state : graph.states().values()) {
            String path = prefix + state.name();
            if (state instanceof TaskState task) {
                add(path, task);
            }
            for (int i = 0; i < state.graphs().size(); i++) {
                String index = state instanceof MapState ? "*" : Integer.toString(i);
                collect(path + "[" + index + "]/", state.graphs().get(i));
            }
        }
    }

    private void add(String path, TaskState task) {
        PayloadTemplate parameters = task.dataFlow().request();
        JsonNode template = parameters == null ? MissingNode.getInstance() : parameters.template();
        // Only the run tells what an expression gives.
        boolean isComputed = JsonataExpression.isExpression(template.path("FunctionName"));
        String function = isComputed ? null : TaskAddress.functionName(task.resource(), template);
        TaskAddress address = new TaskAddress(path, task.name(), task.resource(), function, () -> template);
        hasUnknownFunction |= TaskAddress.isLambdaInvoke(task.resource()) && address.functionName() == null;
        tasks.add(address);
    }

    TaskSelector selector(String text) {
        return TaskSelector.parse(text, logicalIds.getOrDefault(text, Set.of()));
    }

    boolean canMatch(TaskSelector selector) {
        if (canMatchDirectly(selector)) {
            return true;
        }
        // Any of its machines may start any other, so that only the end of a path can be checked.
        for (int i = 1; startsOthers && i < selector.parts().size(); i++) {
            List<String> end = selector.parts().subList(i, selector.parts().size());
            if (canMatchDirectly(selector(String.join("/", end)))) {
                return true;
            }
        }
        return false;
    }

    private boolean canMatchDirectly(TaskSelector selector) {
        return tasks.stream().anyMatch(task -> selector.specificity(task) != TaskSelector.NO_MATCH)
                || (hasUnknownFunction && selector.looksLikeFunction());
    }

    /** Those that it is about, as far as the definition tells. */
    List<TaskAddress> matching(TaskSelector selector) {
        return tasks.stream()
                .filter(task -> selector.specificity(task) != TaskSelector.NO_MATCH)
                .toList();
    }

    /** Which Task it is about, in the order of the definition; behind all of them when it is about none. */
    int positionOf(TaskSelector selector) {
        for (int i = 0; i < tasks.size(); i++) {
            if (selector.specificity(tasks.get(i)) != TaskSelector.NO_MATCH) {
                return i;
            }
        }
        return tasks.size();
    }

    List<String> names() {
        Stream<String> ids = logicalIds.entrySet().stream()
                .filter(id -> tasks.stream().anyMatch(task -> task.isNamedByAny(id.getValue())))
                .map(Map.Entry::getKey)
                .sorted();
        return Stream.concat(tasks.stream().flatMap(task -> task.names().stream()), ids)
                .distinct()
                .toList();
    }

    /** {@code `Charge card` (lambda:invoke of charge), …}. */
    String describe() {
        return tasks.isEmpty()
                ? "there are none"
                : tasks.stream().map(DefinedTasks::describe).distinct().collect(Collectors.joining(", "));
    }

    private static String describe(TaskAddress task) {
        return "`" + TaskAddress.withoutIndexes(task.path()) + "` ("
                + task.resource().arn()
                + (TaskAddress.isLambdaInvoke(task.resource()) && task.functionName() != null
                        ? " of " + task.functionName()
                        : "")
                + ")";
    }
}
