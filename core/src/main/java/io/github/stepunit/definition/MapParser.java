package io.github.stepunit.definition;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.stepunit.expression.Expression;
import io.github.stepunit.expression.PayloadTemplate;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Parses a Map state. */
final class MapParser {

    private static final List<String> PROCESSORS = List.of("ItemProcessor", "Iterator");
    private static final Set<String> PROCESSOR_FIELDS = Set.of("Comment", "ProcessorConfig", "StartAt", "States");
    private static final Set<String> INLINE_CONFIG_FIELDS = Set.of("Mode");
    private static final Set<String> DISTRIBUTED_CONFIG_FIELDS = Set.of("Mode", "ExecutionType");

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
        return false;
    }

    @Nullable
    MapState parse(StateHeader header, FieldReader fields, QueryFields queries) {
        boolean isDistributed = isDistributed(fields);
        DataFlow dataFlow = queries.dataFlowOfMap();
        Expression items = isDistributed ? queries.distributedItems() : queries.items();
        PayloadTemplate itemSelector = queries.itemSelector();
        Expression maxConcurrency = queries.count("MaxConcurrency");
        Expression percentage = queries.percentage("ToleratedFailurePercentage");
        Expression count = queries.count("ToleratedFailureCount");
        ErrorHandling errorHandling = ErrorHandlingParser.parse(fields, queries);
        StateMachineType executionType = executionType(fields);
        // An inline Map may have the fields of a distributed one: real machines do, and they mean nothing there.
        Distribution distribution =
                new DistributionParser(parsing, header.queryLanguage()).parse(fields, executionType);
        StateGraph processor = processor(fields, isDistributed, executionType);
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
                        errorHandling,
                        isDistributed ? distribution : null);
    }

    /** As the processor says, whether it is right or not: what is wrong is reported with the processor. */
    private static StateMachineType executionType(FieldReader fields) {
        for (String field : PROCESSORS) {
            JsonNode processor = fields.value(field);
            if (processor != null
                    && processor
                            .path("ProcessorConfig")
                            .path("ExecutionType")
                            .asText()
                            .equals("EXPRESS")) {
                return StateMachineType.EXPRESS;
            }
        }
        return StateMachineType.STANDARD;
    }

    private @Nullable StateGraph processor(FieldReader fields, boolean isDistributed, StateMachineType executionType) {
        String field = fields.requireOneOf(PROCESSORS, "Add \"ItemProcessor\".");
        FieldReader processor = field == null ? null : fields.object(field);
        if (processor == null) {
            return null;
        }
        processor.allow(PROCESSOR_FIELDS);
        processor.text("Comment");
        FieldReader config = processor.object("ProcessorConfig");
        if (config != null) {
            config.allow(isDistributed ? DISTRIBUTED_CONFIG_FIELDS : INLINE_CONFIG_FIELDS);
            config.oneOf("Mode", List.of("INLINE", "DISTRIBUTED"));
            if (isDistributed) {
                checkDistributed(config);
            }
        }
        return new GraphParser(isDistributed ? parsing.inside(executionType) : parsing).parseNested(processor);
    }

    private void checkDistributed(FieldReader config) {
        config.require("ExecutionType");
        config.oneOf("ExecutionType", List.of("STANDARD", "EXPRESS"));
        if (parsing.type() == StateMachineType.EXPRESS) {
            config.problems()
                    .schema(
                            config.at("Mode"),
                            "The field 'Mode' with value 'DISTRIBUTED' is not supported inside 'EXPRESS' state machines",
                            "Make the state machine Standard, or the Map state inline.");
        }
    }
}
