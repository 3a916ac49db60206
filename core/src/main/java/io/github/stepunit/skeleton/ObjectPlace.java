package io.github.stepunit.skeleton;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.stepunit.definition.ItemReader;
import io.github.stepunit.internal.text.JavaText;
import io.github.stepunit.json.JsonText;
import io.github.stepunit.s3.S3Objects;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Where a Distributed Map reads its items from, or writes its results to.
 *
 * @param map name of the Map state
 * @param bucket the bucket
 * @param key key or prefix of what is read; null for a bucket that is only written to
 * @param reader how it is read; null for a bucket that is only written to
 */
record ObjectPlace(String map, String bucket, @Nullable String key, @Nullable ItemReader reader) {

    /** Puts what there is to read. */
    void put(JsonNode items, S3Objects into) {
        into.createBucket(bucket);
        if (key != null && reader != null) {
            if (reader.resource() == ItemReader.Resource.LIST_OBJECTS_V2) {
                for (int i = 0; i < items.size(); i++) {
                    into.put(bucket, listedKey(i), listedText());
                }
            } else {
                into.put(bucket, key, text(items));
            }
        }
    }

    /** The call that does the same. */
    String statement(JsonNode items) {
        String name = JavaText.literal(bucket);
        if (key == null || reader == null) {
            return ".createBucket(" + name + ")";
        }
        if (reader.resource() == ItemReader.Resource.LIST_OBJECTS_V2) {
            StringBuilder statements = new StringBuilder(items.isEmpty() ? ".createBucket(" + name + ")" : "");
            for (int i = 0; i < items.size(); i++) {
                statements.append(put(name, listedKey(i), listedText()));
            }
            return statements.toString();
        }
        return put(name, key, text(items));
    }

    private static String put(String bucket, String key, String text) {
        return ".put(" + bucket + ", " + JavaText.literal(key) + ", " + JavaText.literal(text) + ")";
    }

    private String listedKey(int index) {
        return key + (String.valueOf(key).isEmpty() || String.valueOf(key).endsWith("/") ? "" : "-") + "object-"
                + (index + 1);
    }

    private String listedText() {
        return reader != null && reader.flattens() ? "[{}]" : "content";
    }

    private String text(JsonNode items) {
        ItemReader.InputType type = reader == null ? null : reader.inputType();
        if (type == ItemReader.InputType.CSV) {
            return csv(items);
        }
        if (type == ItemReader.InputType.JSONL) {
            StringBuilder lines = new StringBuilder();
            items.forEach(item -> lines.append(JsonText.writeCompact(item)).append('\n'));
            return lines.toString();
        }
        JsonNode whole = items;
        String pointer = reader == null ? null : reader.itemsPointer();
        if (pointer != null && !pointer.isEmpty()) {
            List<Step> steps = new ArrayList<>();
            for (String each : pointer.substring(1).split("/", -1)) {
                steps.add(new Step.Field(each.replace("~1", "/").replace("~0", "~")));
            }
            whole = Values.change(null, steps, there -> items);
        }
        return JsonText.writeCompact(whole == null ? items : whole);
    }

    private String csv(JsonNode items) {
        ItemReader.Csv csv = reader == null ? ItemReader.Csv.DEFAULT : reader.csv();
        Set<String> names = new LinkedHashSet<>();
        if (csv.headers() != null) {
            names.addAll(csv.headers());
        } else {
            items.forEach(item -> item.fieldNames().forEachRemaining(names::add));
        }
        if (names.isEmpty()) {
            names.add("id");
        }
        String delimiter = String.valueOf(csv.delimiter());
        StringBuilder lines = new StringBuilder(csv.headers() == null ? String.join(delimiter, names) + "\n" : "");
        for (JsonNode item : items) {
            List<String> cells = new ArrayList<>();
            names.forEach(name -> cells.add(item.has(name) ? item.get(name).asText() : "x"));
            lines.append(String.join(delimiter, cells)).append('\n');
        }
        return lines.toString();
    }
}
