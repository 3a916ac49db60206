package io.github.stepunit.expression;

import com.dashjoin.jsonata.Functions;
import com.dashjoin.jsonata.JException;
import com.dashjoin.jsonata.Jsonata.Frame;
import com.dashjoin.jsonata.Utils;
import io.github.stepunit.json.InvalidJsonException;
import io.github.stepunit.json.JsonText;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * The functions that AWS adds to JSONata, those that the virtual clock or the seed decide.
 * An argument of the wrong type, or none, makes the result undefined, as measured on AWS.
 */
final class JsonataFunctions {

    private static final int MOST_OF_RANGE = 360_145;

    private final EvaluationScope scope;
    private final JsonataText text;

    JsonataFunctions(EvaluationScope scope, EvaluationBudget budget) {
        this.scope = scope;
        this.text = new JsonataText(budget);
    }

    /** Binds the function of that name, if it is one of these. */
    void bind(String name, Frame frame) {
        switch (name) {
            case "partition" -> bind(name, frame, JsonataFunctions::partition);
            case "range" -> bind(name, frame, JsonataFunctions::range);
            case "hash" -> bind(name, frame, JsonataFunctions::hash);
            case "parse" -> bind(name, frame, JsonataFunctions::parse);
            case "random" -> bind(name, frame, this::random);
            case "uuid" -> bind(name, frame, arguments -> NumberFunctions.uuid(scope.random()));
            case "now" -> bind(name, frame, this::now);
            case "millis" -> bind(name, frame, arguments -> scope.now().toEpochMilli());
            case "shuffle" -> bind(name, frame, this::shuffle);
            // AWS has removed it: calling it is T1006.
            case "eval" -> frame.bind(name, (Object) null);
            // Or one of JSONata's own functions, or a variable of the expression.
            default -> text.bind(name, frame);
        }
    }

    private static void bind(String name, Frame frame, Function<List<?>, @Nullable Object> function) {
        // Takes whatever it is given: a wrong argument makes the result undefined.
        frame.bind(name, (Object) JsonataFunction.of(name, "<x?x?x?:x>", function));
    }

    private static @Nullable Object argument(List<?> arguments, int index) {
        return index < arguments.size() ? arguments.get(index) : null;
    }

    /** Truncated towards zero. */
    private static @Nullable Long integer(List<?> arguments, int index) {
        return argument(arguments, index) instanceof Number number ? number.longValue() : null;
    }

    private static @Nullable Object partition(List<?> arguments) {
        Object array = argument(arguments, 0);
        Long size = integer(arguments, 1);
        if (array == null || size == null || size <= 0) {
            return null;
        }
        List<?> items = array instanceof List<?> list ? list : List.of(array);
        List<Object> chunks = new ArrayList<>();
        int step = (int) Math.min(size, Math.max(1, items.size()));
        for (int from = 0; from < items.size(); from += step) {
            chunks.add(new ArrayList<>(items.subList(from, Math.min(from + step, items.size()))));
        }
        // Not a sequence: recorded in test_array_partition, [0] by 1 is [[0]].
        return chunks.isEmpty() ? null : chunks;
    }

    /** A sequence: one number alone loses its array. */
    private static @Nullable Object range(List<?> arguments) {
        Long start = integer(arguments, 0);
        Long end = integer(arguments, 1);
        Long step = integer(arguments, 2);
        if (start == null || end == null || step == null || step == 0) {
            return null;
        }
        double count = Math.floor(((double) end - start) / step) + 1;
        if (count > MOST_OF_RANGE) {
            throw EvaluationBudget.memory();
        }
        List<Object> range = Utils.createSequence();
        for (int i = 0; i < count; i++) {
            range.add(Utils.convertNumber(start + i * step));
        }
        return range.size() == 1 ? range.get(0) : range.isEmpty() ? null : range;
    }

    private static @Nullable Object hash(List<?> arguments) {
        Object data = argument(arguments, 0);
        if (data == null || !(argument(arguments, 1) instanceof String algorithm)) {
            return null;
        }
        String hash = Digest.hex(data instanceof String text ? text : Functions.string(data, false), algorithm);
        if (hash == null) {
            throw new JException("Unsupported hash algorithm: " + algorithm);
        }
        return hash;
    }

    private static @Nullable Object parse(List<?> arguments) {
        if (!(argument(arguments, 0) instanceof String text)) {
            return null;
        }
        try {
            return JsonataValues.view(JsonText.parseWithoutText(text));
        } catch (InvalidJsonException e) {
            throw new JException("Unable to parse JSON: " + e.getMessage());
        }
    }

    private Object random(List<?> arguments) {
        Long seed = integer(arguments, 0);
        // Measured: $random(42) is what Java's own generator gives first.
        return seed == null ? scope.random().nextDouble() : new Random(seed).nextDouble();
    }

    private Object now(List<?> arguments) {
        String picture = argument(arguments, 0) instanceof String text ? text : null;
        String zone = argument(arguments, 1) instanceof String text ? text : null;
        return Functions.dateTimeFromMillis(scope.now().toEpochMilli(), picture, zone);
    }

    private @Nullable Object shuffle(List<?> arguments) {
        Object array = argument(arguments, 0);
        if (array == null) {
            return null;
        }
        List<Object> shuffled = new ArrayList<>(array instanceof List<?> list ? list : List.of(array));
        Collections.shuffle(shuffled, new Random(scope.random().nextLong()));
        return shuffled;
    }
}
