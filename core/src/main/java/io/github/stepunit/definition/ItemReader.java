package io.github.stepunit.definition;

import io.github.stepunit.expression.Expression;
import io.github.stepunit.expression.PayloadTemplate;
import java.util.List;
import org.apiguardian.api.API;
import org.jspecify.annotations.Nullable;

/**
 * Reads the items of a Distributed Map from Amazon S3.
 *
 * @param resource which call of S3 it makes
 * @param request {@code Parameters} or {@code Arguments}: bucket, key, prefix; null when absent
 * @param inputType {@code InputType}; null for a plain listing
 * @param csv how the CSV is read; the defaults when the field is absent
 * @param itemsPointer {@code ItemsPointer}, a JSON Pointer to the array or object in a JSON object; null when absent
 * @param manifestType {@code ManifestType}; null when absent
 * @param flattens {@code Transformation} is {@code LOAD_AND_FLATTEN}: each object that is listed is read too
 * @param maxItems {@code MaxItems} or {@code MaxItemsPath}; null when absent
 */
@API(status = API.Status.EXPERIMENTAL, since = "0.1")
public record ItemReader(
        Resource resource,
        @Nullable PayloadTemplate request,
        @Nullable InputType inputType,
        Csv csv,
        @Nullable String itemsPointer,
        @Nullable ManifestType manifestType,
        boolean flattens,
        @Nullable Expression maxItems) {

    /** The {@code Resource} of an ItemReader. */
    public enum Resource {
        /** {@code s3:getObject}: the items are in an object. */
        GET_OBJECT,
        /** {@code s3:listObjectsV2}: the items are the objects themselves. */
        LIST_OBJECTS_V2
    }

    /** What an object holds. */
    public enum InputType {
        /** Rows of text. */
        CSV,
        /** An array or an object. */
        JSON,
        /** A JSON value in each line. */
        JSONL,
        /** Columns; read by a library that is to be added. */
        PARQUET,
        /** A list of the objects that hold the items. */
        MANIFEST
    }

    /** Who has written a manifest. */
    public enum ManifestType {
        /** The result of an {@code UNLOAD} query of Amazon Athena. */
        ATHENA_DATA,
        /** An inventory of Amazon S3. */
        S3_INVENTORY
    }

    /**
     * How a CSV is read.
     *
     * @param headers {@code CSVHeaders}; null when the first row has them
     * @param delimiter the character between the fields
     */
    public record Csv(@Nullable List<String> headers, char delimiter) {

        /** The first row has the headers, and commas separate the fields. */
        public static final Csv DEFAULT = new Csv(null, ',');

        public Csv {
            headers = headers == null ? null : List.copyOf(headers);
        }
    }
}
