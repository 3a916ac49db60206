package io.github.stepunit.internal.itemreader;

import io.github.stepunit.json.InvalidJsonException;
import io.github.stepunit.json.JsonText;
import io.github.stepunit.s3.S3Object;
import java.io.BufferedReader;
import java.io.IOException;

/** A JSON value in each line. */
final class JsonLinesItems {

    private JsonLinesItems() {}

    static void read(S3Object object, ItemCollector items) {
        String source = ObjectItems.sourceOf(object);
        int number = 0;
        try (BufferedReader reader = Compression.reader(object)) {
            for (String line = reader.readLine(); line != null && !items.isFull(); line = reader.readLine()) {
                number++;
                if (!line.isBlank()) {
                    items.add(JsonText.parseWithoutText(line), source);
                }
            }
        } catch (IOException | InvalidJsonException e) {
            throw new ItemReaderException(
                    "Unable to parse the JSONL file " + source + ".",
                    "Line " + Math.max(1, number) + ": " + e.getMessage());
        }
    }
}
