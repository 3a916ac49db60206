package io.github.stepunit.integration;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What the model of a service says of its errors: a line of {@code service-errors.tsv}, which
 * {@code core/src/scripts/service_errors.py} writes and explains.
 *
 * @param client the client of the SDK for Java 2 without {@code Client}: {@code DynamoDb}
 * @param protocol {@code json}, {@code rest-json}, {@code query}, {@code rest-xml}, {@code ec2}, …
 * @param iamPrefix the service in IAM actions: {@code dynamodb}
 * @param errors all of the service's errors
 * @param operations the errors that each operation names, by indexes into {@code errors}; empty text for none
 */
record ServiceModel(
        String client, String protocol, String iamPrefix, List<ModeledError> errors, Map<String, String> operations) {

    private static final String TABLE = "service-errors.tsv";

    /** The lines of the table, read when the first is asked for. */
    private static final class Lines {

        static final Map<String, Line> BY_TOKEN = read();

        private static Map<String, Line> read() {
            try (InputStream table = ServiceModel.class.getResourceAsStream(TABLE)) {
                if (table == null) {
                    throw new IllegalStateException("The jar of stepunit-core has lost its " + TABLE + ".");
                }
                Map<String, Line> lines = new HashMap<>();
                new String(table.readAllBytes(), StandardCharsets.UTF_8)
                        .lines()
                        .forEach(line -> lines.put(token(line.substring(0, line.indexOf('\t'))), new Line(line)));
                return Map.copyOf(lines);
            } catch (IOException e) {
                throw new UncheckedIOException("Reading " + TABLE + " failed.", e);
            }
        }
    }

    /** A line of the table, read when it is asked for: few tests need more than three of hundreds, but each many times. */
    private static final class Line {

        private final String text;
        private volatile @Nullable ServiceModel model;

        Line(String text) {
            this.text = text;
        }

        ServiceModel model() {
            ServiceModel known = model;
            if (known == null) {
                known = parse(text);
                model = known;
            }
            return known;
        }
    }

    private static String token(String client) {
        return client.toLowerCase(Locale.ROOT);
    }

    /**
     * The model of a service.
     *
     * @param token the service as {@code arn:aws:states:::aws-sdk:} has it: {@code dynamodb}, {@code sfn}
     * @return null when it is not known, or younger than the table
     */
    static @Nullable ServiceModel of(String token) {
        Line line = Lines.BY_TOKEN.get(token(token));
        return line == null ? null : line.model();
    }

    /** The services as {@code arn:aws:states:::aws-sdk:} has them. */
    static Set<String> tokens() {
        return Lines.BY_TOKEN.keySet();
    }

    private static ServiceModel parse(String line) {
        String[] cells = line.split("\t", -1);
        List<ModeledError> errors =
                words(cells[3]).stream().map(ModeledError::parse).toList();
        Map<String, String> operations = new HashMap<>();
        for (String operation : words(cells[4])) {
            int colon = operation.indexOf(':');
            operations.put(
                    colon < 0 ? operation : operation.substring(0, colon),
                    colon < 0 ? "" : operation.substring(colon + 1));
        }
        return new ServiceModel(cells[0], cells[1], cells[2], errors, Map.copyOf(operations));
    }

    private static List<String> words(String cell) {
        return cell.isEmpty() ? List.of() : List.of(cell.split(" "));
    }

    /** The errors that the operation names; none for an operation that is not known. */
    List<ModeledError> errorsOf(String operation) {
        String indexes = operations.getOrDefault(operation, "");
        return indexes.isEmpty()
                ? List.of()
                : Arrays.stream(indexes.split(","))
                        .map(index -> errors.get(Integer.parseInt(index)))
                        .toList();
    }

    /**
     * The error of the first of these names, which are those of shapes or of their classes; one that the operation names
     * comes before others of the service.
     */
    @Nullable
    ModeledError first(String operation, List<String> names) {
        ModeledError own = first(errorsOf(operation), names);
        return own == null ? first(errors, names) : own;
    }

    private static @Nullable ModeledError first(List<ModeledError> errors, List<String> names) {
        for (String name : names) {
            for (ModeledError each : errors) {
                if (each.isCalled(name)) {
                    return each;
                }
            }
        }
        return null;
    }

    /** Whether its errors carry the codes of the older, XML protocols. */
    boolean speaksXml() {
        return protocol.equals("query") || protocol.equals("rest-xml") || protocol.equals("ec2");
    }

    /** Whether its errors use HTTP's statuses and not 400 for whatever the client did. */
    boolean isRest() {
        return protocol.startsWith("rest");
    }
}
