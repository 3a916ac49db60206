package io.github.stepunit.definition;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.stepunit.expression.Expression;
import io.github.stepunit.expression.PayloadTemplate;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Parses an inline Map state. */
final class MapParser {

    private static final List<String> PROCESSORS = List.of("ItemProcessor", "Iterator");
    private static final List<String> DISTRIBUTED_FIELDS =
            List.of("ItemReader", "ItemBatcher", "ResultWriter", "Label");
    private static final Set<String> PROCESSOR_FIELDS = Set.of("Comment", "ProcessorConfig", "StartAt", "States");
    private static final Set<String> INLINE_CONFIG_FIELDS = Set.of("Mode");

    private final Parsing parsing;

    MapParser(Parsing parsing) {
        this.parsing = parsing;
    }

    /** Whether the Map runs its items as executions of their own. */
    static boolean isDistributed(FieldReader map) {
        for (String field : PROCESSORS) {
            JsonNode processor = map.value(field);
            if (processor != null
                    && processor.path("ProcessorConfig").path("Mode").asText().equals("DISTRIBUTED")) {
                return true;
            }
        }
        return !map.present(DISTRIBUTED_FIELDS).isEmpty();
    }

    @Nullable
    MapState parse(StateHeader header, FieldReader fields, QueryFields queries) {
        DataFlow dataFlow = queries.dataFlowOfMap();
        Expression items = queries.items();
        PayloadTemplate itemSelector = queries.itemSelector();
        Expression maxConcurrency = queries.count("MaxConcurrency");
        Expression percentage = queries.percentage("ToleratedFailurePercentage");
        Expression count = queries.count("ToleratedFailureCount");
        ErrorHandling errorHandling = ErrorHandlingParser.parse(fields, queries);
        StateGraph processor = processor(fields);
        return processor == null
                ? null
                : new MapState(
                        header,
                        dataFlow,
                        items,
                        itemSelector,
                        processor,
                        maxConcurrency,
                        percentage,
                        count,
                        errorHandling);
    }

    private @Nullable StateGraph processor(FieldReader fields) {
        String field = fields.requireOneOf(PROCESSORS, "Add \"ItemProcessor\".");
        FieldReader processor = field == null ? null : fields.object(field);
        if (processor == null) {
            return null;
        }
        processor.allow(PROCESSOR_FIELDS);
        processor.text("Comment");
        FieldReader config = processor.object("ProcessorConfig");
        if (config != null) {
            config.allow(INLINE_CONFIG_FIELDS);
            config.oneOf("Mode", List.of("INLINE", "DISTRIBUTED"));
        }
        return new GraphParser(parsing).parseNested(processor);
    }
}
