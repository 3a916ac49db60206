package io.github.stepunit.internal.itemreader;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.stepunit.json.InvalidJsonException;
import io.github.stepunit.json.JsonText;
import io.github.stepunit.s3.S3Object;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/** The elements of a JSON array, or what {@code ItemsPointer} points at. */
final class JsonItems {

    private static final String NOT_ITERABLE = "Attempting to map over non-iterable node.";

    private JsonItems() {}

    static void read(S3Object object, @Nullable String pointer, ItemCollector items) {
        JsonNode root = parse(object);
        JsonNode found = pointer == null ? root : root.at(pointer);
        // Recorded for an object at the top; ItemsPointer came later, and with it the fields of an object as items.
        boolean isIterable = found.isArray() || (pointer != null && found.isObject());
        if (!isIterable) {
            String what = found.isMissingNode()
                    ? "There is nothing at " + pointer + " in " + ObjectItems.sourceOf(object) + "."
                    : ObjectItems.sourceOf(object) + " holds " + JsonText.excerpt(found, 60);
            throw new ItemReaderException(NOT_ITERABLE, what);
        }
        items.addAll(found, ObjectItems.sourceOf(object));
    }

    private static JsonNode parse(S3Object object) {
        try {
            String text = new String(Compression.open(object).readAllBytes(), StandardCharsets.UTF_8);
            return JsonText.parseWithoutText(text.startsWith("\uFEFF") ? text.substring(1) : text);
        } catch (IOException | InvalidJsonException e) {
            throw new ItemReaderException(
                    "Unable to parse the JSON file " + ObjectItems.sourceOf(object) + ".", e.getMessage());
        }
    }
}
