package io.github.stepunit.report;

import io.github.stepunit.coverage.DefinitionCoverage;
import io.github.stepunit.definition.StateMachineDefinition;
import org.apiguardian.api.API;

/** The picture of a definition, with or without coverage, as SVG, Mermaid or a page. */
@API(status = API.Status.EXPERIMENTAL, since = "0.1")
public final class DefinitionGraph {

    private final GraphPicture picture;
    private final Marking marking;
    private final String title;

    private DefinitionGraph(GraphPicture picture, Marking marking, String title) {
        this.picture = picture;
        this.marking = marking;
        this.title = title;
    }

    /** The definition alone. */
    public static DefinitionGraph of(StateMachineDefinition definition, String title) {
        return new DefinitionGraph(GraphPicture.of(definition), Marking.NONE, title);
    }

    /**
     * With what tests have walked.
     *
     * @throws io.github.stepunit.definition.InvalidDefinitionException when this StepUnit does not accept the definition
     */
    public static DefinitionGraph of(DefinitionCoverage coverage) {
        StateMachineDefinition definition =
                StateMachineDefinition.parse(coverage.source(), coverage.text(), coverage.type());
        return new DefinitionGraph(
                GraphPicture.of(definition), new CoverageMarking(coverage), "Graph of " + coverage.name());
    }

    /** An SVG file, light or dark as the viewer likes it. */
    public String toSvg() {
        return GraphSvg.standalone(picture, marking, title);
    }

    /** A page that needs no other file and no network. */
    public String toHtml() {
        return GraphSvg.page(picture, marking, title);
    }

    /** A Mermaid flowchart. */
    public String toMermaid() {
        return MermaidGraph.of(picture, marking);
    }
}
