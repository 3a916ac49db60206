package io.github.stepunit.rules;

import static io.github.stepunit.rules.Asl.failure;
import static io.github.stepunit.rules.Asl.graph;
import static io.github.stepunit.rules.Asl.machine;
import static io.github.stepunit.rules.Asl.output;
import static io.github.stepunit.rules.Asl.text;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.github.luben.zstd.Zstd;
import io.github.stepunit.Execution;
import io.github.stepunit.MapRun;
import io.github.stepunit.StateMachine;
import io.github.stepunit.s3.S3Objects;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What a Distributed Map reads from S3 and writes to it (checklist 14). */
class MapRunObjectsTest {

    private static final String PASS = "'I': {'Type': 'Pass', 'End': true}";
    private static final String GET =
            "'ItemReader': {'Resource': 'arn:aws:states:::s3:getObject', 'Parameters': {'Bucket': 'b',"
                    + " 'Key.$': '$.key'}, 'ReaderConfig': {%s}}, ";
    private static final String LIST =
            "'ItemReader': {'Resource': 'arn:aws:states:::s3:listObjectsV2', 'Parameters': {'Bucket': 'b', 'Prefix': 'in/'}%s}, ";
    private static final String WRITE =
            "'ResultWriter': {'Resource': 'arn:aws:states:::s3:putObject', 'Parameters': {'Bucket': 'out', 'Prefix': 'runs'}%s}, ";

    private final S3Objects s3 = new S3Objects();

    private StateMachine map(String fields, String processor) {
        return machine("'M': {'Type': 'Map', 'Label': 'Import', " + fields + "'End': true, 'ItemProcessor':"
                        + " {'ProcessorConfig': {'Mode': 'DISTRIBUTED', 'ExecutionType': 'STANDARD'}, "
                        + graph(processor) + "}}")
                .named("orders")
                .withObjects(s3);
    }

    private Execution read(String key, String config) {
        return map(GET.formatted(config), PASS).start("{'key': '" + key + "'}");
    }

    private Execution csv(String content, String config) {
        s3.put("b", "f.csv", content);
        return read("f.csv", "'InputType': 'CSV', " + config);
    }

