package io.github.stepunit.internal.itemreader;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.stepunit.definition.ItemReader;
import io.github.stepunit.definition.ItemReader.Csv;
import io.github.stepunit.definition.ItemReader.InputType;
import io.github.stepunit.definition.ItemReader.ManifestType;
import io.github.stepunit.json.InvalidJsonException;
import io.github.stepunit.json.JsonText;
import io.github.stepunit.s3.S3Object;
import io.github.stepunit.s3.S3Objects;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The items in the files that a manifest lists. */
final class ManifestItems {

    private static final Map<String, InputType> INVENTORY_FORMATS =
            Map.of("CSV", InputType.CSV, "Parquet", InputType.PARQUET);
    private static final Set<String> SCHEMES = Set.of("s3://", "s3a://", "s3n://");

    private ManifestItems() {}

    static void read(S3Object manifest, ItemReader reader, S3Objects objects, ItemCollector items) {
        if (reader.manifestType() == ManifestType.ATHENA_DATA) {
            readAthena(manifest, reader, objects, items);
        } else {
            readInventory(manifest, objects, items);
        }
    }

    /** Athena's UNLOAD lists a URI of S3 in each line. */
    private static void readAthena(S3Object manifest, ItemReader reader, S3Objects objects, ItemCollector items) {
        InputType type = reader.inputType();
        if (type == null) {
            throw broken(manifest, "An ItemReader of ATHENA_DATA needs the InputType of the files.");
        }
        for (String line : manifest.text().lines().map(String::strip).toList()) {
            if (items.isFull()) {
                return;
            }
            if (!line.isEmpty()) {
                ObjectItems.read(objectAt(line, manifest, objects), type, reader, items);
            }
        }
    }

    private static S3Object objectAt(String line, S3Object manifest, S3Objects objects) {
        String uri = line.startsWith("\"") && line.endsWith("\"") && line.length() > 1
                ? line.substring(1, line.length() - 1)
                : line;
        String scheme = SCHEMES.stream().filter(uri::startsWith).findFirst().orElse("");
        int slash = uri.indexOf('/', scheme.length());
        if (scheme.isEmpty() || slash < 0) {
            throw broken(manifest, "A line is no URI of S3, such as s3://bucket/key: " + line);
        }
        return S3Calls.get(objects, uri.substring(scheme.length(), slash), uri.substring(slash + 1), null);
    }

    /** An inventory names the bucket, the columns, and the files. */
    private static void readInventory(S3Object manifest, S3Objects objects, ItemCollector items) {
        JsonNode json;
        try {
            json = JsonText.parseWithoutText(manifest.text());
        } catch (InvalidJsonException e) {
            throw broken(manifest, e.getMessage());
        }
        String bucket = json.path("destinationBucket").asText();
        InputType type = INVENTORY_FORMATS.get(json.path("fileFormat").asText("CSV"));
        if (bucket.isEmpty() || type == null || !json.path("files").isArray()) {
            throw broken(
                    manifest,
                    "It needs \"destinationBucket\", \"fileFormat\" (CSV or Parquet), \"fileSchema\" and \"files\".");
        }
        List<String> columns = Arrays.stream(json.path("fileSchema").asText().split(","))
                .map(String::strip)
                .toList();
        for (JsonNode file : json.path("files")) {
            if (items.isFull()) {
                return;
            }
            S3Object object = S3Calls.get(
                    objects,
                    bucket.substring(bucket.lastIndexOf(':') + 1),
                    file.path("key").asText(),
                    null);
            if (type == InputType.CSV) {
                CsvItems.read(object, new Csv(columns, ','), items);
            } else {
                ParquetItems.read(object, items);
            }
        }
    }

    private static ItemReaderException broken(S3Object manifest, @Nullable String why) {
        return new ItemReaderException("Unable to parse the manifest " + ObjectItems.sourceOf(manifest) + ".", why);
    }
}
