package io.github.stepunit.coverage;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.apiguardian.api.API;

/**
 * Cobertura XML (coverage-04.dtd): for GitLab, Jenkins and Azure DevOps. A folder is a package, a file a class. Only
 * definitions that were loaded from a file are in it.
 */
@API(status = API.Status.EXPERIMENTAL, since = "0.1")
public final class CoberturaReport {

    private static final String DOCTYPE =
            "<!DOCTYPE coverage SYSTEM \"http://cobertura.sourceforge.net/xml/coverage-04.dtd\">";

    private CoberturaReport() {}

    /**
     * The whole file.
     *
     * @param timestamp when the tests ran, in milliseconds since 1970; Cobertura wants one
     */
    public static String of(CoverageData data, long timestamp) {
        List<LineCoverage> files = LineCoverage.of(data);
        Map<String, List<LineCoverage>> packages = new TreeMap<>();
        files.forEach(file -> packages.computeIfAbsent(folderOf(file.file()), folder -> new ArrayList<>())
                .add(file));
        Ratio lines = lines(files);
        Ratio branches = branches(files);
        XmlText xml = new XmlText()
                .docType(DOCTYPE)
                .start(
                        "coverage",
                        "line-rate",
                        rate(lines),
                        "branch-rate",
                        rate(branches),
                        "lines-covered",
                        lines.covered(),
                        "lines-valid",
                        lines.total(),
                        "branches-covered",
                        branches.covered(),
                        "branches-valid",
                        branches.total(),
                        "complexity",
                        0,
                        "version",
                        "StepUnit",
                        "timestamp",
                        timestamp);
        xml.start("sources").withText("source", ".").end().start("packages");
        packages.forEach((folder, inFolder) -> writePackage(folder, inFolder, xml));
        return xml.end().end().toString();
    }

    private static void writePackage(String folder, List<LineCoverage> files, XmlText xml) {
        xml.start(
                "package",
                "name",
                folder,
                "line-rate",
                rate(lines(files)),
                "branch-rate",
                rate(branches(files)),
                "complexity",
                0);
        xml.start("classes");
        files.forEach(file -> writeClass(file, xml));
        xml.end().end();
    }

    private static void writeClass(LineCoverage file, XmlText xml) {
        xml.start(
                "class",
                "name",
                file.file().substring(file.file().lastIndexOf('/') + 1),
                "filename",
                file.file(),
                "line-rate",
                rate(file.lineRatio()),
                "branch-rate",
                rate(file.branchRatio()),
                "complexity",
                0);
        xml.empty("methods").start("lines");
        file.lines().forEach((number, line) -> writeLine(number, line, xml));
        xml.end().end();
    }

    private static void writeLine(int number, LineCoverage.Line line, XmlText xml) {
        Ratio branches = line.branches();
        if (branches.total() == 0) {
            xml.empty("line", "number", number, "hits", line.hits(), "branch", false);
            return;
        }
        xml.start(
                "line",
                "number",
                number,
                "hits",
                line.hits(),
                "branch",
                true,
                "condition-coverage",
                branches.percent() + "% (" + branches.covered() + "/" + branches.total() + ")");
        xml.start("conditions");
        for (int block = 0; block < line.blocks().size(); block++) {
            List<Long> outcomes = line.blocks().get(block);
            int taken = (int) outcomes.stream().filter(each -> each > 0).count();
            String coverage = new Ratio(taken, outcomes.size()).percent() + "%";
            xml.empty("condition", "number", block, "type", "jump", "coverage", coverage);
        }
        xml.end().end();
    }

    private static Ratio lines(List<LineCoverage> files) {
        return files.stream().map(LineCoverage::lineRatio).reduce(new Ratio(0, 0), Ratio::plus);
    }

    private static Ratio branches(List<LineCoverage> files) {
        return files.stream().map(LineCoverage::branchRatio).reduce(new Ratio(0, 0), Ratio::plus);
    }

    private static String rate(Ratio ratio) {
        double rate = ratio.total() == 0 ? 1 : (double) ratio.covered() / ratio.total();
        return String.format(Locale.ROOT, "%.4f", rate);
    }

    private static String folderOf(String file) {
        int slash = file.lastIndexOf('/');
        return slash < 0 ? "." : file.substring(0, slash);
    }
}
