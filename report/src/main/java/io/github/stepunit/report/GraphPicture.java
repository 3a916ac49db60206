package io.github.stepunit.report;

import io.github.stepunit.definition.StateMachineDefinition;
import java.util.List;
import org.apiguardian.api.API;
import org.jspecify.annotations.Nullable;

/**
 * A state machine, laid out: where its states, transitions and inner machines stand. It knows nothing of coverage or
 * executions; what {@link GraphSvg} paints on it, a {@link Marking} says by the ids of elements.
 *
 * @param width in pixels at scale 1
 * @param height in pixels at scale 1
 * @param nodes outer ones before those inside them
 * @param edges those of outer machines first
 */
@API(status = API.Status.EXPERIMENTAL, since = "0.1")
public record GraphPicture(double width, double height, List<Node> nodes, List<Edge> edges) {

    public GraphPicture {
        nodes = List.copyOf(nodes);
        edges = List.copyOf(edges);
    }

    /** Lays out a definition. The same definition gives the same picture on every machine. */
    public static GraphPicture of(StateMachineDefinition definition) {
        return new MachineLayout(definition).picture();
    }

    /** What a node is. */
    public enum NodeKind {
        /** A state; a Parallel or Map state has the machines inside it in its box. */
        STATE,
        /** An inner machine: a branch or the processor of a Map. */
        MACHINE,
        /** Where a machine starts. */
        START,
        /** Where a machine ends. */
        END
    }

    /**
     * A box.
     *
     * @param kind what it is
     * @param id JSON Pointer of the state, as in {@link io.github.stepunit.coverage.CoverageElement#id()}; of the machine
     *     for others
     * @param title lines of the name
     * @param subtitle what kind of state; for a machine, which; empty for start and end
     * @param name the whole name
     * @param type {@code Type} of the state; empty for others
     * @param box where it stands
     * @param chips what can happen inside it
     */
    public record Node(
            NodeKind kind,
            String id,
            List<String> title,
            String subtitle,
            String name,
            String type,
            Box box,
            List<Chip> chips) {

        public Node {
            title = List.copyOf(title);
            chips = List.copyOf(chips);
        }
    }

    /**
     * Something that can happen to a state without leaving it: a retry, a timeout, a number of items.
     *
     * @param id of the element
     * @param text what it says
     * @param label what it is, in full
     * @param box where it stands
     */
    public record Chip(String id, String text, String label, Box box) {}

    /**
     * A transition.
     *
     * @param id of the element; null for the arrow to {@code StartAt}
     * @param from id of the node where it begins
     * @param to id of the node where it ends
     * @param text what stands beside it; may be empty
     * @param label what it is, in full
     * @param points at least two
     * @param textBox where text and count have their place
     */
    public record Edge(
            @Nullable String id, String from, String to, String text, String label, List<Point> points, Box textBox) {

        public Edge {
            points = List.copyOf(points);
        }
    }

    /**
     * A rectangle.
     *
     * @param x left
     * @param y top
     * @param width width
     * @param height height
     */
    public record Box(double x, double y, double width, double height) {

        Box moved(double right, double down) {
            return new Box(x + right, y + down, width, height);
        }
    }

    /**
     * A point.
     *
     * @param x from the left
     * @param y from the top
     */
    public record Point(double x, double y) {

        Point moved(double right, double down) {
            return new Point(x + right, y + down);
        }
    }
}
