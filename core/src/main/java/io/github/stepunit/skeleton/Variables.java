package io.github.stepunit.skeleton;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.HashMap;
import java.util.Map;

/** The variables that a state sees. */
final class Variables {

    private Variables() {}

    static Map<String, JsonNode> seenBy(Visited at) {
        Map<String, JsonNode> seen = new HashMap<>();
        for (Visited each = at; each != null; each = each.frame().parent()) {
            for (Visited before = each.previous(); before != null; before = before.previous()) {
                before.visit().assignedVariables().forEach(seen::putIfAbsent);
            }
        }
        return seen;
    }
}
