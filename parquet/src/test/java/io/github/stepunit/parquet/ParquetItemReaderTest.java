package io.github.stepunit.parquet;

import static org.assertj.core.api.Assertions.assertThat;

import com.jerolba.carpet.CarpetWriter;
import io.github.stepunit.Execution;
import io.github.stepunit.StateMachine;
import io.github.stepunit.json.JsonText;
import io.github.stepunit.s3.S3Objects;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import org.apache.parquet.hadoop.metadata.CompressionCodecName;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class ParquetItemReaderTest {

    private static final String MACHINE =
            """
            {"StartAt": "M", "States": {"M": {"Type": "Map", "End": true,
              "ItemReader": {"Resource": "arn:aws:states:::s3:getObject",
                "Parameters": {"Bucket": "b", "Key": "f.parquet"},
                "ReaderConfig": {"InputType": "PARQUET", "MaxItems": 2}},
              "ItemProcessor": {"ProcessorConfig": {"Mode": "DISTRIBUTED", "ExecutionType": "STANDARD"},
                "StartAt": "I", "States": {"I": {"Type": "Pass", "End": true}}}}}}
            """;

    /** A row of the file. */
    public record Row(
            String name,
            int count,
            double price,
            boolean open,
            LocalDate day,
            List<String> tags,
            @Nullable Long none) {}

    private static byte[] file(CompressionCodecName codec, Row... rows) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (CarpetWriter<Row> writer = new CarpetWriter.Builder<>(out, Row.class)
                .withCompressionCodec(codec)
                .build()) {
            writer.write(Arrays.asList(rows));
        }
        return out.toByteArray();
    }

    private static Row row(String name) {
        return new Row(name, 7, 1.5, true, LocalDate.of(2025, 1, 2), List.of("a", "b"), null);
    }

    private static Execution read(byte[] content) {
        return StateMachine.of(MACHINE)
                .withObjects(new S3Objects().put("b", "f.parquet", content))
                .start();
    }

    @ParameterizedTest
    @EnumSource(names = {"UNCOMPRESSED", "SNAPPY", "GZIP", "ZSTD"})
    void rows_are_objects_up_to_max_items(CompressionCodecName codec) throws IOException {
        Execution execution = read(file(codec, row("x"), row("y"), row("z")));

        String rest =
                ",\"count\":7,\"price\":1.5,\"open\":true,\"day\":\"2025-01-02\",\"tags\":[\"a\",\"b\"],\"none\":null}";
        assertThat(JsonText.writeCompact(execution.output()))
                .isEqualTo("[{\"name\":\"x\"" + rest + ",{\"name\":\"y\"" + rest + "]");
    }

    @Test
    void what_is_no_parquet_fails_the_map_run() throws IOException {
        byte[] whole = file(CompressionCodecName.UNCOMPRESSED, row("x"));

        for (byte[] broken : List.of(
                new byte[0],
                "no parquet at all".getBytes(StandardCharsets.UTF_8),
                Arrays.copyOf(whole, whole.length - 9))) {
            Execution execution = read(broken);
            assertThat(execution.error()).isEqualTo("States.ItemReaderFailed");
            assertThat(execution.cause()).isEqualTo("Unable to parse the PARQUET file S3://b/f.parquet.");
            assertThat(execution.mapRun("M").explanation()).isNotBlank();
        }
    }
}
