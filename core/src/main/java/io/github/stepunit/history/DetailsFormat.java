package io.github.stepunit.history;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.stepunit.history.HistoryEventDetails.ActivityScheduled;
import io.github.stepunit.history.HistoryEventDetails.ActivityStarted;
import io.github.stepunit.history.HistoryEventDetails.EvaluationFailed;
import io.github.stepunit.history.HistoryEventDetails.ExecutionRedriven;
import io.github.stepunit.history.HistoryEventDetails.ExecutionStarted;
import io.github.stepunit.history.HistoryEventDetails.Failed;
import io.github.stepunit.history.HistoryEventDetails.LambdaFunctionScheduled;
import io.github.stepunit.history.HistoryEventDetails.MapIteration;
import io.github.stepunit.history.HistoryEventDetails.MapRunRedriven;
import io.github.stepunit.history.HistoryEventDetails.MapRunStarted;
import io.github.stepunit.history.HistoryEventDetails.MapStateStarted;
import io.github.stepunit.history.HistoryEventDetails.StateEntered;
import io.github.stepunit.history.HistoryEventDetails.StateExited;
import io.github.stepunit.history.HistoryEventDetails.Succeeded;
import io.github.stepunit.history.HistoryEventDetails.TaskAnswered;
import io.github.stepunit.history.HistoryEventDetails.TaskFailed;
import io.github.stepunit.history.HistoryEventDetails.TaskScheduled;
import io.github.stepunit.history.HistoryEventDetails.TaskStarted;
import java.util.HashMap;
import java.util.Map;
import java.util.function.BiConsumer;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * How one shape of details looks in JSON.
 *
 * @param shape the record
 * @param reader from the members of the details object
 * @param writer to the members of the details object
 */
