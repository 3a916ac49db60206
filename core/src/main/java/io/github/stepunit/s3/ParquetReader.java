package io.github.stepunit.s3;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.util.function.Predicate;
import org.apiguardian.api.API;

/**
 * Reads Parquet for a Distributed Map. Found by {@link java.util.ServiceLoader}: the artifact {@code stepunit-parquet} has
 * one.
 */
@API(status = API.Status.EXPERIMENTAL, since = "0.1")
public interface ParquetReader {

    /**
     * Gives the rows in order.
     *
     * @param object what to read
     * @param rows takes a row as an object; says whether it wants another
     * @throws IOException when the object is no Parquet, or a broken one
     */
    void read(S3Object object, Predicate<JsonNode> rows) throws IOException;
}
