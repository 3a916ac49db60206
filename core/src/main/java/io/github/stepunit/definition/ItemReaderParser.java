package io.github.stepunit.definition;

import io.github.stepunit.definition.ItemReader.Csv;
import io.github.stepunit.definition.ItemReader.InputType;
import io.github.stepunit.definition.ItemReader.ManifestType;
import io.github.stepunit.definition.ItemReader.Resource;
import io.github.stepunit.expression.Expression;
import io.github.stepunit.internal.text.DidYouMean;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Parses an {@code ItemReader}. */
final class ItemReaderParser {

    private static final Set<String> FIELDS = Set.of("Comment", "Resource", "Parameters", "Arguments", "ReaderConfig");
    private static final Set<String> CONFIG_FIELDS = Set.of(
            "InputType",
            "CSVHeaderLocation",
            "CSVHeaders",
            "CSVDelimiter",
            "ItemsPointer",
            "ManifestType",
            "Transformation",
            "MaxItems",
            "MaxItemsPath");
    private static final List<String> CSV_FIELDS = List.of("CSVHeaderLocation", "CSVHeaders", "CSVDelimiter");
    private static final List<String> INPUT_TYPES = List.of("MANIFEST", "JSON", "CSV", "JSONL", "PARQUET");
    private static final Map<String, Character> DELIMITERS =
            Map.of("COMMA", ',', "PIPE", '|', "SEMICOLON", ';', "SPACE", ' ', "TAB", '\t');
    private static final long MOST_ITEMS = 100_000_000;
    private static final int LONGEST_POINTER = 2_000;
    private static final int MOST_HEADER_BYTES = 10_240;

    private final FieldReader reader;
    private final QueryLanguage language;

    ItemReaderParser(FieldReader reader, QueryLanguage language) {
        this.reader = reader;
        this.language = language;
    }

    /** The reader; null, with a report, when it cannot be made. */
    @Nullable
    ItemReader parse() {
        reader.require("Resource");
        MapNumbers request = new MapNumbers(reader, "ItemReader/", language);
        reader.allow(FIELDS);
        Resource resource = resource();
        FieldReader config = reader.object("ReaderConfig");
        if (resource == Resource.GET_OBJECT && !reader.has("ReaderConfig")) {
            reader.require("ReaderConfig");
        }
        if (config == null) {
            return resource == null
                    ? null
                    : new ItemReader(resource, request.request(), null, Csv.DEFAULT, null, null, false, null);
        }
        config.allow(CONFIG_FIELDS);
        ManifestType manifestType = manifestType(config);
        InputType inputType = inputType(config, resource, manifestType);
        Csv csv = csv(config, inputType);
        // AWS's own samples have MaxItems 0, which means all of them.
        Expression maxItems =
                new MapNumbers(config, "ItemReader/ReaderConfig/", language).count("MaxItems", MOST_ITEMS);
        String transformation = config.oneOf("Transformation", List.of("NONE", "LOAD_AND_FLATTEN"));
        boolean flattens = "LOAD_AND_FLATTEN".equals(transformation);
        if (flattens && inputType == null && !config.has("InputType")) {
            config.require("InputType");
        }
        return resource == null
                ? null
                : new ItemReader(
                        resource,
                        request.request(),
                        inputType,
                        csv,
                        pointer(config, inputType),
                        inputType == InputType.MANIFEST ? ManifestType.S3_INVENTORY : manifestType,
                        flattens,
                        maxItems);
    }

    private @Nullable Resource resource() {
        String text = reader.text("Resource");
        if (text == null) {
            return null;
        }
        if (text.matches("arn:aws[\\w-]*:states:[\\w-]*:\\d*:s3:getObject")) {
            return Resource.GET_OBJECT;
        }
        if (text.matches("arn:aws[\\w-]*:states:[\\w-]*:\\d*:s3:listObjectsV2")) {
            return Resource.LIST_OBJECTS_V2;
        }
        reader.problems()
                .schema(
                        reader.at("Resource"),
                        "The field 'Resource' does not match any of the allowed values",
                        "An ItemReader takes arn:aws:states:::s3:getObject or arn:aws:states:::s3:listObjectsV2.");
        return null;
    }

    private static @Nullable InputType inputType(
            FieldReader config, @Nullable Resource resource, @Nullable ManifestType manifestType) {
        // An inventory of S3 says itself what its files hold.
        if (resource == Resource.GET_OBJECT && manifestType != ManifestType.S3_INVENTORY) {
            config.require("InputType");
        }
        String text = config.text("InputType");
        if (text == null) {
            return null;
        }
        if (!INPUT_TYPES.contains(text)) {
            config.problems()
                    .schema(
                            config.at("InputType"),
                            "The field 'InputType' should have one of these values: " + INPUT_TYPES,
                            DidYouMean.question(text, INPUT_TYPES).orElse(null));
            return null;
        }
        return InputType.valueOf(text);
    }

    private Csv csv(FieldReader config, @Nullable InputType inputType) {
        if (inputType != InputType.CSV) {
            for (String field : config.present(CSV_FIELDS)) {
                config.reject(field, List.of());
            }
            return Csv.DEFAULT;
        }
        if (!config.has("CSVHeaderLocation")) {
            config.problems()
                    .schema(
                            config.at(),
                            "The field 'CSVHeaderLocation' is required",
                            "Add \"CSVHeaderLocation\": \"FIRST_ROW\", or \"GIVEN\" with \"CSVHeaders\".");
        }
        String location = config.oneOf("CSVHeaderLocation", List.of("FIRST_ROW", "GIVEN"));
        if ("GIVEN".equals(location)) {
            config.require("CSVHeaders");
        }
        String delimiter = config.oneOf("CSVDelimiter", List.of("COMMA", "PIPE", "SEMICOLON", "SPACE", "TAB"));
        return new Csv(
                config.has("CSVHeaders") ? headers(config) : null,
                delimiter == null ? ',' : DELIMITERS.getOrDefault(delimiter, ','));
    }

    private static List<String> headers(FieldReader config) {
        List<String> headers = config.someTexts("CSVHeaders");
        int bytes = 0;
        for (String header : headers) {
            bytes += header.getBytes(StandardCharsets.UTF_8).length;
        }
        if (bytes > MOST_HEADER_BYTES) {
            config.problems().schema(config.at("CSVHeaders"), "CSV headers exceed the limit of 10 KiB");
        }
        return headers;
    }

    private static @Nullable String pointer(FieldReader config, @Nullable InputType inputType) {
        String pointer = config.text("ItemsPointer");
        if (pointer == null) {
            return null;
        }
        if (inputType != InputType.JSON) {
            config.reject("ItemsPointer", List.of());
            return null;
        }
        if ((!pointer.isEmpty() && !pointer.startsWith("/")) || pointer.length() > LONGEST_POINTER) {
            config.problems()
                    .schema(
                            config.at("ItemsPointer"),
                            "Value must be a valid JSON Pointer",
                            "A JSON Pointer looks like /orders/items and has at most 2000 characters.");
            return null;
        }
        return pointer;
    }

    private static @Nullable ManifestType manifestType(FieldReader config) {
        String text = config.oneOf("ManifestType", List.of("ATHENA_DATA", "S3_INVENTORY"));
        return text == null ? null : ManifestType.valueOf(text);
    }
}
