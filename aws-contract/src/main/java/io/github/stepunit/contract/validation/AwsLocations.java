package io.github.stepunit.contract.validation;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import io.github.stepunit.json.InvalidJsonException;
import io.github.stepunit.json.JsonPointer;
import io.github.stepunit.json.JsonText;
import java.util.Comparator;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * AWS's locations ({@code /States/S/Choices[0]/Next}) as pointers. Names of states may hold slashes and brackets themselves, so
 * that only the definition tells where one ends.
 */
final class AwsLocations {

    private static final Pattern INDEX = Pattern.compile("\\[(\\d{1,9})]");
    private static final Pattern END_OF_NAME = Pattern.compile("[/\\[]");

    private final JsonNode definition;

    AwsLocations(String definition) {
        this.definition = parse(definition);
    }

    private static JsonNode parse(String definition) {
        try {
            return JsonText.parseWithoutText(definition);
        } catch (InvalidJsonException notJson) {
            // Then AWS tells the place in its message.
            return MissingNode.getInstance();
        }
    }

    /** The pointer; what the definition does not have is taken up to the next slash. Null for a place in mere text. */
    @Nullable
    JsonPointer pointer(String location) {
        if (!location.startsWith("/")) {
            return null;
        }
        JsonPointer pointer = JsonPointer.ROOT;
        JsonNode at = definition;
        String rest = location;
        while (!rest.isEmpty() && !rest.equals("/")) {
            Matcher index = INDEX.matcher(rest);
            if (index.lookingAt()) {
                int number = Integer.parseInt(index.group(1));
                pointer = pointer.index(number);
                at = at.path(number);
                rest = rest.substring(index.end());
            } else {
                String name = name(rest.startsWith("/") ? rest.substring(1) : rest, at);
                pointer = pointer.field(name);
                at = at.path(name);
                rest = rest.substring(Math.min(rest.length(), name.length() + (rest.startsWith("/") ? 1 : 0)));
            }
        }
        return pointer;
    }

    private static String name(String rest, JsonNode object) {
        Optional<String> known = object.properties().stream()
                .map(Map.Entry::getKey)
                .filter(name -> rest.equals(name) || rest.startsWith(name + "/") || rest.startsWith(name + "["))
                .max(Comparator.comparingInt(String::length));
        return known.orElseGet(() -> {
            Matcher end = END_OF_NAME.matcher(rest);
            return end.find() && end.start() > 0 ? rest.substring(0, end.start()) : rest;
        });
    }
}
