package io.github.stepunit.expression;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Arrays;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** The intrinsic functions of the States Language: what they are called, how many arguments they take, what they do. */
enum Intrinsic {
    FORMAT("States.Format", 1, Integer.MAX_VALUE, TextFunctions::format),
    STRING_SPLIT("States.StringSplit", 2, 2, TextFunctions::stringSplit),
    BASE64_ENCODE("States.Base64Encode", 1, 1, TextFunctions::base64Encode),
    BASE64_DECODE("States.Base64Decode", 1, 1, TextFunctions::base64Decode),
    HASH("States.Hash", 2, 2, TextFunctions::hash),
    STRING_TO_JSON("States.StringToJson", 1, 1, JsonFunctions::stringToJson),
    JSON_TO_STRING("States.JsonToString", 1, 1, JsonFunctions::jsonToString),
    JSON_MERGE("States.JsonMerge", 3, 3, JsonFunctions::jsonMerge),
    ARRAY("States.Array", 0, Integer.MAX_VALUE, ArrayFunctions::array),
    ARRAY_PARTITION("States.ArrayPartition", 2, 2, ArrayFunctions::arrayPartition),
    ARRAY_CONTAINS("States.ArrayContains", 2, 2, ArrayFunctions::arrayContains),
    ARRAY_RANGE("States.ArrayRange", 3, 3, ArrayFunctions::arrayRange),
    ARRAY_GET_ITEM("States.ArrayGetItem", 2, 2, ArrayFunctions::arrayGetItem),
    ARRAY_LENGTH("States.ArrayLength", 1, 1, ArrayFunctions::arrayLength),
    ARRAY_UNIQUE("States.ArrayUnique", 1, 1, ArrayFunctions::arrayUnique),
    MATH_RANDOM("States.MathRandom", 2, 3, NumberFunctions::mathRandom),
    MATH_ADD("States.MathAdd", 2, 2, NumberFunctions::mathAdd),
    UUID("States.UUID", 0, 0, NumberFunctions::uuid);

    private static final Map<String, Intrinsic> BY_NAME =
            Arrays.stream(values()).collect(Collectors.toUnmodifiableMap(Intrinsic::functionName, each -> each));

    private final String functionName;
    private final int minimum;
    private final int maximum;

    @SuppressWarnings("ImmutableEnumChecker") // a reference to a static method holds no state
    private final Function<Arguments, JsonNode> rule;

    Intrinsic(String functionName, int minimum, int maximum, Function<Arguments, JsonNode> rule) {
        this.functionName = functionName;
        this.minimum = minimum;
        this.maximum = maximum;
        this.rule = rule;
    }

    static @Nullable Intrinsic named(String name) {
        return BY_NAME.get(name);
    }

    String functionName() {
        return functionName;
    }

    boolean takes(int count) {
        return count >= minimum && count <= maximum;
    }

    /** How many arguments the function takes, in words. */
    String arity() {
        if (maximum == Integer.MAX_VALUE) {
            return "at least " + minimum;
        }
        return minimum == maximum ? String.valueOf(minimum) : minimum + " or " + maximum;
    }

    JsonNode apply(Arguments arguments) {
        return rule.apply(arguments);
    }
}
