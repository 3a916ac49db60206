package io.github.stepunit.contract.model;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.stepunit.definition.StateMachineDefinition;
import io.github.stepunit.definition.TaskState;
import io.github.stepunit.json.JsonPointer;
import io.github.stepunit.json.JsonText;
import io.github.stepunit.json.SourceLocation;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;

/** Looks at the requests of a definition as they are written. */
record DefinitionCheck(ServiceModelCheck check, StateMachineDefinition definition) {

    ServiceModelReport report() {
        JsonNode json = JsonText.parseWithoutText(definition.text());
        List<TaskProblem> problems = new ArrayList<>();
        Set<String> missing = new TreeSet<>();
        for (TaskState task : TaskPlaces.tasks(definition)) {
            problems.addAll(problems(task, json));
            String dependency = check.missingDependency(task.resource());
            if (dependency != null) {
                missing.add(dependency);
            }
        }
        return ServiceModelReport.of(definition.sourceMap().source(), problems, missing);
    }

    private List<TaskProblem> problems(TaskState task, JsonNode json) {
        JsonNode state = json.at(task.pointer().toString());
        String field = state.has("Parameters") ? "Parameters" : "Arguments";
        JsonPointer at = task.pointer().field(field);
        List<TaskProblem> problems = new ArrayList<>();
        List<ModelProblem> found = state.path(field).isObject()
                ? check.problemsOfRequest(
                        task.resource(), state.path(field), at, Subject.TEMPLATE, each -> !isWritten(each, json))
                : List.of();
        for (ModelProblem each : found) {
            ModelProblem placed = each.kind() == ModelProblem.Kind.UNKNOWN_OPERATION
                    ? new ModelProblem(each.kind(), task.pointer().field("Resource"), each.message())
                    : each;
            problems.add(new TaskProblem(
                    task.name(), task.resource(), placed, definition.sourceMap().locate(placed.pointer())));
        }
        return problems;
    }

    /**
     * Whether a plain value stands in the file as it is. What does not was put in for a placeholder or made by a function
     * of a template: a stand-in, which says nothing of what will be deployed.
     */
    private boolean isWritten(JsonPointer at, JsonNode json) {
        JsonNode value = json.at(at.toString());
        if (!value.isValueNode()) {
            return true;
        }
        SourceLocation location = definition.sourceMap().locate(at);
        String line = definition.sourceMap().line(location);
        String written = line.substring(Math.min(location.column() - 1, line.length()));
        String text = value.asText();
        if (text.isEmpty()) {
            return Stream.of("\"\"", "''", "\\\"\\\"").anyMatch(written::startsWith);
        }
        // A stand-in is often called like its placeholder.
        return !written.contains("${" + text)
                && (written.contains(text) || written.contains(JsonText.writeCompact(value)));
    }
}
