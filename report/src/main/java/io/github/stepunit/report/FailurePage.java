package io.github.stepunit.report;

import io.github.stepunit.Execution;
import io.github.stepunit.FailedTest;
import io.github.stepunit.FailurePageWriter;
import java.util.Map;
import org.apiguardian.api.API;

/**
 * An execution of a failed test as one page that needs no other file and no network: why it went as it did, the graph with
 * the walked path, a timeline in virtual time, the payloads of each visit with what each step changed, and the events. For
 * {@link java.util.ServiceLoader}.
 */
@API(status = API.Status.EXPERIMENTAL, since = "0.1")
public final class FailurePage implements FailurePageWriter {

    /** For {@link java.util.ServiceLoader}. */
    public FailurePage() {}

    @Override
    public String page(FailedTest test) {
        Execution execution = test.execution();
        String title = test.name() + (test.count() > 1 ? " (" + test.number() + " of " + test.count() + ")" : "");
        String graph = GraphSvg.inPage(
                GraphPicture.of(execution.stateMachine().definition()),
                new OutcomeMarking(execution),
                "Graph of " + execution.stateMachine().name(),
                "g-");
        return PageTemplate.fill(
                Resource.text("failure.html"),
                Map.of(
                        "TITLE",
                        Escape.markup(title),
                        "CSS",
                        Resource.text("report.css") + GraphSvg.css() + Resource.text("failure.css"),
                        "JS",
                        Resource.text("failure.js"),
                        "GRAPH",
                        graph,
                        "DATA",
                        Escape.jsonInScript(new FailureData(test, title).json())));
    }
}
