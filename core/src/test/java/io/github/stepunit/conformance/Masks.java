package io.github.stepunit.conformance;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.TextNode;
import com.jayway.jsonpath.Configuration;
import com.jayway.jsonpath.DocumentContext;
import com.jayway.jsonpath.JsonPath;
import com.jayway.jsonpath.Option;
import com.jayway.jsonpath.spi.json.JacksonJsonNodeJsonProvider;
import com.jayway.jsonpath.spi.mapper.JacksonMappingProvider;
import io.github.stepunit.conformance.PythonText.Substitution;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** The kinds of steps that the recorder takes, after the README of the data set. */
final class Masks {

    private static final Configuration JSON_PATH = Configuration.builder()
            .jsonProvider(new JacksonJsonNodeJsonProvider())
            .mappingProvider(new JacksonMappingProvider())
            .build();

    private static final Pattern UUID = Pattern.compile("[a-f0-9]{8}-[a-f0-9]{4}-[a-f0-9]{4}-[a-f0-9]{4}-[a-f0-9]{12}");
    private static final String ISO_8601 = "(?:[1-9]\\d{3}-(?:(?:0[1-9]|1[0-2])-(?:0[1-9]|1\\d|2[0-8])"
            + "|(?:0[13-9]|1[0-2])-(?:29|30)|(?:0[13578]|1[02])-31)"
            + "|(?:[1-9]\\d(?:0[48]|[2468][048]|[13579][26])|(?:[2468][048]|[13579][26])00)-02-29)"
            + "T(?:[01]\\d|2[0-3]):[0-5]\\d:[0-5]\\d(?:\\.\\d{1,9})?(?:Z|[+-][01]\\d:?(?:[0-5]\\d)?)";
    private static final Pattern DATE = Pattern.compile(ISO_8601);
    private static final Pattern ARN = Pattern.compile("arn:aws[a-zA-Z-]*:[a-zA-Z0-9-_.]*:[^:]*:(?:\\d{12})?:(.*)");
    private static final Pattern JSON_INPUT = Pattern.compile("'(\\{.*\\})'", Pattern.DOTALL);
    private static final Set<String> TIMES = Set.of("creationTime", "ingestionTime");

    private Masks() {}

    /** Regular expressions on the JSON text, in order. */
    static Mask regexes(List<Substitution> substitutions) {
        return answer -> {
            String text = PythonText.dumps(answer);
            for (Substitution substitution : substitutions) {
                text = substitution.apply(text);
            }
            return PythonText.loads(text);
        };
    }

    /** A regular expression on the JSON text. */
    static Mask regex(String pattern, String replacement) {
        return regexes(List.of(Substitution.of(pattern, replacement)));
    }

    /** The value at a JSONPath as a whole becomes a constant. */
    static Mask value(String jsonPath, String replacement) {
        return answer -> {
            DocumentContext copy = JsonPath.using(JSON_PATH).parse(answer.<JsonNode>deepCopy());
            found(answer, jsonPath, Option.AS_PATH_LIST)
                    .forEach(path -> copy.set(path.asText(), TextNode.valueOf(replacement)));
            return copy.json();
        };
    }

    private static JsonNode found(JsonNode answer, String jsonPath, Option as) {
        return JsonPath.using(JSON_PATH.addOptions(as, Option.SUPPRESS_EXCEPTIONS))
                .parse(answer)
                .read(jsonPath);
    }

    /** The value at a JSONPath becomes a numbered placeholder, wherever it occurs. */
    static Mask reference(String jsonPath, String family, String recordedText) {
        ReferenceLabels labels = new ReferenceLabels(family, recordedText);
        return answer -> {
            Set<String> values = new TreeSet<>();
            found(answer, jsonPath, Option.ALWAYS_RETURN_LIST).forEach(value -> values.add(value.asText()));
            return labels.replace(answer, (key, value) -> values.contains(value) ? value : null);
        };
    }

    /** The value of a key, whose name is given as the recorder spells it ({@code task-token} for TaskToken). */
    static Mask keyValue(String family, String recordedText) {
        ReferenceLabels labels = new ReferenceLabels(family, recordedText);
        return answer -> labels.replace(answer, (key, value) -> hyphenated(key).equals(family) ? value : null);
    }

    /** {@code KeyValue(resource)} is no key: the name at the end of every ARN, wherever it occurs. */
    static Mask arnResource(String recordedText) {
        ReferenceLabels labels = new ReferenceLabels("resource", recordedText);
        return answer -> labels.replace(answer, (key, value) -> {
            Matcher arn = ARN.matcher(value);
            return arn.lookingAt() ? arn.group(1).replaceFirst(".*[:/]", "") : null;
        });
    }

    private static String hyphenated(String key) {
        String hyphenated = key.replaceAll("([A-Z])", "-$1").toLowerCase(Locale.ROOT);
        return hyphenated.startsWith("-") ? hyphenated.substring(1) : hyphenated;
    }

    /** Step 4: JSON in single quotes within a cause. */
    static Mask jsonInput(String recordedText) {
        ReferenceLabels labels = new ReferenceLabels("json-input", recordedText);
        return answer -> labels.replace(answer, (key, value) -> key.equals("cause") ? quotedJson(value) : null);
    }

    private static @Nullable String quotedJson(String cause) {
        Matcher matcher = JSON_INPUT.matcher(cause);
        return matcher.find() ? matcher.group(1) : null;
    }

    /** Values of keys that end in "id" and look like a UUID. */
    static Mask uuid(String recordedText) {
        ReferenceLabels labels = new ReferenceLabels("uuid", recordedText);
        return answer -> labels.replace(
                answer, (key, value) -> isId(key) && UUID.matcher(value).lookingAt() ? value : null);
    }

    /** The first UUID that is a value of its own: the test read it from the answer, and named it for the recorder. */
    static Mask generated(String name) {
        return answer -> {
            List<String> found = new ArrayList<>();
            RecordedTree.forEachString(answer, (key, value) -> {
                if (UUID.matcher(value).matches()) {
                    found.add(value);
                }
            });
            return found.isEmpty()
                    ? answer
                    : regex(Pattern.quote(found.get(0)), name).apply(answer);
        };
    }

    private static boolean isId(String key) {
        return key.toLowerCase(Locale.ROOT).endsWith("id");
    }

    /** Every date and time in ISO-8601, anywhere. */
    static Substitution date() {
        return Substitution.of(ISO_8601, "date");
    }

    /** Values of keys that speak of a timestamp, and are not in ISO-8601 (or were, in an answer that we replay). */
    static Mask timestamp() {
        return answer -> RecordedTree.map(
                "",
                answer,
                (key, value) -> isTime(key) && !value.isNull() && !isDate(value.asText())
                        ? TextNode.valueOf("timestamp")
                        : value);
    }

    private static boolean isDate(String value) {
        return value.equals("date") || DATE.matcher(value).lookingAt();
    }

    private static boolean isTime(String key) {
        return key.toLowerCase(Locale.ROOT).contains("timestamp") || TIMES.contains(key);
    }
}
