package io.github.stepunit.definition;

import io.github.stepunit.definition.ResultWriter.OutputType;
import io.github.stepunit.definition.ResultWriter.Transformation;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Parses a {@code ResultWriter}. */
final class ResultWriterParser {

    private static final Set<String> FIELDS = Set.of("Comment", "Resource", "Parameters", "Arguments", "WriterConfig");
    private static final Set<String> CONFIG_FIELDS = Set.of("Transformation", "OutputType");

    private ResultWriterParser() {}

    /** The writer; null, with a report, when it cannot be made. */
    static @Nullable ResultWriter parse(FieldReader writer, QueryLanguage language) {
        if (writer.names().isEmpty()) {
            writer.problems()
                    .schema(
                            writer.at(),
                            "This object should have at least one of the following fields: [WriterConfig, Resource]",
                            "Say where the results go, or how they look; or remove it.");
            return null;
        }
        MapNumbers request = new MapNumbers(writer, "ResultWriter/", language);
        writer.allow(FIELDS);
        String own = language == QueryLanguage.JSONATA ? "Arguments" : "Parameters";
        if (writer.has("Resource")) {
            writer.require(own);
            checkResource(writer);
        } else if (writer.has(own)) {
            writer.require("Resource");
        }
        FieldReader config = writer.object("WriterConfig");
        boolean exports = writer.has("Resource");
        Transformation transformation = exports ? Transformation.NONE : Transformation.COMPACT;
        OutputType outputType = OutputType.JSON;
        if (config != null) {
            config.allow(CONFIG_FIELDS);
            if (config.names().isEmpty()) {
                config.require("Transformation", "OutputType");
            }
            String wanted = config.oneOf("Transformation", List.of("NONE", "COMPACT", "FLATTEN"));
            transformation = wanted == null ? transformation : Transformation.valueOf(wanted);
            String type = config.oneOf("OutputType", List.of("JSON", "JSONL"));
            outputType = type == null ? outputType : OutputType.valueOf(type);
        }
        return new ResultWriter(exports ? request.request() : null, transformation, outputType);
    }

    private static void checkResource(FieldReader writer) {
        String text = writer.text("Resource");
        if (text != null && !text.matches("arn:aws[\\w-]*:states:[\\w-]*:\\d*:s3:putObject")) {
            writer.problems()
                    .schema(
                            writer.at("Resource"),
                            "The field 'Resource' does not match any of the allowed values",
                            "A ResultWriter takes arn:aws:states:::s3:putObject.");
        }
    }
}
