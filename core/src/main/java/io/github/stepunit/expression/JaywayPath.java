package io.github.stepunit.expression;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.jayway.jsonpath.Configuration;
import com.jayway.jsonpath.JsonPath;
import com.jayway.jsonpath.Option;
import com.jayway.jsonpath.PathNotFoundException;
import com.jayway.jsonpath.spi.mapper.JacksonMappingProvider;
import io.github.stepunit.json.JsonPointer;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** The only place that knows Jayway's json-path, which is what AWS itself evaluates JSONPath with. */
final class JaywayPath {

    private static final JsonMapper MAPPER = new JsonMapper();
    private static final JacksonMappingProvider MAPPING = new JacksonMappingProvider(MAPPER);

    /** {@code [?(@.x==FAIL)]}: AWS takes the bare word for a string, as older versions of Jayway did. */
    private static final Pattern BARE_WORD =
            Pattern.compile("([=!]=|[<>]=?)(\\s*)(?!(?:true|false|null)\\b)([A-Za-z_][\\w-]*)(?=\\s*[)&|])");

    private static final String TOO_DEEP = "cannot be evaluated: it has too many steps, or its data are nested too deep"
            + " for Java's stack. Here StepUnit ends before AWS does.";

    private static final String TOO_MANY =
            "cannot be evaluated: it goes over its data too often, as several '..' or nested"
                    + " filters do in data that are nested deep. Name the steps between them.";

    private final String text;
    private final JsonPath path;

    private JaywayPath(String text, JsonPath path) {
        this.text = text;
        this.path = path;
    }

    /**
     * Compiles a path that starts with {@code $}.
     *
     * @return null when it is no JSONPath
     */
    static @Nullable JaywayPath compile(String text) {
        JsonPath path = compileOrNull(text);
        if (path == null && text.contains("[?")) {
            path = compileOrNull(BARE_WORD.matcher(text).replaceAll("$1$2'$3'"));
        }
        return path == null ? null : new JaywayPath(text, path);
    }

    private static @Nullable JsonPath compileOrNull(String text) {
        try {
            return JsonPath.compile(text);
        } catch (RuntimeException | StackOverflowError malformed) {
            // Besides its own exceptions Jayway's compiler throws whatever the malformed text makes it stumble over,
            // and it recurses for each step of the path.
            return null;
        }
    }

    /** For one evaluation. Never Jayway's static default, which the user's own tests may have set. */
    private static Configuration configuration() {
        JaywayBudget budget = new JaywayBudget(MAPPER);
        return Configuration.builder()
                .jsonProvider(budget)
                .mappingProvider(MAPPING)
                .evaluationListener(List.of(budget))
                .build();
    }

    /** The node or the array of matches; null when a path that names a single node finds none. */
    @Nullable
    JsonNode find(JsonNode root) {
        try {
            Object found = path.read(root, configuration());
            return found == null || found instanceof JsonNode ? (JsonNode) found : MAPPER.valueToTree(found);
        } catch (JaywayBudget.ExceededException e) {
            throw new EvaluationException("States.Runtime", "The path '" + text + "' " + TOO_MANY);
        } catch (RuntimeException e) {
            // Not only JsonPathException: "$..length($..)" compiles and then dies of an IllegalStateException.
            // Recorded in test_json_path_array_wildcard_or_slice_with_no_input: no match is an empty array.
            return path.isDefinite() ? null : JsonNodeFactory.instance.arrayNode(0);
        } catch (StackOverflowError e) {
            // It recurses for each step of the path and each level of the data.
            throw new EvaluationException("States.Runtime", "The path '" + text + "' " + TOO_DEEP);
        }
    }

    /** Where it finds something; empty when it finds nothing. */
    List<JsonPointer> places(JsonNode root) {
        List<JsonPointer> places = new ArrayList<>();
        try {
            JsonNode found = path.read(root, configuration().addOptions(Option.AS_PATH_LIST));
            for (JsonNode each : found) {
                JsonPointer place = PlaceText.read(each.textValue(), root);
                if (place != null) {
                    places.add(place);
                }
            }
        } catch (RuntimeException | StackOverflowError nothingFound) {
            return List.of();
        }
        return places;
    }

    /** Why {@link #find} found nothing, in the words that AWS passes on. */
    String explain(JsonNode root) {
        try {
            path.read(root, configuration());
            return "No results for path: " + path.getPath();
        } catch (PathNotFoundException e) {
            return String.valueOf(e.getMessage());
        } catch (JaywayBudget.ExceededException e) {
            return "The path " + TOO_MANY;
        } catch (RuntimeException e) {
            return "No results for path: " + path.getPath() + ", because: " + e.getMessage();
        } catch (StackOverflowError e) {
            return "The path " + TOO_DEEP;
        }
    }
}
