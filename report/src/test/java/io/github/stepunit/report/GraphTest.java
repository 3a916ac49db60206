package io.github.stepunit.report;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.stepunit.StateMachine;
import io.github.stepunit.coverage.CoverageElement;
import io.github.stepunit.coverage.DefinitionCoverage;
import io.github.stepunit.coverage.DefinitionElements;
import io.github.stepunit.report.GraphPicture.Box;
import io.github.stepunit.report.GraphPicture.Node;
import io.github.stepunit.report.GraphPicture.NodeKind;
import java.io.StringReader;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.w3c.dom.Document;
import org.xml.sax.InputSource;

/** Pictures: layout, SVG and Mermaid. */
class GraphTest {

    private static final GraphPicture ORDER = GraphPicture.of(Coverages.order().definition());

    @Test
    void every_element_but_the_machines_timeout_has_its_place() {
        Set<String> drawn = new HashSet<>();
        ORDER.nodes().forEach(node -> {
            drawn.add(node.id());
            node.chips().forEach(chip -> drawn.add(chip.id()));
        });
        ORDER.edges().forEach(edge -> drawn.add(String.valueOf(edge.id())));
        List<String> ids = DefinitionElements.of(Coverages.order().definition()).stream()
                .map(CoverageElement::id)
                .filter(id -> !id.equals("/TimeoutSeconds"))
                .toList();
        assertThat(ids).hasSizeGreaterThan(20);
        assertThat(drawn).containsAll(ids);
    }

    @Test
    void states_of_one_machine_do_not_overlap_and_inner_ones_are_inside() {
        List<Node> states = ORDER.nodes().stream()
                .filter(each -> each.kind() == NodeKind.STATE)
                .toList();
        for (Node a : states) {
            for (Node b : states) {
                if (b.id().startsWith(a.id() + "/")) {
                    assertThat(isInside(b.box(), a.box()))
                            .as("%s in %s", b.name(), a.name())
                            .isTrue();
                } else if (!a.id().equals(b.id()) && !a.id().startsWith(b.id() + "/")) {
                    assertThat(overlap(a.box(), b.box()))
                            .as("%s and %s", a.name(), b.name())
                            .isFalse();
                }
            }
            assertThat(isInside(a.box(), new Box(0, 0, ORDER.width(), ORDER.height())))
                    .isTrue();
        }
    }

    private static boolean isInside(Box inner, Box outer) {
        return inner.x() >= outer.x()
                && inner.y() >= outer.y()
                && inner.x() + inner.width() <= outer.x() + outer.width()
                && inner.y() + inner.height() <= outer.y() + outer.height();
    }

    private static boolean overlap(Box a, Box b) {
        return a.x() < b.x() + b.width()
                && b.x() < a.x() + a.width()
                && a.y() < b.y() + b.height()
                && b.y() < a.y() + a.height();
    }

    @Test
    void the_same_definition_gives_the_same_picture() {
        assertThat(GraphPicture.of(Coverages.order().definition())).isEqualTo(ORDER);
    }

    @Test
    void five_hundred_states_are_laid_out() {
        GraphPicture picture = GraphPicture.of(Coverages.large(500).definition());
        assertThat(picture.nodes()).hasSize(502);
    }

    @Test
    void svg_shows_what_was_walked() throws Exception {
        DefinitionCoverage order = Coverages.ofOrder().data().definitions().get(0);
        String svg = DefinitionGraph.of(order).toSvg();
        parse(svg);
        assertThat(svg)
                .contains("<g class=\"state partly\" data-element=\"/States/Charge card\">"
                        + "<title>Charge card, Task: walked 2 times, not all of its outcomes</title>")
                .contains("<g class=\"state covered\" data-element=\"/States/Done\">")
                .contains("<g class=\"state compound never\" data-element=\"/States/Ship all\">")
                .contains("<g class=\"edge covered\" data-element=\"/States/Large?/Default\">")
                .contains("<g class=\"edge never\" data-element=\"/States/Large?/Choices/0\">")
                .contains("<g class=\"chip never\" data-element=\"/States/Charge card/Retry/0#used\">");
    }

    @Test
    void mermaid_shows_what_was_walked() {
        DefinitionCoverage order = Coverages.ofOrder().data().definitions().get(0);
        assertThat(DefinitionGraph.of(order).toMermaid())
                .startsWith("flowchart TD\n")
                .contains("[\"Charge card · 2×\"]")
                .contains("{{\"Large#63; · 1×\"}}")
                .contains("subgraph")
                .contains("-.->|\"$.total #62; 100\"|")
                .contains(" partly\n");
    }

    @Test
    void names_from_hell_break_neither_svg_nor_mermaid() throws Exception {
        for (String name : List.of(
                "<script>alert(1)</script>",
                "\\\"); click n0 call alert(1)",
                "😀",
                "\\u202ertl",
                "a\\nb",
                "]]>",
                "end")) {
            StateMachine machine = StateMachine.of(
                    "{\"StartAt\": \"" + name + "\", \"States\": {\"" + name + "\": {\"Type\": \"Succeed\"}}}");
            DefinitionGraph graph = DefinitionGraph.of(machine.definition(), name);
            Document svg = parse(graph.toSvg());
            assertThat(svg.getElementsByTagName("script").getLength()).isZero();
            assertThat(graph.toMermaid().lines().filter(line -> line.contains("[")))
                    .as(name)
                    .singleElement()
                    .asString()
                    .matches("  n\\d\\[\"[^\"\\[\\]<>`\\p{Cntrl}]*\"]");
        }
    }

    private static Document parse(String svg) throws Exception {
        DocumentBuilderFactory factory = DocumentBuilderFactory.newInstance();
        factory.setNamespaceAware(true);
        return factory.newDocumentBuilder().parse(new InputSource(new StringReader(svg)));
    }
}
