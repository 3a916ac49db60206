package io.github.stepunit.internal.itemreader;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.opencsv.CSVParserBuilder;
import com.opencsv.CSVReader;
import com.opencsv.CSVReaderBuilder;
import com.opencsv.exceptions.CsvException;
import io.github.stepunit.definition.ItemReader.Csv;
import io.github.stepunit.s3.S3Object;
import java.io.IOException;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The rows of a CSV as objects of strings. What AWS's documentation says of quotes and backslashes (quotes are doubled; a
 * backslash escapes a backslash, a quote or the delimiter, and is silently removed before anything else) is what opencsv
 * does.
 */
final class CsvItems {

    private CsvItems() {}

    static void read(S3Object object, Csv csv, ItemCollector items) {
        String source = ObjectItems.sourceOf(object);
        try (CSVReader reader = new CSVReaderBuilder(Compression.reader(object))
                .withCSVParser(
                        new CSVParserBuilder().withSeparator(csv.delimiter()).build())
                .build()) {
            List<String> headers = headers(csv, reader);
            if (headers == null) {
                return;
            }
            int[] order = orderOf(headers);
            for (String[] row = reader.readNext(); row != null && !items.isFull(); row = reader.readNext()) {
                items.add(item(headers, order, row), source);
            }
        } catch (IOException | CsvException e) {
            throw new ItemReaderException("Unable to parse the CSV file " + source + ".", e.getMessage());
        }
    }

    private static @Nullable List<String> headers(Csv csv, CSVReader reader) throws IOException, CsvException {
        List<String> headers = csv.headers();
        if (headers == null) {
            String[] first = reader.readNext();
            if (first == null) {
                return null;
            }
            headers = List.of(first);
        }
        if (new HashSet<>(headers).size() < headers.size()) {
            throw new ItemReaderException("CSV headers cannot contain duplicates.", "They are: " + headers);
        }
        return headers;
    }

    /** AWS keeps the row in a HashMap, which decides in what order its fields come. */
    private static int[] orderOf(List<String> headers) {
        Map<String, Integer> columns = new HashMap<>();
        for (int i = 0; i < headers.size(); i++) {
            columns.put(headers.get(i), i);
        }
        return columns.values().stream().mapToInt(Integer::intValue).toArray();
    }

    /** A field that the row lacks is empty; what it has too much is dropped. */
    private static ObjectNode item(List<String> headers, int[] order, String[] row) {
        ObjectNode item = JsonNodeFactory.instance.objectNode();
        for (int column : order) {
            item.put(headers.get(column), column < row.length ? row[column] : "");
        }
        return item;
    }
}
