package io.github.stepunit.internal.itemreader;

import io.github.stepunit.s3.ParquetReader;
import io.github.stepunit.s3.S3Object;
import java.io.IOException;
import java.util.ServiceLoader;

/** The rows of a Parquet file, read by an artifact of its own. */
final class ParquetItems {

    private ParquetItems() {}

    static void read(S3Object object, ItemCollector items) {
        ParquetReader reader = ServiceLoader.load(ParquetReader.class, ParquetReader.class.getClassLoader())
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("To read Parquet, as an ItemReader does here from "
                        + object + ", add the test dependency io.github.stepunit:stepunit-parquet."));
        String source = ObjectItems.sourceOf(object);
        try {
            reader.read(object, row -> {
                items.add(row, source);
                return !items.isFull();
            });
        } catch (IOException e) {
            throw new ItemReaderException("Unable to parse the PARQUET file " + source + ".", e.getMessage());
        }
    }
}
