package io.github.stepunit.benchmarks;

import com.dashjoin.jsonata.Jsonata;
import com.dashjoin.jsonata.Jsonata.Frame;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.IntNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.TextNode;
import io.github.stepunit.history.HistoryEventType;
import java.util.Map;

/** The ceiling of JSONata: the library alone, each expression compiled once, variables bound by hand. */
final class JsonataByHand {

    private JsonataByHand() {}

    static HandWritten loop() {
        Jsonata less = compiled("$i < $n");
        Jsonata increment = compiled("$i + 1");
        return (input, history) -> {
            history.add(HistoryEventType.EXECUTION_STARTED, "", input);
            history.add(HistoryEventType.PASS_STATE_ENTERED, "Init", input);
            Integer i = 0;
            Integer n = input.get("n").intValue();
            history.add(HistoryEventType.PASS_STATE_EXITED, "Init", input);
            while (true) {
                history.add(HistoryEventType.CHOICE_STATE_ENTERED, "Test", input);
                Object isLess = less.evaluate(null, variables(i, n));
                history.add(HistoryEventType.CHOICE_STATE_EXITED, "Test", input);
                if (!Boolean.TRUE.equals(isLess)) {
                    break;
                }
                history.add(HistoryEventType.PASS_STATE_ENTERED, "Inc", input);
                i = ((Number) increment.evaluate(null, variables(i, n))).intValue();
                history.add(HistoryEventType.PASS_STATE_EXITED, "Inc", input);
            }
            history.add(HistoryEventType.PASS_STATE_ENTERED, "Done", input);
            JsonNode output = JsonNodeFactory.instance.objectNode().set("i", IntNode.valueOf(i));
            history.add(HistoryEventType.PASS_STATE_EXITED, "Done", output);
            history.add(HistoryEventType.EXECUTION_SUCCEEDED, "", output);
            return output;
        };
    }

    private static Jsonata compiled(String text) {
        return Jsonata.jsonata(text);
    }

    private static Frame variables(Integer i, Integer n) {
        Frame frame = new Frame(null);
        frame.bind("i", (Object) i);
        frame.bind("n", (Object) n);
        return frame;
    }

    /** Reads one field in each of so many states, and passes the data on; what the library needs is converted before. */
    static HandWritten field(int states, JsonNode data) {
        Jsonata zipOf = compiled("$input.data.items[7].addr.zip");
        Map<?, ?> converted = new ObjectMapper().convertValue(data, Map.class);
        return (input, history) -> {
            history.add(HistoryEventType.EXECUTION_STARTED, "", input);
            for (int i = 0; i < states; i++) {
                history.add(HistoryEventType.PASS_STATE_ENTERED, "S" + i, input);
                Frame frame = new Frame(null);
                frame.bind("input", (Object) converted);
                JsonNode zip = TextNode.valueOf(String.valueOf(zipOf.evaluate(null, frame)));
                history.add(HistoryEventType.PASS_STATE_EXITED, "S" + i, zip);
            }
            history.add(HistoryEventType.EXECUTION_SUCCEEDED, "", input);
            return input;
        };
    }
}
