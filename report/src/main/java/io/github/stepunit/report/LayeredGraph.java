package io.github.stepunit.report;

import io.github.stepunit.coverage.CoverageElement;
import io.github.stepunit.coverage.ElementKind;
import io.github.stepunit.definition.State;
import io.github.stepunit.definition.StateGraph;
import io.github.stepunit.definition.Transition;
import io.github.stepunit.report.GraphPicture.Box;
import io.github.stepunit.report.GraphPicture.Edge;
import io.github.stepunit.report.GraphPicture.Node;
import io.github.stepunit.report.GraphPicture.NodeKind;
import io.github.stepunit.report.GraphPicture.Point;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.eclipse.elk.alg.layered.LayeredLayoutProvider;
import org.eclipse.elk.alg.layered.options.CycleBreakingStrategy;
import org.eclipse.elk.alg.layered.options.LayerConstraint;
import org.eclipse.elk.alg.layered.options.LayeredOptions;
import org.eclipse.elk.alg.layered.options.OrderingStrategy;
import org.eclipse.elk.core.data.LayoutMetaDataService;
import org.eclipse.elk.core.math.ElkPadding;
import org.eclipse.elk.core.options.Direction;
import org.eclipse.elk.core.options.EdgeLabelPlacement;
import org.eclipse.elk.core.options.EdgeRouting;
import org.eclipse.elk.core.util.BasicProgressMonitor;
import org.eclipse.elk.graph.ElkEdge;
import org.eclipse.elk.graph.ElkEdgeSection;
import org.eclipse.elk.graph.ElkLabel;
import org.eclipse.elk.graph.ElkNode;
import org.eclipse.elk.graph.util.ElkGraphUtil;
import org.jspecify.annotations.Nullable;

/** The states of one machine in layers, by the Eclipse Layout Kernel. */
final class LayeredGraph {

    static final double LABEL_SIZE = 11;
    private static final double DOT = 14;
    private static final double WIDEST_LABEL = 170;
    private static final double COUNT_WIDTH = 34;
    private static final double LABEL_HEIGHT = 18;

    /** An edge on its way through the layout. */
    private record Draft(@Nullable CoverageElement element, String from, String to, String text, ElkEdge edge) {}

    private final StateGraph graph;
    private final Map<String, GraphPicture> boxes;
    private final Function<State, List<CoverageElement>> waysOut;
    private final ElkNode root = ElkGraphUtil.createGraph();
    private final Map<String, ElkNode> placed = new LinkedHashMap<>();
    private final List<Draft> drafts = new ArrayList<>();
    private @Nullable ElkNode end;

    LayeredGraph(StateGraph graph, Map<String, GraphPicture> boxes, Function<State, List<CoverageElement>> waysOut) {
        this.graph = graph;
        this.boxes = boxes;
        this.waysOut = waysOut;
    }

    GraphPicture layOut() {
        setOptions();
        ElkNode start = dot(LayerConstraint.FIRST);
        boxes.forEach((name, box) -> placed.put(name, node(box.width(), box.height())));
        String startId = graph.pointer() + "#start";
        draft(null, startId, start, graph.startAt(), "");
        graph.states().values().forEach(this::draftWaysOut);
        // Without it ELK does not know how to copy the values of its own options.
        LayoutMetaDataService.getInstance();
        new LayeredLayoutProvider().layout(root, new BasicProgressMonitor());
        return picture(startId, start);
    }

    private void setOptions() {
        root.setProperty(LayeredOptions.DIRECTION, Direction.DOWN);
        root.setProperty(LayeredOptions.EDGE_ROUTING, EdgeRouting.ORTHOGONAL);
        root.setProperty(LayeredOptions.PADDING, new ElkPadding(4));
        root.setProperty(LayeredOptions.SPACING_NODE_NODE, 32.0);
        root.setProperty(LayeredOptions.SPACING_EDGE_NODE, 18.0);
        root.setProperty(LayeredOptions.SPACING_EDGE_EDGE, 14.0);
        root.setProperty(LayeredOptions.SPACING_EDGE_LABEL, 2.0);
        root.setProperty(LayeredOptions.SPACING_LABEL_NODE, 6.0);
        root.setProperty(LayeredOptions.SPACING_NODE_NODE_BETWEEN_LAYERS, 26.0);
        root.setProperty(LayeredOptions.SPACING_EDGE_NODE_BETWEEN_LAYERS, 14.0);
        root.setProperty(LayeredOptions.SPACING_EDGE_EDGE_BETWEEN_LAYERS, 12.0);
        // The order of the definition, so that the picture changes little when the definition does.
        root.setProperty(LayeredOptions.CONSIDER_MODEL_ORDER_STRATEGY, OrderingStrategy.PREFER_EDGES);
        root.setProperty(LayeredOptions.CYCLE_BREAKING_STRATEGY, CycleBreakingStrategy.DEPTH_FIRST);
        root.setProperty(LayeredOptions.RANDOM_SEED, 1);
    }

