package io.github.stepunit.report;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.stepunit.coverage.CoverageElement;
import io.github.stepunit.coverage.DefinitionElements;
import io.github.stepunit.coverage.ElementKind;
import io.github.stepunit.definition.ParallelState;
import io.github.stepunit.definition.State;
import io.github.stepunit.definition.StateGraph;
import io.github.stepunit.definition.StateMachineDefinition;
import io.github.stepunit.json.JsonText;
import io.github.stepunit.report.GraphPicture.Box;
import io.github.stepunit.report.GraphPicture.Edge;
import io.github.stepunit.report.GraphPicture.Node;
import io.github.stepunit.report.GraphPicture.NodeKind;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Lays out a machine from the inside out: transitions never leave their machine, so that each is a graph of its own, and
 * the box of a Parallel or Map state is as large as the machines in it.
 */
final class MachineLayout {

    private static final double PADDING = 16;
    private static final double GAP = 16;
    private static final double MACHINE_HEAD = 24;
    private static final double WIDEST_ROW = 1400;

    private final StateMachineDefinition definition;
    private final JsonNode json;
    private final Map<String, List<CoverageElement>> elementsOf = new LinkedHashMap<>();

    MachineLayout(StateMachineDefinition definition) {
        this.definition = definition;
        this.json = JsonText.parseWithoutText(definition.text());
        for (CoverageElement each : DefinitionElements.of(definition)) {
            elementsOf.computeIfAbsent(each.state(), state -> new ArrayList<>()).add(each);
        }
    }

    GraphPicture picture() {
        return moved(machine(definition.graph()), 8, 8, 16);
    }

    static GraphPicture moved(GraphPicture picture, double right, double down, double more) {
        List<Node> nodes =
                picture.nodes().stream().map(each -> moved(each, right, down)).toList();
        List<Edge> edges =
                picture.edges().stream().map(each -> moved(each, right, down)).toList();
        return new GraphPicture(picture.width() + more, picture.height() + more, nodes, edges);
    }

    private static Node moved(Node node, double right, double down) {
        List<GraphPicture.Chip> chips = node.chips().stream()
                .map(each -> new GraphPicture.Chip(
                        each.id(), each.text(), each.label(), each.box().moved(right, down)))
                .toList();
        return new Node(
                node.kind(),
                node.id(),
                node.title(),
                node.subtitle(),
                node.name(),
                node.type(),
                node.box().moved(right, down),
                chips);
    }

    private static Edge moved(Edge edge, double right, double down) {
        return new Edge(
                edge.id(),
                edge.from(),
                edge.to(),
                edge.text(),
                edge.label(),
                edge.points().stream().map(each -> each.moved(right, down)).toList(),
                edge.textBox().moved(right, down));
    }

    /** One machine with everything in it, at the origin. */
    private GraphPicture machine(StateGraph graph) {
        Map<String, GraphPicture> boxes = new LinkedHashMap<>();
        graph.states().forEach((name, state) -> boxes.put(name, state(state)));
        return new LayeredGraph(graph, boxes, this::waysOut).layOut();
    }

    /** The elements that are transitions from the state to another or to the end of its machine. */
    private List<CoverageElement> waysOut(State state) {
        return elements(state).stream().filter(each -> isWayOut(each.kind())).toList();
    }

    private List<CoverageElement> elements(State state) {
        return elementsOf.getOrDefault(state.pointer().toString(), List.of());
    }

    private static boolean isWayOut(ElementKind kind) {
        return switch (kind) {
            case NEXT, END, CHOICE_RULE, DEFAULT, CATCHER -> true;
            default -> false;
        };
    }

    /** A state with the machines inside it, at the origin; its own node is the first. */
    private GraphPicture state(State state) {
        String type = json.at(state.pointer().toString()).path("Type").asText();
        List<CoverageElement> inside = elements(state).stream()
                .filter(each -> each.kind() != ElementKind.STATE && !isWayOut(each.kind()))
                .toList();
        StateShape shape = new StateShape(state, type, inside);
        if (state.graphs().isEmpty()) {
            Node node = shape.node(type, shape.width(), shape.height());
            return new GraphPicture(shape.width(), shape.height(), List.of(node), List.of());
        }
        return around(state, type, shape);
    }

    private GraphPicture around(State state, String type, StateShape shape) {
        List<Node> nodes = new ArrayList<>();
        List<Edge> edges = new ArrayList<>();
        double x = PADDING;
        double y = shape.height();
        double rowHeight = 0;
        double width = shape.width();
        for (int i = 0; i < state.graphs().size(); i++) {
            GraphPicture inner = framed(state, i);
            if (x > PADDING && x + inner.width() > WIDEST_ROW) {
                x = PADDING;
                y += rowHeight + GAP;
                rowHeight = 0;
            }
            GraphPicture placed = moved(inner, x, y, 0);
            nodes.addAll(placed.nodes());
            edges.addAll(placed.edges());
            x += inner.width() + GAP;
            rowHeight = Math.max(rowHeight, inner.height());
            width = Math.max(width, x - GAP + PADDING);
        }
        double height = y + rowHeight + PADDING;
        nodes.add(0, shape.node(type, width, height));
        return new GraphPicture(width, height, nodes, edges);
    }

    /** A branch or processor in a frame of its own. */
    private GraphPicture framed(State state, int index) {
        StateGraph graph = state.graphs().get(index);
        String name = state instanceof ParallelState ? "Branch " + index : "Each item";
        GraphPicture inner = machine(graph);
        double width = Math.max(inner.width() + 2 * PADDING, 110);
        double height = inner.height() + MACHINE_HEAD + PADDING;
        GraphPicture placed = moved(inner, (width - inner.width()) / 2, MACHINE_HEAD, 0);
        List<Node> nodes = new ArrayList<>();
        nodes.add(new Node(
                NodeKind.MACHINE,
                graph.pointer().toString(),
                List.of(),
                name,
                name,
                "",
                new Box(0, 0, width, height),
                List.of()));
        nodes.addAll(placed.nodes());
        return new GraphPicture(width, height, nodes, placed.edges());
    }
}
