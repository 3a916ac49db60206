package io.github.stepunit.conformance;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * The cases that are known to fail, with the reason: lines of {@code case TAB reason}. A line may name a feature of the
 * language instead of a case ({@code feature:JSONata}, {@code feature:DistributedMap}).
 */
final class KnownDeviations {

    private static final String FEATURE = "feature:";
    private static final Set<String> FEATURES = Set.of("JSONata", "DistributedMap");

    private final Map<String, String> reasons;

    private KnownDeviations(Map<String, String> reasons) {
        this.reasons = reasons;
    }

    /** Reads the resource of that name beside this class's tests. */
    static KnownDeviations load(String resource) {
        try (InputStream in = KnownDeviations.class.getResourceAsStream(resource)) {
            if (in == null) {
                throw new IllegalStateException("There is no " + resource + " on the class path.");
            }
            return parse(new String(in.readAllBytes(), StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static KnownDeviations parse(String text) {
        Map<String, String> reasons = new LinkedHashMap<>();
        for (String line : text.lines().toList()) {
            if (!line.isBlank() && !line.startsWith("#")) {
                add(line, reasons);
            }
        }
        return new KnownDeviations(reasons);
    }

    private static void add(String line, Map<String, String> reasons) {
        String[] parts = line.split("\t", -1);
        boolean unknownFeature = line.startsWith(FEATURE) && !FEATURES.contains(parts[0].substring(FEATURE.length()));
        if (parts.length != 2 || parts[1].isBlank() || unknownFeature) {
            throw new IllegalArgumentException("Not `case TAB reason` or `feature:NAME TAB reason`: " + line);
        }
        reasons.put(parts[0], parts[1]);
    }

    /** The line that allows this case to fail, or empty. */
    Optional<String> lineOf(RecordedCase recordedCase) {
        return reasons.keySet().stream()
                .filter(line -> covers(line, recordedCase))
                .findFirst();
    }

    private static boolean covers(String line, RecordedCase recordedCase) {
        return switch (line) {
            case FEATURE + "JSONata" -> recordedCase.usesJsonata();
            case FEATURE + "DistributedMap" -> recordedCase.usesDistributedMap();
            default -> line.equals(recordedCase.id());
        };
    }

    /**
     * The lines that must go: a case that passes or that does not exist, a feature of which every case passes.
     *
     * @param results of all cases
     */
    List<String> outdated(List<CaseResult> results) {
        return reasons.keySet().stream()
                .filter(line ->
                        results.stream().noneMatch(result -> !result.passed() && covers(line, result.recordedCase())))
                .toList();
    }
}
