package io.github.stepunit.internal.itemreader;

import io.github.stepunit.definition.ItemReader;
import io.github.stepunit.definition.ItemReader.InputType;
import io.github.stepunit.s3.S3Object;

/** Reads the items in one object. */
final class ObjectItems {

    private ObjectItems() {}

    static void read(S3Object object, InputType type, ItemReader reader, ItemCollector items) {
        switch (type) {
            case CSV -> CsvItems.read(object, reader.csv(), items);
            case JSON -> JsonItems.read(object, reader.itemsPointer(), items);
            case JSONL -> JsonLinesItems.read(object, items);
            case PARQUET -> ParquetItems.read(object, items);
            case MANIFEST ->
                throw new ItemReaderException(
                        "Unable to parse the manifest " + sourceOf(object) + ".",
                        "The files of a manifest, and those of a listing, cannot be manifests themselves.");
        }
    }

    static String sourceOf(S3Object object) {
        return "S3://" + object.bucket() + "/" + object.key();
    }
}
