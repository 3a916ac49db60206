package io.github.stepunit.internal.interpreter;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.stepunit.definition.ResultWriter;
import io.github.stepunit.definition.ResultWriter.OutputType;
import io.github.stepunit.definition.ResultWriter.Transformation;
import io.github.stepunit.history.HistoryEvent;
import io.github.stepunit.history.HistoryEventDetails;
import io.github.stepunit.history.HistoryEventType;
import io.github.stepunit.internal.itemreader.ItemReaderException;
import io.github.stepunit.internal.itemreader.S3Calls;
import io.github.stepunit.json.JsonText;
import io.github.stepunit.s3.S3Objects;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What a Map Run gives: an array in the order of the items, or files in S3 and where they are. */
final class MapRunResults {

    private static final ResultWriter NO_WRITER = new ResultWriter(null, Transformation.COMPACT, OutputType.JSON);

    private final ResultWriter writer;
    private final @Nullable JsonNode request;
    private final MapRunNames names;
    private final DistributedMapRun mapRun;
    private long written;

    MapRunResults(MapRunPlan plan, MapRunNames names, DistributedMapRun mapRun) {
        ResultWriter given = plan.distribution().resultWriter();
        this.writer = given == null ? NO_WRITER : given;
        this.request = plan.writeRequest();
        this.names = names;
        this.mapRun = mapRun;
    }

    /** Of how many items the results have been exported. */
    long written() {
        return written;
    }

    /**
     * The output of the state, after everything is exported.
     *
     * @throws ItemReaderException when S3 takes nothing
     */
    JsonNode output(ExecutionRun run) {
        return request == null ? JsonText.arrayOf(results(null)) : export(run, request);
    }

    /** Exports what has been done by a Map Run that has failed, where there is something to export to. */
    void exportIfPossible(ExecutionRun run) {
        if (request != null) {
            try {
                export(run, request);
            } catch (ItemReaderException e) {
                // It has failed already, and fails with that error.
                written = 0;
            }
        }
    }

    /** The results of the children that ended so; of all when null. */
    private List<JsonNode> results(@Nullable HistoryEventType how) {
        List<JsonNode> results = new ArrayList<>();
        for (ExecutionRun child : mapRun.children()) {
            HistoryEventType end = child.endEvent().type();
            if (how == null || how == end) {
                add(child, end, results);
            }
        }
        return results;
    }

    private void add(ExecutionRun child, HistoryEventType end, List<JsonNode> results) {
        JsonNode output = child.endEvent().details() instanceof HistoryEventDetails.Succeeded succeeded
                ? succeeded.output()
                : null;
        if (output == null
                || end != HistoryEventType.EXECUTION_SUCCEEDED
                || writer.transformation() == Transformation.NONE) {
            // A failure that is tolerated stays in the list, whatever the Transformation.
            results.add(described(child));
        } else if (writer.transformation() == Transformation.FLATTEN && output instanceof ArrayNode array) {
            array.forEach(results::add);
        } else {
            results.add(output);
        }
    }

    /** A child execution as DescribeExecution has it. */
    private ObjectNode described(ExecutionRun child) {
        HistoryEvent end = child.endEvent();
        ObjectNode described = JsonNodeFactory.instance.objectNode();
        if (end.details() instanceof HistoryEventDetails.Failed failed) {
            if (failed.cause() != null) {
                described.put("Cause", failed.cause());
            }
            if (failed.error() != null) {
                described.put("Error", failed.error());
            }
        }
        String status = status(end.type());
        boolean hasSucceeded = end.type() == HistoryEventType.EXECUTION_SUCCEEDED;
        described.put("ExecutionArn", child.settings().executionArn());
        described.put("Input", JsonText.write(child.input()));
        described.putObject("InputDetails").put("Included", true);
        described.put("Name", child.settings().executionName());
        if (end.details() instanceof HistoryEventDetails.Succeeded succeeded) {
            described.put("Output", JsonText.write(succeeded.output()));
            described.putObject("OutputDetails").put("Included", true);
        }
        described.put("RedriveCount", 0);
        described.put("RedriveStatus", hasSucceeded ? "NOT_REDRIVABLE" : "REDRIVABLE_BY_MAP_RUN");
        if (hasSucceeded) {
            described.put("RedriveStatusReason", "Execution is SUCCEEDED and cannot be redriven");
        }
        described.put("StartDate", ContextObject.timestamp(child.settings().start()));
        described.put("StateMachineArn", names.machineArn());
        described.put("Status", status);
        described.put("StopDate", ContextObject.timestamp(end.timestamp()));
        return described;
    }

