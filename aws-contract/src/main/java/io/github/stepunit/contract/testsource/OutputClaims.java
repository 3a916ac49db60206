package io.github.stepunit.contract.testsource;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import io.github.stepunit.Execution;
import io.github.stepunit.ExecutionStatus;
import io.github.stepunit.contract.testsource.Argument.Json;
import io.github.stepunit.contract.testsource.Claim.Navigation;
import io.github.stepunit.expression.InvalidExpressionException;
import io.github.stepunit.expression.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * What a test asserts of the output: all of it where that is the same in every run, else the parts that are. The metadata
 * of services is nobody's business.
 */
final class OutputClaims {

    private static final int MOST = 12;
    private static final int MOST_ITEMS = 5;
    private static final Set<String> METADATA = Set.of("SdkHttpMetadata", "SdkResponseMetadata");

    private final List<Claim> claims = new ArrayList<>();

    private OutputClaims() {}

    /**
     * @param recorded the output on AWS
     * @param replayed that of a replay which departs nowhere; differences are by design
     */
    static List<Claim> of(JsonNode recorded, JsonNode replayed) {
        OutputClaims claims = new OutputClaims();
        claims.add("$", recorded, replayed);
        return claims.claims;
    }

    private void add(String path, JsonNode recorded, JsonNode replayed) {
        if (claims.size() >= MOST) {
            return;
        }
        if (Claims.equal(recorded, replayed) && !hasMetadata(recorded)) {
            addValue(path, recorded);
        } else if (recorded.isObject() && replayed.isObject()) {
            for (Map.Entry<String, JsonNode> member : recorded.properties()) {
                String name = member.getKey();
                if (!METADATA.contains(name) && replayed.has(name)) {
                    add(path + step(name), member.getValue(), replayed.get(name));
                }
            }
        } else if (recorded.isArray() && replayed.size() == recorded.size()) {
            for (int i = 0; i < Math.min(recorded.size(), MOST_ITEMS); i++) {
                add(path + "[" + i + "]", recorded.get(i), replayed.get(i));
            }
        } else if (!path.equals("$") && canBeFound(path)) {
            claims.add(new Claim(
                    List.of(new Navigation("output")),
                    "hasSomethingAt",
                    List.of(path),
                    at(path, found -> !found.isMissingNode())));
        }
    }

    private static String step(String name) {
        return name.matches("[A-Za-z_][A-Za-z0-9_]*") ? "." + name : "['" + name + "']";
    }

    private void addValue(String path, JsonNode value) {
        Predicate<Execution> holds = at(path, found -> Claims.equal(found, value));
        Json json = new Json(JsonStyle.readable(value));
        if (path.equals("$")) {
            claims.add(new Claim(List.of(), "hasOutput", List.of(json), holds));
        } else if (!canBeFound(path)) {
            return;
        } else if (value.isContainerNode()) {
            List<Navigation> there = List.of(new Navigation("output"), new Navigation("at", path));
            claims.add(new Claim(there, "isEqualToJson", List.of(json), holds));
        } else {
            claims.add(new Claim(List.of(), "hasOutputAt", List.of(path, value), holds));
        }
    }

    private static boolean canBeFound(String path) {
        return parsed(path) != null;
    }

    private static @Nullable Path parsed(String path) {
        try {
            return Path.parse(path);
        } catch (InvalidExpressionException odd) {
            return null;
        }
    }

    private static Predicate<Execution> at(String text, Predicate<JsonNode> holds) {
        Path path = parsed(text);
        return execution -> {
            if (execution.status() != ExecutionStatus.SUCCEEDED || path == null) {
                return false;
            }
            JsonNode found = path.findIn(execution.output());
            return holds.test(found == null ? MissingNode.getInstance() : found);
        };
    }

    private static boolean hasMetadata(JsonNode value) {
        for (String name : METADATA) {
            if (value.findValue(name) != null) {
                return true;
            }
        }
        return false;
    }
}
