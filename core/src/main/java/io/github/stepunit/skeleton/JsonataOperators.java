package io.github.stepunit.skeleton;

import java.util.Map;

/** How closely the operators of JSONata bind. */
final class JsonataOperators {

    private static final Map<String, Integer> BINDING = Map.ofEntries(
            Map.entry(":=", 10),
            Map.entry("?", 20),
            Map.entry("..", 20),
            Map.entry("or", 25),
            Map.entry("and", 30),
            Map.entry("=", 40),
            Map.entry("!=", 40),
            Map.entry("<", 40),
            Map.entry(">", 40),
            Map.entry("<=", 40),
            Map.entry(">=", 40),
            Map.entry("in", 40),
            Map.entry("~>", 40),
            Map.entry("^", 40),
            Map.entry("&", 50),
            Map.entry("+", 50),
            Map.entry("-", 50),
            Map.entry("*", 60),
            Map.entry("/", 60),
            Map.entry("%", 60),
            Map.entry("{", 70),
            Map.entry(".", 75),
            Map.entry("[", 80),
            Map.entry("(", 80));

    private JsonataOperators() {}

    /** The higher, the closer; 0 for what is no operator. */
    static int binding(String token) {
        return BINDING.getOrDefault(token, 0);
    }
}