record DetailsFormat<T extends HistoryEventDetails>(
        Class<T> shape, Function<DetailsReader, T> reader, BiConsumer<T, DetailsWriter> writer) {

    private static final Map<String, DetailsFormat<?>> BY_MEMBER = byMember();

    private static Map<String, DetailsFormat<?>> byMember() {
        Map<String, DetailsFormat<?>> formats = new HashMap<>();
        addExecutions(formats);
        addStates(formats);
        addTasks(formats);
        addFunctions(formats);
        addActivities(formats);
        addMaps(formats);
        return Map.copyOf(formats);
    }

    /** The format of that type's details, or null for a type without details. */
    static @Nullable DetailsFormat<?> of(HistoryEventType type) {
        String member = type.detailsMember();
        return member == null ? null : BY_MEMBER.get(member);
    }

    HistoryEventDetails read(DetailsReader event, HistoryEventType type) {
        return reader.apply(event.object(String.valueOf(type.detailsMember())));
    }

    void write(HistoryEvent event, ObjectNode written) {
        String member = String.valueOf(event.type().detailsMember());
        writer.accept(shape.cast(event.details()), new DetailsWriter(written.putObject(member)));
    }

    private static void addExecutions(Map<String, DetailsFormat<?>> formats) {
        add(
                formats,
                new DetailsFormat<>(
                        ExecutionStarted.class,
                        in -> new ExecutionStarted(
                                in.payload("input"),
                                in.optionalText("roleArn"),
                                in.optionalText("stateMachineAliasArn"),
                                in.optionalText("stateMachineVersionArn")),
                        (details, out) -> out.wholePayload("input", details.input())
                                .text("roleArn", details.roleArn())
                                .text("stateMachineAliasArn", details.stateMachineAliasArn())
                                .text("stateMachineVersionArn", details.stateMachineVersionArn())),
                "executionStarted");
        add(formats, succeeded(), "executionSucceeded", "lambdaFunctionSucceeded", "activitySucceeded");
        add(formats, failed(), "executionFailed", "executionAborted", "executionTimedOut", "mapRunFailed");
        add(
                formats,
                new DetailsFormat<>(
                        ExecutionRedriven.class,
                        in -> new ExecutionRedriven(in.integer("redriveCount")),
                        (details, out) -> out.whole("redriveCount", (long) details.redriveCount())),
                "executionRedriven");
    }

    private static DetailsFormat<Succeeded> succeeded() {
        return new DetailsFormat<>(
                Succeeded.class,
                in -> new Succeeded(in.payload("output")),
                (details, out) -> out.wholePayload("output", details.output()));
    }

    private static DetailsFormat<Failed> failed() {
        return new DetailsFormat<>(
                Failed.class,
                in -> new Failed(in.optionalText("error"), in.optionalText("cause")),
                (details, out) -> out.text("error", details.error()).text("cause", details.cause()));
    }

    private static void addStates(Map<String, DetailsFormat<?>> formats) {
        add(
                formats,
                new DetailsFormat<>(
                        StateEntered.class,
                        in -> new StateEntered(in.text("name"), in.payload("input")),
                        (details, out) -> out.text("name", details.name()).wholePayload("input", details.input())),
                "stateEntered");
        add(
                formats,
                new DetailsFormat<>(
                        StateExited.class,
                        in -> new StateExited(in.text("name"), in.payload("output"), in.payloads("assignedVariables")),
                        (details, out) -> out.text("name", details.name())
                                .wholePayload("output", details.output())
                                .payloads("assignedVariables", details.assignedVariables())),
                "stateExited");
        add(
                formats,
                new DetailsFormat<>(
                        EvaluationFailed.class,
                        in -> new EvaluationFailed(
                                in.optionalText("error"),
                                in.optionalText("cause"),
                                in.optionalText("location"),
                                in.text("state")),
                        (details, out) -> out.text("error", details.error())
                                .text("cause", details.cause())
                                .text("location", details.location())
                                .text("state", details.state())),
                "evaluationFailed");
    }

    private static void addTasks(Map<String, DetailsFormat<?>> formats) {
        add(
                formats,
                new DetailsFormat<>(TaskScheduled.class, DetailsFormat::taskScheduled, DetailsFormat::write),
                "taskScheduled");
        add(
                formats,
                new DetailsFormat<>(
                        TaskStarted.class,
                        in -> new TaskStarted(in.text("resourceType"), in.text("resource")),
                        (details, out) ->
                                out.text("resourceType", details.resourceType()).text("resource", details.resource())),
                "taskStarted");
        add(
                formats,
                new DetailsFormat<>(
                        TaskAnswered.class,
                        in -> new TaskAnswered(in.text("resourceType"), in.text("resource"), in.payload("output")),
                        (details, out) -> out.text("resourceType", details.resourceType())
                                .text("resource", details.resource())
                                .wholePayload("output", details.output())),
                "taskSubmitted",
                "taskSucceeded");
        add(
                formats,
                new DetailsFormat<>(
                        TaskFailed.class,
                        in -> new TaskFailed(
                                in.text("resourceType"),
                                in.text("resource"),
                                in.optionalText("error"),
                                in.optionalText("cause")),
                        (details, out) -> out.text("resourceType", details.resourceType())
                                .text("resource", details.resource())
                                .text("error", details.error())
                                .text("cause", details.cause())),
                "taskFailed",
                "taskTimedOut",
                "taskSubmitFailed",
                "taskStartFailed");
    }

    private static TaskScheduled taskScheduled(DetailsReader in) {
        return new TaskScheduled(
                in.text("resourceType"),
                in.text("resource"),
                in.text("region"),
                in.payload("parameters"),
                in.optionalWhole("timeoutInSeconds"),
                in.optionalWhole("heartbeatInSeconds"),
                in.object("taskCredentials").optionalText("roleArn"));
    }

    private static void write(TaskScheduled details, DetailsWriter out) {
        out.text("resourceType", details.resourceType())
                .text("resource", details.resource())
                .text("region", details.region())
                .payload("parameters", details.parameters())
                .whole("timeoutInSeconds", details.timeoutInSeconds())
                .whole("heartbeatInSeconds", details.heartbeatInSeconds())
                .taskCredentials(details.roleArn());
    }

    private static void addFunctions(Map<String, DetailsFormat<?>> formats) {
        add(
                formats,
                new DetailsFormat<>(
                        LambdaFunctionScheduled.class,
                        in -> new LambdaFunctionScheduled(
                                in.text("resource"),
                                in.payload("input"),
                                in.optionalWhole("timeoutInSeconds"),
                                in.object("taskCredentials").optionalText("roleArn")),
                        (details, out) -> out.text("resource", details.resource())
                                .wholePayload("input", details.input())
                                .whole("timeoutInSeconds", details.timeoutInSeconds())
                                .taskCredentials(details.roleArn())),
                "lambdaFunctionScheduled");
        add(
                formats,
                failed(),
                "lambdaFunctionFailed",
                "lambdaFunctionTimedOut",
                "lambdaFunctionScheduleFailed",
                "lambdaFunctionStartFailed");
    }

    private static void addActivities(Map<String, DetailsFormat<?>> formats) {
        add(
                formats,
                new DetailsFormat<>(
                        ActivityScheduled.class,
                        in -> new ActivityScheduled(
                                in.text("resource"),
                                in.payload("input"),
                                in.optionalWhole("timeoutInSeconds"),
                                in.optionalWhole("heartbeatInSeconds")),
                        (details, out) -> out.text("resource", details.resource())
                                .wholePayload("input", details.input())
                                .whole("timeoutInSeconds", details.timeoutInSeconds())
                                .whole("heartbeatInSeconds", details.heartbeatInSeconds())),
                "activityScheduled");
        add(
                formats,
                new DetailsFormat<>(
                        ActivityStarted.class,
                        in -> new ActivityStarted(in.optionalText("workerName")),
                        (details, out) -> out.text("workerName", details.workerName())),
                "activityStarted");
        add(formats, failed(), "activityFailed", "activityTimedOut", "activityScheduleFailed");
    }

    private static void addMaps(Map<String, DetailsFormat<?>> formats) {
        add(
                formats,
                new DetailsFormat<>(
                        MapStateStarted.class,
                        in -> new MapStateStarted(in.integer("length")),
                        (details, out) -> out.whole("length", (long) details.length())),
                "mapStateStarted");
        add(
                formats,
                new DetailsFormat<>(
                        MapIteration.class,
                        in -> new MapIteration(in.text("name"), in.integer("index")),
                        (details, out) -> out.text("name", details.name()).whole("index", (long) details.index())),
                "mapIterationStarted",
                "mapIterationSucceeded",
                "mapIterationFailed",
                "mapIterationAborted");
        add(
                formats,
                new DetailsFormat<>(
                        MapRunStarted.class,
                        in -> new MapRunStarted(in.text("mapRunArn")),
                        (details, out) -> out.text("mapRunArn", details.mapRunArn())),
                "mapRunStarted");
        add(
                formats,
                new DetailsFormat<>(
                        MapRunRedriven.class,
                        in -> new MapRunRedriven(in.text("mapRunArn"), in.integer("redriveCount")),
                        (details, out) -> out.text("mapRunArn", details.mapRunArn())
                                .whole("redriveCount", (long) details.redriveCount())),
                "mapRunRedriven");
    }

    private static void add(Map<String, DetailsFormat<?>> formats, DetailsFormat<?> format, String... names) {
        for (String name : names) {
            formats.put(name + "EventDetails", format);
        }
    }
}
