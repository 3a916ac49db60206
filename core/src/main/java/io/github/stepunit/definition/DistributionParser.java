package io.github.stepunit.definition;

import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Parses what a Map state has for its child executions. */
final class DistributionParser {

    private static final int LONGEST_LABEL = 40;
    private static final String NOT_IN_A_LABEL = "?*<>{}[]:;,\\|^~$#%&`\"";
    private static final Set<String> BATCHER_FIELDS = Set.of(
            "BatchInput",
            "MaxItemsPerBatch",
            "MaxItemsPerBatchPath",
            "MaxInputBytesPerBatch",
            "MaxInputBytesPerBatchPath");
    private static final List<String> BATCH_SIZES =
            List.of("MaxItemsPerBatch", "MaxItemsPerBatchPath", "MaxInputBytesPerBatch", "MaxInputBytesPerBatchPath");

    private final Parsing parsing;
    private final QueryLanguage language;

    DistributionParser(Parsing parsing, QueryLanguage language) {
        this.parsing = parsing;
        this.language = language;
    }

    Distribution parse(FieldReader map, StateMachineType executionType) {
        FieldReader reader = map.object("ItemReader");
        FieldReader batcher = map.object("ItemBatcher");
        FieldReader writer = map.object("ResultWriter");
        return new Distribution(
                executionType,
                label(map),
                reader == null ? null : new ItemReaderParser(reader, language).parse(),
                batcher == null ? null : batcher(batcher),
                writer == null ? null : ResultWriterParser.parse(writer, language));
    }

    private @Nullable String label(FieldReader map) {
        String label = map.text("Label");
        if (label == null) {
            return null;
        }
        String problem = problemOf(label);
        if (problem != null) {
            parsing.problems()
                    .report(
                            DiagnosticCode.INVALID_LABEL_NAME,
                            map.at("Label"),
                            problem,
                            "A label has 1 to 40 characters, no blanks, no control characters and none of "
                                    + NOT_IN_A_LABEL + ".");
            return null;
        }
        parsing.claimLabel(label, map.at("Label"));
        return label;
    }

    private static @Nullable String problemOf(String label) {
        if (label.isEmpty()) {
            return "Label cannot be empty";
        }
        if (label.codePointCount(0, label.length()) > LONGEST_LABEL) {
            return "Label '" + label + "' exceeds the 40-character limit allowed by the service";
        }
        for (int i = 0; i < label.length(); i++) {
            char c = label.charAt(i);
            if (Character.isWhitespace(c) || Character.isISOControl(c) || NOT_IN_A_LABEL.indexOf(c) >= 0) {
                return "Label contains invalid character: '" + c + "'";
            }
        }
        return null;
    }

    private ItemBatcher batcher(FieldReader batcher) {
        batcher.allow(BATCHER_FIELDS);
        if (batcher.present(BATCH_SIZES).isEmpty()) {
            batcher.problems()
                    .schema(
                            batcher.at(),
                            "This object should have at least one of the following fields: " + BATCH_SIZES,
                            "Say how large a batch is, for example \"MaxItemsPerBatch\": 100.");
        }
        MapNumbers numbers = new MapNumbers(batcher, "ItemBatcher/", language);
        return new ItemBatcher(
                numbers.positive("MaxItemsPerBatch", Integer.MAX_VALUE),
                numbers.positive("MaxInputBytesPerBatch", 262_144),
                numbers.template("BatchInput"));
    }
}
