package io.github.stepunit.skeleton;

import java.util.Map;

/** Which kinds of arguments functions take. */
final class FunctionKinds {

    private static final Map<String, Kind> FIRST = Map.ofEntries(
            Map.entry("$sum", Kind.NUMBERS),
            Map.entry("$max", Kind.NUMBERS),
            Map.entry("$min", Kind.NUMBERS),
            Map.entry("$average", Kind.NUMBERS),
            Map.entry("$count", Kind.ARRAY),
            Map.entry("$map", Kind.ARRAY),
            Map.entry("$filter", Kind.ARRAY),
            Map.entry("$reduce", Kind.ARRAY),
            Map.entry("$append", Kind.ARRAY),
            Map.entry("$reverse", Kind.ARRAY),
            Map.entry("$sort", Kind.ARRAY),
            Map.entry("$distinct", Kind.ARRAY),
            Map.entry("$zip", Kind.ARRAY),
            Map.entry("$merge", Kind.ARRAY),
            Map.entry("$partition", Kind.ARRAY),
            Map.entry("$join", Kind.TEXTS),
            Map.entry("$length", Kind.TEXT),
            Map.entry("$substring", Kind.TEXT),
            Map.entry("$substringBefore", Kind.TEXT),
            Map.entry("$substringAfter", Kind.TEXT),
            Map.entry("$uppercase", Kind.TEXT),
            Map.entry("$lowercase", Kind.TEXT),
            Map.entry("$trim", Kind.TEXT),
            Map.entry("$pad", Kind.TEXT),
            Map.entry("$split", Kind.TEXT),
            Map.entry("$contains", Kind.TEXT),
            Map.entry("$match", Kind.TEXT),
            Map.entry("$replace", Kind.TEXT),
            Map.entry("$hash", Kind.TEXT),
            Map.entry("$base64encode", Kind.TEXT),
            Map.entry("$encodeUrlComponent", Kind.TEXT),
            Map.entry("$number", Kind.NUMBER),
            Map.entry("$abs", Kind.NUMBER),
            Map.entry("$floor", Kind.NUMBER),
            Map.entry("$ceil", Kind.NUMBER),
            Map.entry("$round", Kind.NUMBER),
            Map.entry("$power", Kind.NUMBER),
            Map.entry("$sqrt", Kind.NUMBER),
            Map.entry("$formatNumber", Kind.NUMBER),
            Map.entry("$formatBase", Kind.NUMBER),
            Map.entry("$fromMillis", Kind.NUMBER),
            Map.entry("$toMillis", Kind.TIMESTAMP),
            Map.entry("$parse", Kind.JSON_TEXT),
            Map.entry("$keys", Kind.OBJECT),
            Map.entry("$lookup", Kind.OBJECT),
            Map.entry("$each", Kind.OBJECT),
            Map.entry("$sift", Kind.OBJECT),
            Map.entry("States.StringSplit", Kind.TEXT),
            Map.entry("States.Base64Encode", Kind.TEXT),
            Map.entry("States.Base64Decode", Kind.TEXT),
            Map.entry("States.StringToJson", Kind.JSON_TEXT),
            Map.entry("States.ArrayPartition", Kind.ARRAY),
            Map.entry("States.ArrayContains", Kind.ARRAY),
            Map.entry("States.ArrayGetItem", Kind.ARRAY),
            Map.entry("States.ArrayLength", Kind.ARRAY),
            Map.entry("States.ArrayUnique", Kind.ARRAY));

    private FunctionKinds() {}

    /** @param argument its place, from 0 */
    static Kind of(String function, int argument) {
        return switch (function) {
            case "States.MathAdd", "States.MathRandom", "States.ArrayRange", "$range" -> Kind.NUMBER;
            case "States.JsonMerge" -> argument < 2 ? Kind.OBJECT : Kind.BOOLEAN;
            case "States.ArrayGetItem", "States.ArrayPartition", "$substring", "$pad", "$power", "$round" ->
                argument == 1 ? Kind.NUMBER : FIRST.getOrDefault(function, Kind.TEXT);
            case "States.StringSplit", "$split", "$contains", "$substringBefore", "$substringAfter", "$lookup" ->
                argument == 1 ? Kind.TEXT : FIRST.getOrDefault(function, Kind.ANY);
            case "$append" -> Kind.ARRAY;
            default -> argument == 0 ? FIRST.getOrDefault(function, Kind.ANY) : Kind.ANY;
        };
    }
}
