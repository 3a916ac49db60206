package io.github.stepunit.mutation;

import org.apiguardian.api.API;

/** What can be written. */
@API(status = API.Status.EXPERIMENTAL, since = "0.1")
public enum ReportFormat {
    /** For people: one page. */
    HTML("index.html"),
    /** For tools: the report schema of mutation-testing-elements. */
    JSON("mutation-report.json"),
    /** For the console. */
    TEXT("summary.txt");

    private final String fileName;

    ReportFormat(String fileName) {
        this.fileName = fileName;
    }

    /** How the file is called. */
    public String fileName() {
        return fileName;
    }
}
