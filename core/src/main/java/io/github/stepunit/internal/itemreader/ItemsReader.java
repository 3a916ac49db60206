package io.github.stepunit.internal.itemreader;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.stepunit.definition.ItemReader;
import io.github.stepunit.definition.ItemReader.InputType;
import io.github.stepunit.definition.ItemReader.Resource;
import io.github.stepunit.s3.S3Object;
import io.github.stepunit.s3.S3Objects;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Does what an {@code ItemReader} says. */
public final class ItemsReader {

    private final ItemReader reader;
    private final S3Objects objects;
    private final ItemCollector items;

    private ItemsReader(ItemReader reader, S3Objects objects, ItemCollector items) {
        this.reader = reader;
        this.objects = objects;
        this.items = items;
    }

    /**
     * Reads the items.
     *
     * @param request the evaluated {@code Parameters} or {@code Arguments}
     * @param maxItems after how many to stop
     * @throws ItemReaderException when AWS would fail
     */
    public static List<Item> read(ItemReader reader, JsonNode request, long maxItems, S3Objects objects) {
        ItemCollector items = new ItemCollector(maxItems);
        new ItemsReader(reader, objects, items).read(request);
        return items.collected();
    }

    private void read(JsonNode request) {
        String bucket = required(request, "Bucket");
        if (reader.resource() == Resource.LIST_OBJECTS_V2) {
            list(bucket, text(request, "Prefix"));
            return;
        }
        S3Object object = S3Calls.get(objects, bucket, required(request, "Key"), text(request, "VersionId"));
        if (reader.manifestType() != null) {
            ManifestItems.read(object, reader, objects, items);
        } else {
            ObjectItems.read(object, requireType(), reader, items);
        }
    }

    private InputType requireType() {
        InputType type = reader.inputType();
        if (type == null) {
            // The parser has asked for it.
            throw new IllegalStateException("An ItemReader of s3:getObject without InputType");
        }
        return type;
    }

    private void list(String bucket, @Nullable String prefix) {
        S3Calls.requireBucket(objects, bucket);
        for (S3Object object : objects.objects(bucket, prefix == null ? "" : prefix)) {
            if (items.isFull()) {
                return;
            }
            if (!reader.flattens()) {
                items.add(listed(object), "S3://" + bucket);
            } else if (!object.key().endsWith("/")) {
                ObjectItems.read(object, requireType(), reader, items);
            }
        }
    }

    /** An entry of the listing, as a child execution gets it. */
    private static ObjectNode listed(S3Object object) {
        ObjectNode entry = JsonNodeFactory.instance.objectNode();
        entry.put("Etag", object.eTag());
        entry.put("Key", object.key());
        entry.put("LastModified", object.lastModified().toEpochMilli() / 1e3);
        entry.put("Size", object.size());
        entry.put("StorageClass", "STANDARD");
        return entry;
    }

    private static String required(JsonNode request, String field) {
        String text = text(request, field);
        if (text == null || text.isEmpty()) {
            throw new ItemReaderException("The field '" + field + "' is required but was missing", null);
        }
        return text;
    }

    private static @Nullable String text(JsonNode request, String field) {
        JsonNode value = request.get(field);
        return value == null || value.isNull() ? null : value.asText();
    }
}