    private ElkNode dot(LayerConstraint layer) {
        ElkNode dot = node(DOT, DOT);
        dot.setProperty(LayeredOptions.LAYERING_LAYER_CONSTRAINT, layer);
        return dot;
    }

    private ElkNode node(double width, double height) {
        ElkNode node = ElkGraphUtil.createNode(root);
        node.setDimensions(width, height);
        return node;
    }

    private void draftWaysOut(State state) {
        List<Transition> transitions = state.transitions();
        for (CoverageElement each : waysOut.apply(state)) {
            ElkNode from = placed.get(state.name());
            if (from == null) {
                continue;
            }
            if (each.kind() == ElementKind.END) {
                draft(each, state.pointer().toString(), from, null, "");
            } else {
                transitions.stream()
                        .filter(transition -> isOf(transition, each))
                        .findFirst()
                        .ifPresent(transition ->
                                draft(each, state.pointer().toString(), from, transition.target(), text(each)));
            }
        }
    }

    private static boolean isOf(Transition transition, CoverageElement element) {
        String pointer = transition.pointer().toString();
        return pointer.equals(element.pointer()) || pointer.equals(element.pointer() + "/Next");
    }

    private static String text(CoverageElement element) {
        return switch (element.kind()) {
            case CHOICE_RULE -> element.detail();
            case CATCHER -> "catch " + element.detail();
            case DEFAULT -> "Default";
            default -> "";
        };
    }

    private void draft(
            @Nullable CoverageElement element, String fromId, ElkNode from, @Nullable String target, String text) {
        ElkNode to = target == null ? end() : placed.get(target);
        if (to == null) {
            return;
        }
        State targetState = target == null ? null : graph.states().get(target);
        String toId = targetState == null
                ? graph.pointer() + "#end"
                : targetState.pointer().toString();
        ElkEdge edge = ElkGraphUtil.createSimpleEdge(from, to);
        String shown = TextWidth.cut(text, LABEL_SIZE, WIDEST_LABEL);
        if (element != null) {
            ElkLabel label =
                    ElkGraphUtil.createLabel(shown.isEmpty() ? "×" : shown, edge); // ELK gives empty labels no place
            double width = shown.isEmpty() ? 0 : TextWidth.of(shown, LABEL_SIZE) + 8;
            label.setDimensions(Math.ceil(width + COUNT_WIDTH), LABEL_HEIGHT);
            label.setProperty(LayeredOptions.EDGE_LABELS_PLACEMENT, EdgeLabelPlacement.CENTER);
            label.setProperty(LayeredOptions.EDGE_LABELS_INLINE, true);
        }
        drafts.add(new Draft(element, fromId, toId, shown, edge));
    }

    private ElkNode end() {
        if (end == null) {
            end = dot(LayerConstraint.LAST);
        }
        return end;
    }

    private GraphPicture picture(String startId, ElkNode start) {
        List<Node> nodes = new ArrayList<>();
        List<Edge> edges = new ArrayList<>();
        nodes.add(dot(NodeKind.START, startId, "Start", start));
        if (end != null) {
            nodes.add(dot(NodeKind.END, graph.pointer() + "#end", "End", end));
        }
        for (Draft each : drafts) {
            edges.add(edge(each));
        }
        boxes.forEach((name, box) -> {
            ElkNode at = placed.get(name);
            if (at != null) {
                GraphPicture moved = MachineLayout.moved(box, at.getX(), at.getY(), 0);
                nodes.addAll(moved.nodes());
                edges.addAll(moved.edges());
            }
        });
        return new GraphPicture(root.getWidth(), root.getHeight(), nodes, edges);
    }

    private static Node dot(NodeKind kind, String id, String name, ElkNode at) {
        Box box = new Box(at.getX(), at.getY(), at.getWidth(), at.getHeight());
        return new Node(kind, id, List.of(), "", name, "", box, List.of());
    }

    private static Edge edge(Draft draft) {
        List<Point> points = new ArrayList<>();
        for (ElkEdgeSection section : draft.edge().getSections()) {
            points.add(new Point(section.getStartX(), section.getStartY()));
            section.getBendPoints().forEach(bend -> points.add(new Point(bend.getX(), bend.getY())));
            points.add(new Point(section.getEndX(), section.getEndY()));
        }
        Box textBox = new Box(0, 0, 0, 0);
        if (!draft.edge().getLabels().isEmpty()) {
            ElkLabel label = draft.edge().getLabels().get(0);
            textBox = new Box(label.getX(), label.getY(), label.getWidth(), label.getHeight());
        }
        CoverageElement element = draft.element();
        return new Edge(
                element == null ? null : element.id(),
                draft.from(),
                draft.to(),
                draft.text(),
                element == null ? "Start" : element.label(),
                points,
                textBox);
    }
}
