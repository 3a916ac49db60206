package io.github.stepunit.parquet;

import com.fasterxml.jackson.databind.JsonNode;
import com.jerolba.carpet.CarpetReader;
import io.github.stepunit.s3.ParquetReader;
import io.github.stepunit.s3.S3Object;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Iterator;
import java.util.Map;
import java.util.function.Predicate;
import org.apiguardian.api.API;

/** Reads Parquet with Apache's own library, as Carpet makes it usable without Hadoop. */
@API(status = API.Status.INTERNAL, since = "0.1")
public final class CarpetParquetReader implements ParquetReader {

    /** For the service loader. */
    public CarpetParquetReader() {}

    @Override
    @SuppressWarnings("rawtypes") // Carpet asks for the class of a map
    public void read(S3Object object, Predicate<JsonNode> rows) throws IOException {
        CarpetReader<Map> reader = new CarpetReader<>(new ObjectInputFile(object), Map.class);
        try (var records = reader.iterator()) {
            Iterator<Map> remaining = records;
            boolean wanted = true;
            while (wanted && remaining.hasNext()) {
                wanted = rows.test(ParquetValues.toJson(remaining.next()));
            }
        } catch (UncheckedIOException e) {
            throw new IOException(e.getMessage(), e);
        } catch (RuntimeException e) {
            // Parquet's word for a file that is none, or a broken one.
            throw new IOException(String.valueOf(e.getMessage()), e);
        }
    }
}