    private static String status(HistoryEventType end) {
        return switch (end) {
            case EXECUTION_SUCCEEDED -> "SUCCEEDED";
            case EXECUTION_FAILED -> "FAILED";
            case EXECUTION_TIMED_OUT -> "TIMED_OUT";
            default -> "ABORTED";
        };
    }

    // --- files

    private ObjectNode export(ExecutionRun run, JsonNode target) {
        String bucket = target.path("Bucket").asText();
        String prefix = target.path("Prefix").asText("");
        S3Objects objects = run.simulation().objects();
        if (objects == null) {
            throw new IllegalStateException("The Distributed Map \"" + mapRun.statePath()
                    + "\" writes its results to S3: " + target
                    + ". Give the state machine objects to write to: machine.withObjects(new"
                    + " S3Objects().createBucket(\"" + bucket + "\")).");
        }
        if (!objects.hasBucket(bucket)) {
            throw new ItemReaderException(
                    S3Calls.noSuchBucket(),
                    objects.absence(bucket, null) + " createBucket(\"" + bucket + "\") makes one.");
        }
        String folder = (prefix.isEmpty() || prefix.endsWith("/") ? prefix : prefix + "/") + names.id() + "/";
        Files files = new Files(run, objects, bucket, folder);
        ObjectNode manifest = JsonNodeFactory.instance.objectNode();
        manifest.put("DestinationBucket", bucket);
        manifest.put("MapRunArn", names.mapRunArn());
        ObjectNode resultFiles = manifest.putObject("ResultFiles");
        List<JsonNode> failed = results(HistoryEventType.EXECUTION_FAILED);
        failed.addAll(results(HistoryEventType.EXECUTION_TIMED_OUT));
        failed.addAll(results(HistoryEventType.EXECUTION_ABORTED));
        files.write("FAILED", failed, resultFiles);
        // What has not been started has no execution that could be described.
        resultFiles.putArray("PENDING");
        files.write("SUCCEEDED", results(HistoryEventType.EXECUTION_SUCCEEDED), resultFiles);
        files.put("manifest.json", JsonText.writeCompact(manifest));
        written = mapRun.items().total() - mapRun.items().pending();
        ObjectNode output = JsonNodeFactory.instance.objectNode();
        output.put("MapRunArn", names.mapRunArn());
        output.putObject("ResultWriterDetails").put("Bucket", bucket).put("Key", folder + "manifest.json");
        return output;
    }

    /** The files of one Map Run. */
    private final class Files {

        private final ExecutionRun run;
        private final S3Objects objects;
        private final String bucket;
        private final String folder;

        private Files(ExecutionRun run, S3Objects objects, String bucket, String folder) {
            this.run = run;
            this.objects = objects;
            this.bucket = bucket;
            this.folder = folder;
        }

        private void write(String status, List<JsonNode> results, ObjectNode resultFiles) {
            ArrayNode listed = resultFiles.putArray(status);
            if (results.isEmpty()) {
                return;
            }
            boolean isJson = writer.outputType() == OutputType.JSON;
            String name = status + "_0." + (isJson ? "json" : "jsonl");
            String text = isJson ? JsonText.writeCompact(JsonText.arrayOf(results)) : lines(results);
            put(name, text);
            listed.addObject()
                    .put("Key", folder + name)
                    .put("Size", objects.object(bucket, folder + name).size());
        }

        private void put(String name, String text) {
            objects.write(bucket, folder + name, text, run.now());
        }
    }

    private static String lines(List<JsonNode> results) {
        StringBuilder lines = new StringBuilder();
        results.forEach(result -> lines.append(JsonText.writeCompact(result)).append('\n'));
        return lines.toString();
    }
}
