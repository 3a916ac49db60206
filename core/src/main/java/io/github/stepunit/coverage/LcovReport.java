package io.github.stepunit.coverage;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apiguardian.api.API;

/**
 * An LCOV tracefile: for {@code genhtml}, Codecov, Coveralls and editors. Only definitions that were loaded from a file
 * are in it.
 */
@API(status = API.Status.EXPERIMENTAL, since = "0.1")
public final class LcovReport {

    private LcovReport() {}

    /** The whole file. */
    public static String of(CoverageData data) {
        StringBuilder text = new StringBuilder();
        LineCoverage.of(data).forEach(file -> write(file, text));
        return text.toString();
    }

    private static void write(LineCoverage file, StringBuilder text) {
        text.append("TN:\nSF:").append(field(file.file())).append('\n');
        writeFunctions(file.functions(), text);
        int branches = 0;
        int branchesHit = 0;
        for (Map.Entry<Integer, LineCoverage.Line> entry : file.lines().entrySet()) {
            List<List<Long>> blocks = entry.getValue().blocks();
            for (int block = 0; block < blocks.size(); block++) {
                boolean ran = blocks.get(block).stream().anyMatch(taken -> taken > 0);
                for (int branch = 0; branch < blocks.get(block).size(); branch++) {
                    long taken = blocks.get(block).get(branch);
                    text.append("BRDA:" + entry.getKey() + "," + block + "," + branch + ",")
                            .append(ran ? Long.toString(taken) : "-")
                            .append('\n');
                    branches++;
                    branchesHit += taken > 0 ? 1 : 0;
                }
            }
        }
        text.append("BRF:" + branches + "\nBRH:" + branchesHit + "\n");
        file.lines().forEach((number, line) -> text.append("DA:" + number + "," + line.hits() + "\n"));
        Ratio lines = file.lineRatio();
        text.append("LF:" + lines.total() + "\nLH:" + lines.covered() + "\nend_of_record\n");
    }

    private static void writeFunctions(List<LineCoverage.Function> functions, StringBuilder text) {
        // A name must be unlike any other in the file.
        Map<String, LineCoverage.Function> byName = new HashMap<>();
        for (LineCoverage.Function each : functions) {
            String name = field(each.name());
            byName.put(byName.containsKey(name) ? name + " (line " + each.line() + ")" : name, each);
        }
        List<Map.Entry<String, LineCoverage.Function>> sorted = byName.entrySet().stream()
                .sorted(Map.Entry.<String, LineCoverage.Function>comparingByValue(
                                java.util.Comparator.comparingInt(LineCoverage.Function::line))
                        .thenComparing(Map.Entry.comparingByKey()))
                .toList();
        sorted.forEach(each -> text.append("FN:" + each.getValue().line() + "," + each.getKey() + "\n"));
        sorted.forEach(each -> text.append("FNDA:" + each.getValue().hits() + "," + each.getKey() + "\n"));
        long hit = sorted.stream().filter(each -> each.getValue().hits() > 0).count();
        text.append("FNF:" + sorted.size() + "\nFNH:" + hit + "\n");
    }

    /** A record is a line, and fields end at commas. */
    private static String field(String text) {
        return text.replaceAll("[\\p{Cntrl}\\p{Cf}\\u2028\\u2029]", " ")
                .replace(',', ';')
                .strip();
    }
}
