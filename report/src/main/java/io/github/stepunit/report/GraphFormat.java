package io.github.stepunit.report;

import org.apiguardian.api.API;

/** What the graph of a state machine is drawn as. */
@API(status = API.Status.EXPERIMENTAL, since = "0.1")
public enum GraphFormat {
    /** A picture that browsers, editors and wikis show. */
    SVG("svg"),
    /** A flowchart for Markdown: pull requests, README. */
    MERMAID("mmd"),
    /** A page with the picture, for those who want to open a file. */
    HTML("html");

    private final String extension;

    GraphFormat(String extension) {
        this.extension = extension;
    }

    /** What the names of such files end with, without the dot. */
    public String extension() {
        return extension;
    }
}