    // --- CSV

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                // Every value is a string.
                "a,b~1,true | [{'a':'1','b':'true'}]",
                // A field that is missing is empty, one too many is dropped.
                "a,b~1~1,2,3~ | [{'a':'1','b':''},{'a':'1','b':'2'}]",
                // Quotes take commas and line breaks, and are doubled to be one.
                "a,b~\"1,2\",\"x~y\" | [{'a':'1,2','b':'x\\ny'}]",
                "a,b~\"say \"\"hi\"\"\",2 | [{'a':'say \\'hi\\'','b':'2'}]",
                // A backslash escapes itself, the delimiter and a quote, and vanishes before anything else.
                "a,b~C:\\\\dir,x\\,y | [{'a':'C:\\\\dir','b':'x,y'}]",
                "a,b~C:\\new,2 | [{'a':'C:new','b':'2'}]",
                // Blanks stay: scenarios/test_base_scenarios.test_map_item_reader_csv_headers_first_row_typed_headers.
                "a,b~   , 2 | [{'a':'   ','b':' 2'}]",
            })
    void rows_of_a_csv_are_objects_of_strings(String content, String expected) {
        Execution execution = csv(content.replace('~', '\n'), "'CSVHeaderLocation': 'FIRST_ROW'");

        assertThat(output(execution)).isEqualTo(expected);
    }

    @ParameterizedTest
    @CsvSource({"COMMA, ','", "PIPE, |", "SEMICOLON, ;", "SPACE, ' '", "TAB, '\t'"})
    void a_csv_has_the_delimiter_that_it_is_given(String name, String delimiter) {
        Execution execution = csv(
                "1" + delimiter + "2\r\n",
                "'CSVHeaderLocation': 'GIVEN', 'CSVHeaders': ['a', 'b'], 'CSVDelimiter': '" + name + "'");

        assertThat(output(execution)).isEqualTo("[{'a':'1','b':'2'}]");
    }

    @Test
    void headers_of_a_csv_are_unique() {
        assertThat(failure(csv("a,a\n1,2\n", "'CSVHeaderLocation': 'FIRST_ROW'")))
                .isEqualTo("States.ItemReaderFailed: CSV headers cannot contain duplicates.");
    }

    @Test
    void a_csv_that_is_empty_has_no_items() {
        assertThat(output(csv("", "'CSVHeaderLocation': 'FIRST_ROW'"))).isEqualTo("[]");
        assertThat(output(csv("a,b\n", "'CSVHeaderLocation': 'FIRST_ROW'"))).isEqualTo("[]");
    }

    @Test
    void a_csv_with_an_open_quote_fails_the_map_run() {
        Execution execution = csv("a\n\"1\n", "'CSVHeaderLocation': 'FIRST_ROW'");

        assertThat(failure(execution)).isEqualTo("States.ItemReaderFailed: Unable to parse the CSV file S3://b/f.csv.");
        assertThat(execution.mapRun("M").explanation()).contains("Unterminated quoted field");
    }

    // --- JSON and JSONL

    @Test
    void a_json_array_is_the_items_and_the_object_their_source() {
        s3.putJson("b", "f.json", Asl.json("[1, {'x': [2]}]"));

        assertThat(output(read("f.json", "'InputType': 'JSON'"))).isEqualTo("[1,{'x':[2]}]");
        Execution sources = map(
                        GET.formatted("'InputType': 'JSON', 'MaxItems': 1")
                                + "'ItemSelector': {'s.$': '$$.Map.Item.Source'}, ",
                        PASS)
                .start("{'key': 'f.json'}");
        assertThat(output(sources)).isEqualTo("[{'s':'S3://b/f.json'}]");
    }

    @Test
    void a_pointer_leads_to_an_array_or_an_object() {
        s3.put("b", "f.json", "{\"orders\": {\"open\": [1, 2]}}");

        assertThat(output(read("f.json", "'InputType': 'JSON', 'ItemsPointer': '/orders/open'")))
                .isEqualTo("[1,2]");
        assertThat(output(read("f.json", "'InputType': 'JSON', 'ItemsPointer': '/orders'")))
                .isEqualTo("[{'Key':'open','Value':[1,2]}]");
        Execution nowhere = read("f.json", "'InputType': 'JSON', 'ItemsPointer': '/order'");
        assertThat(failure(nowhere)).isEqualTo("States.ItemReaderFailed: Attempting to map over non-iterable node.");
        assertThat(nowhere.mapRun("M").explanation()).isEqualTo("There is nothing at /order in S3://b/f.json.");
    }

    @ParameterizedTest
    @ValueSource(strings = {"{\"a\": 1}", "1", "\"x\"", "null"})
    void json_that_is_no_array_cannot_be_mapped_over(String json) {
        s3.put("b", "f.json", json);

        assertThat(failure(read("f.json", "'InputType': 'JSON'")))
                .isEqualTo("States.ItemReaderFailed: Attempting to map over non-iterable node.");
    }

    @Test
    void lines_of_json() {
        s3.put("b", "f.jsonl", "{\"a\": 1}\n\n[2]\r\n3");

        assertThat(output(read("f.jsonl", "'InputType': 'JSONL'"))).isEqualTo("[{'a':1},[2],3]");
    }

    @Test
    void a_broken_line_is_told() {
        s3.put("b", "f.jsonl", "1\n2\n{\"a\": \n4\n");

        Execution execution = read("f.jsonl", "'InputType': 'JSONL'");

        assertThat(failure(execution)).startsWith("States.ItemReaderFailed: Unable to parse the JSONL file");
        assertThat(execution.mapRun("M").explanation()).startsWith("Line 3: ");
        assertThat(output(read("f.jsonl", "'InputType': 'JSONL', 'MaxItems': 2")))
                .isEqualTo("[1,2]");
    }

    @Test
    void a_broken_json_is_told() {
        s3.put("b", "f.json", "[1,");

        assertThat(failure(read("f.json", "'InputType': 'JSON'")))
                .isEqualTo("States.ItemReaderFailed: Unable to parse the JSON file S3://b/f.json.");
    }

    @Test
    void packed_objects_are_unpacked() throws IOException {
        ByteArrayOutputStream packed = new ByteArrayOutputStream();
        try (GZIPOutputStream gzip = new GZIPOutputStream(packed)) {
            gzip.write("[1,2]".getBytes(StandardCharsets.UTF_8));
        }
        s3.put("b", "f.json.gz", packed.toByteArray());
        s3.put("b", "f.json.zst", Zstd.compress("[3]".getBytes(StandardCharsets.UTF_8)));
        s3.put("b", "broken.gz", "no gzip");

        assertThat(output(read("f.json.gz", "'InputType': 'JSON'"))).isEqualTo("[1,2]");
        assertThat(output(read("f.json.zst", "'InputType': 'JSON'"))).isEqualTo("[3]");
        assertThat(failure(read("broken.gz", "'InputType': 'JSON'"))).startsWith("States.ItemReaderFailed");
    }

    @Test
    void parquet_needs_an_artifact_that_the_message_names() {
        s3.put("b", "f.parquet", "PAR1");

        assertThatThrownBy(() -> read("f.parquet", "'InputType': 'PARQUET'"))
                .hasMessage("To read Parquet, as an ItemReader does here from s3://b/f.parquet (4 bytes), add the test"
                        + " dependency io.github.stepunit:stepunit-parquet.");
    }

    // --- how many

    @ParameterizedTest
    @CsvSource({"1, '[1]'", "2, '[1,2]'", "9, '[1,2]'", "'\"1\"', '[1]'"})
    void no_more_than_max_items_are_read(String max, String expected) {
        s3.put("b", "f.json", "[1,2]");

        assertThat(output(map(GET.formatted("'InputType': 'JSON', 'MaxItemsPath': '$.max'"), PASS)
                        .start("{\"key\": \"f.json\", \"max\": " + max + "}")))
                .isEqualTo(expected);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "0 | States.ItemReaderFailed: field MaxItems must be positive",
                "-1 | States.ItemReaderFailed: field MaxItems must be positive",
                "1.5 | States.Runtime: The MaxItemsPath field refers to value \"1.5\" which is not a valid integer: $.max",
            })
    void a_max_items_path_must_lead_to_a_positive_integer(String max, String expected) {
        s3.put("b", "f.json", "[1,2]");

        assertThat(failure(map(GET.formatted("'InputType': 'JSON', 'MaxItemsPath': '$.max'"), PASS)
                        .start("{'key': 'f.json', 'max': " + max + "}")))
                .isEqualTo(expected);
    }

    // --- listings and manifests

    @Test
    void a_listing_gives_the_objects_in_the_order_of_their_keys() {
        s3.put("b", "in/b", "two").put("b", "in/a", "").put("b", "out/c", "x");

        // The MD5 of nothing is known to all.
        assertThat(output(map(LIST.formatted(""), PASS).start("{}")))
                .isEqualTo("[{'Etag':'\\'d41d8cd98f00b204e9800998ecf8427e\\'','Key':'in/a','LastModified':1.7356896E9,"
                        + "'Size':0,'StorageClass':'STANDARD'},{'Etag':'\\'b8a9f715dbb64fd5c56e7783c6820a61\\'','Key':'in/b',"
                        + "'LastModified':1.7356896E9,'Size':3,'StorageClass':'STANDARD'}]");
    }

    @Test
    void a_listing_can_load_what_it_lists() {
        s3.put("b", "in/", "").put("b", "in/1.jsonl", "1\n2\n").put("b", "in/2.jsonl", "3\n");

        assertThat(output(map(
                                LIST.formatted(
                                        ", 'ReaderConfig': {'InputType': 'JSONL', 'Transformation': 'LOAD_AND_FLATTEN'}"),
                                PASS)
                        .start("{}")))
                .isEqualTo("[1,2,3]");
    }

    @Test
    void a_manifest_of_athena_lists_the_files() {
        s3.put("b", "m.csv", "s3://data/1.jsonl\ns3://data/2.jsonl\n")
                .put("data", "1.jsonl", "1\n")
                .put("data", "2.jsonl", "2\n3\n");

        assertThat(output(read("m.csv", "'ManifestType': 'ATHENA_DATA', 'InputType': 'JSONL'")))
                .isEqualTo("[1,2,3]");
    }

    @ParameterizedTest
    @ValueSource(strings = {"'InputType': 'MANIFEST'", "'ManifestType': 'S3_INVENTORY'"})
    void an_inventory_names_columns_and_files(String config) {
        s3.put(
                        "b",
                        "manifest.json",
                        "{\"destinationBucket\": \"arn:aws:s3:::inventory\", \"fileFormat\": \"CSV\", \"fileSchema\": \"Bucket,"
                                + " Key, Size\", \"files\": [{\"key\": \"data/1.csv\"}]}")
                .put("inventory", "data/1.csv", "\"photos\",\"cat.png\",\"12\"\n\"photos\",\"dog.png\",\"7\"\n");

        JsonNode items = read("manifest.json", config).output();

        assertThat(items).hasSize(2);
        assertThat(items.get(0).path("Key").asText() + items.get(0).path("Size").asText())
                .isEqualTo("cat.png12");
    }

    @ParameterizedTest
    @ValueSource(strings = {"no json", "{}", "{\"destinationBucket\": \"x\", \"fileFormat\": \"ORC\", \"files\": []}"})
    void a_broken_manifest_fails_the_map_run(String manifest) {
        s3.put("b", "manifest.json", manifest);

        assertThat(failure(read("manifest.json", "'InputType': 'MANIFEST'")))
                .isEqualTo("States.ItemReaderFailed: Unable to parse the manifest S3://b/manifest.json.");
    }

    // --- what is not there

    @Test
    void an_object_that_is_not_there_fails_the_map_run_and_the_near_ones_are_named() {
        s3.put("b", "orders.json", "[]");

        Execution execution = read("order.json", "'InputType': 'JSON'");

        assertThat(failure(execution))
                .isEqualTo("States.ItemReaderFailed: The specified key does not exist. (Service: S3, Status Code: 404,"
                        + " Request ID: 0000000000000000, Extended Request ID: StepUnit)");
        assertThat(execution.mapRun("M").explanation())
                .isEqualTo("There is no object \"order.json\" in the bucket \"b\". Did you mean \"orders.json\"?");
        assertThat(EventLines.names(execution))
                .endsWith("MapRunStarted", "MapRunFailed", "MapStateFailed", "ExecutionFailed");
    }

    @Test
    void a_bucket_that_is_not_there_fails_the_map_run() {
        Execution execution = read("x", "'InputType': 'JSON'");

        assertThat(failure(execution))
                .isEqualTo(
                        "States.ItemReaderFailed: The specified bucket does not exist (Service: S3, Status Code: 404,"
                                + " Request ID: 0000000000000000, Extended Request ID: StepUnit)");
        assertThat(execution.mapRun("M").explanation())
                .isEqualTo("There is no bucket \"b\" in this S3Objects. It is empty: put(bucket, key, text) or"
                        + " createBucket(bucket) fills it.");
    }

    @Test
    void a_machine_without_objects_fails_the_test() {
        StateMachine machine = machine("'M': {'Type': 'Map', " + LIST.formatted("") + "'End': true, 'ItemProcessor':"
                + " {'ProcessorConfig': {'Mode': 'DISTRIBUTED', 'ExecutionType': 'STANDARD'}, " + graph(PASS) + "}}");

        assertThatThrownBy(machine::start)
                .hasMessage(
                        "The Distributed Map \"M\" reads its items from S3: {\"Bucket\":\"b\",\"Prefix\":\"in/\"}. Give the"
                                + " state machine the objects that are there: machine.withObjects(new S3Objects().put(bucket, key,"
                                + " text)).");
    }

    // --- results

    private Execution write(String config) {
        s3.createBucket("out");
        return map(
                        "'ToleratedFailureCount': 1, " + WRITE.formatted(config),
                        "'C': {'Type': 'Choice', 'Choices': [{'Variable': '$[0]', 'NumericEquals': 13, 'Next': 'F'}],"
                                + " 'Default': 'P'}, 'P': {'Type': 'Pass', 'End': true}, 'F': {'Type': 'Fail', 'Error': 'Bad.Luck'}")
                .start("[[1,2],[13],[3]]");
    }

    @Test
    void results_are_written_with_a_manifest() {
        Execution execution = write("");
        MapRun mapRun = execution.mapRun("M");
        String id = mapRun.arn().substring(mapRun.arn().lastIndexOf(':') + 1);

        assertThat(output(execution))
                .isEqualTo("{'MapRunArn':'" + mapRun.arn() + "','ResultWriterDetails':{'Bucket':'out','Key':'runs/" + id
                        + "/manifest.json'}}");
        assertThat(s3.keys("out"))
                .containsExactly(
                        "runs/" + id + "/FAILED_0.json",
                        "runs/" + id + "/SUCCEEDED_0.json",
                        "runs/" + id + "/manifest.json");
        JsonNode manifest = s3.json("out", "runs/" + id + "/manifest.json");
        int failed = s3.object("out", "runs/" + id + "/FAILED_0.json").size();
        int succeeded = s3.object("out", "runs/" + id + "/SUCCEEDED_0.json").size();
        assertThat(text(manifest))
                .isEqualTo("{'DestinationBucket':'out','MapRunArn':'" + mapRun.arn()
                        + "','ResultFiles':{'FAILED':[{'Key':'runs/"
                        + id + "/FAILED_0.json','Size':" + failed + "}],'PENDING':[],'SUCCEEDED':[{'Key':'runs/" + id
                        + "/SUCCEEDED_0.json','Size':" + succeeded + "}]}}");
        JsonNode results = s3.json("out", "runs/" + id + "/SUCCEEDED_0.json");
        assertThat(results).hasSize(2);
        assertThat(results.get(0).path("Output").asText()).isEqualTo("[1,2]");
        assertThat(results.get(0).path("ExecutionArn").asText())
                .isEqualTo(mapRun.child(0).arn());
        assertThat(s3.json("out", "runs/" + id + "/FAILED_0.json")
                        .get(0)
                        .path("Error")
                        .asText())
                .isEqualTo("Bad.Luck");
        assertThat(mapRun.itemCounts().resultsWritten()).isEqualTo(3);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "COMPACT | JSON | [[1,2],[3]]",
                "FLATTEN | JSON | [1,2,3]",
                "COMPACT | JSONL | [1,2]~[3]~",
                "FLATTEN | JSONL | 1~2~3~",
            })
    void results_are_transformed(String transformation, String type, String expected) {
        write(", 'WriterConfig': {'Transformation': '" + transformation + "', 'OutputType': '" + type + "'}");

        String key = s3.keys("out").stream()
                .filter(each -> each.contains("SUCCEEDED"))
                .findFirst()
                .orElseThrow();
        assertThat(s3.text("out", key).replace('\n', '~')).isEqualTo(expected);
        assertThat(key).endsWith("." + type.toLowerCase(Locale.ROOT));
    }

    @Test
    void results_that_are_not_exported_are_transformed_too() {
        assertThat(output(map("'ResultWriter': {'WriterConfig': {'Transformation': 'FLATTEN'}}, ", PASS)
                        .start("[[1,2],[3],4]")))
                .isEqualTo("[1,2,3,4]");
        assertThat(text(map("'ResultWriter': {'WriterConfig': {'Transformation': 'NONE'}}, ", PASS)
                        .start("[1]")
                        .output()))
                .contains("'Input':'1'", "'Output':'1'", "'Status':'SUCCEEDED'");
    }

    @Test
    void a_failed_map_run_exports_what_it_has_done() {
        s3.createBucket("out");
        Execution execution = map("'MaxConcurrency': 1, " + WRITE.formatted(""), "'F': {'Type': 'Fail', 'Error': 'E'}")
                .start("[1,2]");

        assertThat(execution.error()).isEqualTo("States.ExceedToleratedFailureThreshold");
        assertThat(s3.keys("out")).hasSize(2).anyMatch(key -> key.endsWith("/FAILED_0.json"));
    }

    @Test
    void a_bucket_that_is_not_there_takes_no_results() {
        Execution execution = map(WRITE.formatted(""), PASS).start("[1]");

        assertThat(failure(execution)).startsWith("States.ResultWriterFailed: The specified bucket does not exist");
        assertThat(execution.mapRun("M").explanation()).endsWith("createBucket(\"out\") makes one.");
    }
}
