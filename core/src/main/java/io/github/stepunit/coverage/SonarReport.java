package io.github.stepunit.coverage;

import java.util.Map;
import org.apiguardian.api.API;

/**
 * Sonar's generic test coverage ({@code sonar.coverageReportPaths}). Only definitions that were loaded from a file are in
 * it.
 */
@API(status = API.Status.EXPERIMENTAL, since = "0.1")
public final class SonarReport {

    private SonarReport() {}

    /** The whole file. */
    public static String of(CoverageData data) {
        XmlText xml = new XmlText().start("coverage", "version", 1);
        for (LineCoverage file : LineCoverage.of(data)) {
            xml.start("file", "path", file.file());
            for (Map.Entry<Integer, LineCoverage.Line> entry : file.lines().entrySet()) {
                write(entry.getKey(), entry.getValue(), xml);
            }
            xml.end();
        }
        return xml.end().toString();
    }

    private static void write(int number, LineCoverage.Line line, XmlText xml) {
        Ratio branches = line.branches();
        if (branches.total() == 0) {
            xml.empty("lineToCover", "lineNumber", number, "covered", line.hits() > 0);
        } else {
            xml.empty(
                    "lineToCover",
                    "lineNumber",
                    number,
                    "covered",
                    line.hits() > 0,
                    "branchesToCover",
                    branches.total(),
                    "coveredBranches",
                    branches.covered());
        }
    }
}
