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
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The cases that are known to fail: lines of {@code case TAB matched events TAB what AWS does TAB what we do TAB why},
 * where the number says how many events match all the same. A line may name a feature of the language instead of a case
 * ({@code feature:JSONata}, {@code feature:DistributedMap}), and has no number then.
 */
final class KnownDeviations {

    private static final String FEATURE = "feature:";
    private static final Pattern CASE = Pattern.compile("([^\\t]+)\\t(\\d+)(?:\\t[^\\t]*\\S[^\\t]*){3}");
    private static final Pattern OF_A_FEATURE = Pattern.compile(FEATURE + "(\\w+)\\t[^\\t]*\\S[^\\t]*");
    private static final Set<String> FEATURES = Set.of("JSONata", "DistributedMap");

    private final Map<String, Integer> matched;

    private KnownDeviations(Map<String, Integer> matched) {
        this.matched = matched;
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
        Map<String, Integer> matched = new LinkedHashMap<>();
        for (String line : text.lines().toList()) {
            if (!line.isBlank() && !line.startsWith("#")) {
                add(line, matched);
            }
        }
        return new KnownDeviations(matched);
    }

    private static void add(String line, Map<String, Integer> matched) {
        Matcher aCase = CASE.matcher(line);
        Matcher aFeature = OF_A_FEATURE.matcher(line);
        if (aFeature.matches() && FEATURES.contains(aFeature.group(1))) {
            matched.put(FEATURE + aFeature.group(1), 0);
        } else if (aCase.matches() && !line.startsWith(FEATURE)) {
            matched.put(aCase.group(1), Integer.valueOf(aCase.group(2)));
        } else {
            throw new IllegalArgumentException(
                    "Not `case TAB matched events TAB AWS TAB ours TAB why` or `feature:NAME TAB reason`: " + line);
        }
    }

    /** The cases and features that are listed. */
    Set<String> lines() {
        return matched.keySet();
    }

    /** The line that allows this case to fail, or empty. */
    Optional<String> lineOf(RecordedCase recordedCase) {
        return matched.keySet().stream()
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
     * The lines that must go: a case that passes, a feature of which every case passes. A case that the data set does
     * not have may be in another one.
     *
     * @param results of all cases
     */
    List<String> outdated(List<CaseResult> results) {
        return matched.keySet().stream()
                .filter(line -> results.stream().anyMatch(result -> covers(line, result.recordedCase())))
                .filter(line ->
                        results.stream().noneMatch(result -> !result.passed() && covers(line, result.recordedCase())))
                .toList();
    }

    /** The listed cases of which another number of events matches than the list says: worse, or better. */
    List<String> changed(List<CaseResult> results) {
        return results.stream()
                .filter(result -> !result.passed())
                .filter(result -> {
                    Integer known = matched.get(result.recordedCase().id());
                    return known != null && known != result.matched();
                })
                .map(result -> result.recordedCase().id() + " matches " + result.matched() + " of " + result.events())
                .toList();
    }
}
