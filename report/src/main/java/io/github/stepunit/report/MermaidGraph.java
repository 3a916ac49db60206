package io.github.stepunit.report;

import io.github.stepunit.internal.text.MermaidText;
import io.github.stepunit.report.GraphPicture.Edge;
import io.github.stepunit.report.GraphPicture.Node;
import io.github.stepunit.report.GraphPicture.NodeKind;
import java.util.HashMap;
import java.util.Map;
import org.apiguardian.api.API;

/** A picture as a Mermaid flowchart, which GitHub and GitLab draw in comments and Markdown files. */
@API(status = API.Status.EXPERIMENTAL, since = "0.1")
public final class MermaidGraph {

    private final GraphPicture picture;
    private final Marking marking;
    private final Map<String, String> names = new HashMap<>();
    private final StringBuilder text = new StringBuilder("flowchart TD\n");

    private MermaidGraph(GraphPicture picture, Marking marking) {
        this.picture = picture;
        this.marking = marking;
    }

    /** The flowchart, without a fence around it. */
    public static String of(GraphPicture picture, Marking marking) {
        return new MermaidGraph(picture, marking).render();
    }

    private String render() {
        picture.nodes().forEach(each -> names.put(each.id(), "n" + names.size()));
        nodes(0, "  ");
        picture.edges().forEach(this::edge);
        text.append("  classDef covered fill:#e7f5ec,stroke:#1a7f4b,color:#14301f\n")
                .append("  classDef partly fill:#fff3dc,stroke:#a86400,color:#3a2500\n")
                .append("  classDef never fill:#fdeaed,stroke:#c2334d,color:#45101a,stroke-dasharray:5 3\n")
                .append("  classDef unreachable fill:#eef0f3,stroke:#8a93a1,color:#3c4452,stroke-dasharray:2 3\n");
        picture.nodes().stream()
                .filter(each -> each.kind() == NodeKind.STATE)
                .filter(each -> !marking.of(each.id()).cssClass().equals("plain"))
                .forEach(each -> text.append("  class " + names.get(each.id()) + " "
                        + marking.of(each.id()).cssClass() + "\n"));
        return text.toString();
    }

    /** Writes the nodes from there that stand inside the same box; gives the first that does not. */
    private int nodes(int from, String indent) {
        int i = from;
        while (i < picture.nodes().size()) {
            Node node = picture.nodes().get(i);
            if (from > 0 && !isInside(node, picture.nodes().get(from - 1))) {
                return i;
            }
            boolean compound =
                    i + 1 < picture.nodes().size() && isInside(picture.nodes().get(i + 1), node);
            if (compound) {
                text.append(indent + "subgraph " + names.get(node.id()) + " [\"" + title(node) + "\"]\n");
                i = nodes(i + 1, indent + "  ");
                text.append(indent + "end\n");
            } else {
                text.append(indent + names.get(node.id()) + shape(node) + "\n");
                i++;
            }
        }
        return i;
    }

    private static boolean isInside(Node inner, Node outer) {
        GraphPicture.Box a = inner.box();
        GraphPicture.Box b = outer.box();
        return a.x() >= b.x()
                && a.y() >= b.y()
                && a.x() + a.width() <= b.x() + b.width()
                && a.y() + a.height() <= b.y() + b.height()
                && !a.equals(b);
    }

    private String shape(Node node) {
        return switch (node.kind()) {
            case START -> "((\" \"))";
            case END -> "(((\" \")))";
            default -> node.type().equals("Choice") ? "{{\"" + title(node) + "\"}}" : "[\"" + title(node) + "\"]";
        };
    }

    private String title(Node node) {
        String count = marking.of(node.id()).count();
        return MermaidText.label(node.name()) + (count.isEmpty() ? "" : " · " + count);
    }

    private void edge(Edge edge) {
        String id = edge.id();
        Marking.Mark mark = marking.of(id == null ? edge.to() : id);
        String label = (MermaidText.label(edge.text()) + " " + (id == null ? "" : mark.count())).strip();
        boolean never = mark.cssClass().equals("never") || mark.cssClass().equals("unreachable");
        text.append("  " + names.get(edge.from()) + (never ? " -.->" : " -->")
                + (label.isEmpty() ? "" : "|\"" + label + "\"|") + " " + names.get(edge.to()) + "\n");
    }
}
