package io.github.stepunit.corpus;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/**
 * The definitions of a folder like {@code shared/corpus}, {@code -Dstepunit.corpus.dir}: whatever AWS accepts must load,
 * whatever it refuses must be refused, at the right place ({@link ExpectedPlaces}).
 *
 * <p>Prints one line, and with {@code -Dstepunit.corpus.verbose} each file that was judged otherwise than the manifest says.
 * The thresholds hold for any such folder. What deviates in the folder at hand is listed, with the reason, in {@code
 * deviations.tsv}.
 */
class CorpusTest {

    private static final double LEAST_REFUSED = 0.98;
    private static final double LEAST_LOADED = 0.98;

    private final Map<String, String> deviations = new TreeMap<>();
    private final Map<String, Integer> counts = new HashMap<>();
    private final Map<String, Integer> warningsByCode = new TreeMap<>();
    private final List<String> warnings = new ArrayList<>();

    @Test
    void corpus() {
        Path corpus = Path.of(System.getProperty("stepunit.corpus.dir", ""));
        assumeTrue(Files.isRegularFile(corpus.resolve("MANIFEST.tsv")), () -> "no corpus in `" + corpus + "`");
        for (CorpusEntry entry : CorpusEntry.readAll(corpus)) {
            if (entry.isValid()) {
                judgeValid(entry, corpus);
            } else if (entry.isUndisputedInvalid()) {
                judgeInvalid(entry, corpus);
            }
        }
        System.out.println(summary());
        if (System.getProperty("stepunit.corpus.verbose") != null) {
            System.out.println(warningsByCode);
            warnings.forEach(System.out::println);
            deviations.forEach((path, what) -> System.out.println(path + "\n  " + what.replace("\n", "\n  ")));
        }
        assertThat(count("refused by us and AWS")).isEqualTo(count("refused by AWS"));
        assertThat(share("refused", "invalid")).isGreaterThanOrEqualTo(LEAST_REFUSED);
        assertThat(share("at the right place", "with a known place")).isGreaterThanOrEqualTo(LEAST_REFUSED);
        assertThat(share("loaded", "valid")).isGreaterThanOrEqualTo(LEAST_LOADED);
        Map<String, String> unexpected = new TreeMap<>(deviations);
        unexpected.keySet().removeAll(listed());
        assertThat(unexpected).isEmpty();
    }

    private void judgeValid(CorpusEntry entry, Path corpus) {
        CorpusLoad load = CorpusLoad.of(entry, corpus);
        if (load.isElsewhere()) {
            count("elsewhere", 1);
            return;
        }
        count("valid", 1);
        if (!load.isRefused()) {
            count("loaded", 1);
        } else {
            deviations.put(entry.path(), load.describe());
        }
        if (entry.isReal()) {
            count("real", 1);
            count("warnings", load.warnings().size());
            load.warnings().forEach(each -> {
                warningsByCode.merge(each.code(), 1, Integer::sum);
                warnings.add(entry.path() + "\t" + each.toAwsText() + "\t" + each.remedy());
            });
        }
    }

    private void judgeInvalid(CorpusEntry entry, Path corpus) {
        CorpusLoad load = CorpusLoad.of(entry, corpus);
        count("invalid", 1);
        count("refused by AWS", entry.isRefusedByAws() ? 1 : 0);
        ExpectedPlaces places = new ExpectedPlaces(entry, tree(entry));
        count("with a known place", places.areKnown() ? 1 : 0);
        if (!load.isRefused()) {
            deviations.put(entry.path(), "accepted, but " + entry.complaints());
            return;
        }
        count("refused", 1);
        count("refused by us and AWS", entry.isRefusedByAws() && saysWhatAwsSays(entry, load) ? 1 : 0);
        if (places.areKnown()) {
            boolean right = load.problems().stream().anyMatch(places::include);
            count("at the right place", right ? 1 : 0);
            if (!right) {
                deviations.put(entry.path(), "expected at " + places + "\n" + load.describe());
            }
        }
    }

    /** AWS's own answers have to be given to the letter. */
    private static boolean saysWhatAwsSays(CorpusEntry entry, CorpusLoad load) {
        String all = String.join("\n", entry.complaints());
        return load.problems().stream()
                .anyMatch(each -> all.contains(each.code() + ": "
                                + each.message().lines().findFirst().orElse(""))
                        && (each.pointer() == null
                                || all.contains(each.pointer().toAwsLocation())));
    }

    private static JsonNode tree(CorpusEntry entry) {
        JsonNode tree = CorpusLoad.leniently(entry.text());
        return tree == null ? MissingNode.getInstance() : tree;
    }

    private void count(String what, int more) {
        counts.merge(what, more, Integer::sum);
    }

    private int count(String what) {
        return counts.getOrDefault(what, 0);
    }

    private double share(String part, String whole) {
        return count(whole) == 0 ? 1 : (double) count(part) / count(whole);
    }

    private String summary() {
        return String.format(
                Locale.ROOT,
                "corpus: valid %d of %d load without error; invalid %d of %d refused (%.1f %%), %d at the right place"
                        + " (of %d that name one); aws-service %d of %d; warnings %d on %d valid definitions"
                        + " (%d more have their definition in a bucket)",
                count("loaded"),
                count("valid"),
                count("refused"),
                count("invalid"),
                100 * share("refused", "invalid"),
                count("at the right place"),
                count("with a known place"),
                count("refused by us and AWS"),
                count("refused by AWS"),
                count("warnings"),
                count("real"),
                count("elsewhere"));
    }

    /** Paths that are known to be judged otherwise, each with the reason. */
    private static List<String> listed() {
        try (InputStream in = CorpusTest.class.getResourceAsStream("deviations.tsv")) {
            assertThat(in).isNotNull();
            List<String> paths = new ArrayList<>();
            new String(in.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .filter(line -> !line.startsWith("#"))
                    .forEach(line -> paths.add(line.split("\t", -1)[0]));
            return paths;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
