package io.github.stepunit.report;

import io.github.stepunit.coverage.CoberturaReport;
import io.github.stepunit.coverage.CoverageData;
import io.github.stepunit.coverage.CoverageSummary;
import io.github.stepunit.coverage.LcovReport;
import io.github.stepunit.coverage.SonarReport;
import java.util.List;
import org.apiguardian.api.API;

/** The files that coverage is reported as. */
@API(status = API.Status.EXPERIMENTAL, since = "0.1")
public enum ReportFormat {
    /** The page for people. */
    HTML("index.html"),
    /** The data, merged: what comparing and merging read. */
    JSON("coverage.json"),
    /** The summary of the console. */
    TEXT("summary.txt"),
    /** Cobertura XML. */
    COBERTURA("cobertura.xml"),
    /** An LCOV tracefile. */
    LCOV("lcov.info"),
    /** Sonar's generic test coverage. */
    SONAR("sonar.xml");

    private final String fileName;

    ReportFormat(String fileName) {
        this.fileName = fileName;
    }

    /** The name of the file. */
    public String fileName() {
        return fileName;
    }

    /** The whole text; of JSON none, which is written as a stream. */
    String text(CoverageData data, List<String> problems, String title, long timestamp) {
        return switch (this) {
            case HTML -> HtmlReport.of(data, problems, title);
            case TEXT -> CoverageSummary.of(data);
            case COBERTURA -> CoberturaReport.of(data, timestamp);
            case LCOV -> LcovReport.of(data);
            case SONAR -> SonarReport.of(data);
            case JSON -> throw new IllegalStateException("JSON is written by CoverageParts.");
        };
    }
}
