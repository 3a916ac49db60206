package io.github.stepunit.mutation;

/** What can be written. */
enum ReportFormat {
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
    String fileName() {
        return fileName;
    }
}
