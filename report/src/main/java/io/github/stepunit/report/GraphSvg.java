package io.github.stepunit.report;

import io.github.stepunit.report.GraphPicture.Box;
import io.github.stepunit.report.GraphPicture.Chip;
import io.github.stepunit.report.GraphPicture.Edge;
import io.github.stepunit.report.GraphPicture.Node;
import io.github.stepunit.report.GraphPicture.NodeKind;
import io.github.stepunit.report.GraphPicture.Point;
import io.github.stepunit.report.Marking.Mark;
import java.util.List;
import java.util.Locale;
import org.apiguardian.api.API;

/**
 * A picture as SVG. Every state, transition and chip is a group with {@code data-element}, the id of the element, and the
 * class that its {@link Marking} gives; the colours are {@link #css()}'s.
 */
@API(status = API.Status.EXPERIMENTAL, since = "0.1")
public final class GraphSvg {

    private static final double CORNER = 8;
    /** The classes of marks. */
    private static final List<String> MARKS = List.of(
            "covered", "partly", "never", "unreachable", "plain", "walked", "caught", "failed", "stopped", "unwalked");

    private final GraphPicture picture;
    private final Marking marking;
    private final String idPrefix;
    private final boolean interactive;
    private final StringBuilder svg = new StringBuilder(8192);

    private GraphSvg(GraphPicture picture, Marking marking, String idPrefix, boolean interactive) {
        this.picture = picture;
        this.marking = marking;
        this.idPrefix = idPrefix;
        this.interactive = interactive;
    }

    /** A file of its own, with its colours for light and dark. */
    public static String standalone(GraphPicture picture, Marking marking, String title) {
        GraphSvg svg = new GraphSvg(picture, marking, "", false);
        return "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n"
                + svg.render(title, "<style>" + Resource.text("graph-colours.css") + css() + "</style>");
    }

    /** A page with nothing but the picture, light or dark as the browser likes it. */
    public static String page(GraphPicture picture, Marking marking, String title) {
        return """
                <!DOCTYPE html>
                <html lang="en">
                <head>
                <meta charset="utf-8">
                <meta name="viewport" content="width=device-width, initial-scale=1">
                <title>%1$s</title>
                <style>%2$s
                body { margin: 1.5rem; background: var(--surface); color: var(--text); font-family: system-ui, sans-serif; }
                h1 { font-size: 1.25rem; }
                main { overflow-x: auto; }
                </style>
                </head>
                <body>
                <h1>%1$s</h1>
                <main>%3$s</main>
                </body>
                </html>
                """
                .formatted(
                        Escape.markup(title),
                        Resource.text("graph-colours.css") + css(),
                        new GraphSvg(picture, marking, "", false).render(title, ""));
    }

    /**
     * An element to be put into a page that has {@link #css()}. States, transitions and chips are buttons.
     *
     * @param idPrefix what ids in it begin with, unlike that of any other picture of the page
     */
    public static String inPage(GraphPicture picture, Marking marking, String title, String idPrefix) {
        return new GraphSvg(picture, marking, idPrefix, true).render(title, "");
    }

    /** The style sheet. It takes colours from custom properties ({@code --covered}, {@code --covered-soft}, …). */
    public static String css() {
        return Resource.text("graph.css");
    }

    private String render(String title, String style) {
        String width = number(picture.width());
        String height = number(picture.height());
        svg.append("<svg xmlns=\"http://www.w3.org/2000/svg\" class=\"graph\" width=\"")
                .append(width)
                .append("\" height=\"")
                .append(height)
                .append("\" viewBox=\"0 0 ")
                .append(width)
                .append(' ')
                .append(height)
                .append(interactive ? "\" role=\"group\" aria-label=\"" : "\" role=\"img\" aria-label=\"")
                .append(Escape.markup(title))
                .append("\">")
                .append(style)
                .append("<defs>");
        for (String each : MARKS) {
            svg.append("<marker id=\"")
                    .append(Escape.markup(idPrefix))
                    .append("arrow-")
                    .append(each)
                    .append("\" class=\"arrow ")
                    .append(each)
                    .append("\" viewBox=\"0 0 8 8\" refX=\"7\" refY=\"4\" markerWidth=\"7\" markerHeight=\"7\"")
                    .append(
                            " markerUnits=\"userSpaceOnUse\" orient=\"auto\"><path d=\"M0 0.5 L8 4 L0 7.5 Z\"/></marker>");
        }
        svg.append("</defs>\n");
        picture.nodes().forEach(this::node);
        picture.edges().forEach(this::edge);
        return svg.append("</svg>\n").toString();
    }

    private void node(Node node) {
        switch (node.kind()) {
            case STATE -> state(node);
            case MACHINE -> machine(node);
            default -> dot(node);
        }
    }

    private void state(Node node) {
        Mark mark = marking.of(node.id());
        boolean compound = node.type().equals("Map") || node.type().equals("Parallel");
        Box box = node.box();
        open(
                (compound ? "state compound " : "state ") + mark.cssClass(),
                node.id(),
                node.name() + ", " + node.type(),
                mark);
        rect(box, CORNER, "shape");
        stripe(box);
        double y = box.y() + StateShape.MARGIN;
        for (String line : node.title()) {
            y += StateShape.LINE;
            text("title", box.x() + StateShape.MARGIN, y - 5, line);
        }
        text("subtitle", box.x() + StateShape.MARGIN, y + 10, node.subtitle());
        if (!mark.count().isEmpty()) {
            text("count", box.x() + box.width() - 12, box.y() + StateShape.MARGIN + StateShape.LINE - 5, mark.count());
        }
        svg.append("</g>\n");
        node.chips().forEach(this::chip);
    }

    /** Along the left side, inside the round corners. */
    private void stripe(Box box) {
        double bottom = box.y() + box.height();
        svg.append("<path class=\"stripe\" d=\"M")
                .append(at(new Point(box.x() + 5, box.y() + 0.6)))
                .append(" A8 8 0 0 0 ")
                .append(at(new Point(box.x(), box.y() + CORNER)))
                .append(" V")
                .append(number(bottom - CORNER))
                .append(" A8 8 0 0 0 ")
                .append(at(new Point(box.x() + 5, bottom - 0.6)))
                .append(" Z\"/>");
    }

    private void chip(Chip chip) {
        Mark mark = marking.of(chip.id());
        open("chip " + mark.cssClass(), chip.id(), chip.label(), mark);
        rect(chip.box(), 9, "shape");
        text("chip-text", chip.box().x() + chip.box().width() / 2, chip.box().y() + 12.5, chip.text());
        svg.append("</g>\n");
    }

    private void machine(Node node) {
        svg.append("<g class=\"machine\">");
        rect(node.box(), CORNER, "shape");
        text("machine-name", node.box().x() + 12, node.box().y() + 16, node.subtitle());
        svg.append("</g>\n");
    }

    private void dot(Node node) {
        Box box = node.box();
        double x = box.x() + box.width() / 2;
        double y = box.y() + box.height() / 2;
        svg.append("<g class=\"")
                .append(node.kind() == NodeKind.START ? "start" : "end")
                .append("\"><title>")
                .append(node.name())
                .append("</title>");
        circle(x, y, box.width() / 2 - 1, "outer");
        if (node.kind() == NodeKind.END) {
            circle(x, y, box.width() / 2 - 4, "inner");
        }
        svg.append("</g>\n");
    }

    private void circle(double x, double y, double radius, String cssClass) {
        svg.append("<circle class=\"")
                .append(cssClass)
                .append("\" cx=\"")
                .append(number(x))
                .append("\" cy=\"")
                .append(number(y))
                .append("\" r=\"")
                .append(number(radius))
                .append("\"/>");
    }

    private void edge(Edge edge) {
        String id = edge.id();
        // The arrow to StartAt is walked when the first state is.
        Mark mark = marking.of(id == null ? edge.to() : id);
        String arrow = id == null && mark.cssClass().equals("partly") ? "covered" : mark.cssClass();
        if (id == null) {
            svg.append("<g class=\"edge ").append(Escape.markup(arrow)).append("\">");
        } else {
            open("edge " + arrow, id, edge.label(), mark);
        }
        String path = path(edge.points());
        if (interactive && id != null) {
            svg.append("<path class=\"hit\" d=\"").append(path).append("\"/>");
        }
        svg.append("<path class=\"line\" d=\"")
                .append(path)
                .append("\" marker-end=\"url(#")
                .append(Escape.markup(idPrefix))
                .append("arrow-")
                .append(Escape.markup(arrow))
                .append(")\"/>");
        if (id != null) {
            edgeText(edge, mark);
        }
        svg.append("</g>\n");
    }

    private void edgeText(Edge edge, Mark mark) {
        if (edge.text().isEmpty() && mark.count().isEmpty()) {
            return;
        }
        Box box = edge.textBox();
        double textWidth = edge.text().isEmpty() ? 0 : TextWidth.of(edge.text(), LayeredGraph.LABEL_SIZE);
        double countWidth = mark.count().isEmpty() ? 0 : TextWidth.of(mark.count(), LayeredGraph.LABEL_SIZE) + 4;
        double width = textWidth + countWidth + (textWidth > 0 && countWidth > 0 ? 3 : 0) + 10;
        double x = box.x() + (box.width() - width) / 2;
        rect(new Box(x, box.y(), width, box.height()), 5, "label-shape");
        double baseline = box.y() + 13;
        if (!edge.text().isEmpty()) {
            text("label", x + 5, baseline, edge.text());
        }
        if (!mark.count().isEmpty()) {
            text("label count", x + width - 5, baseline, mark.count());
        }
    }

    /** Through the points, with round corners. */
    private static String path(List<Point> points) {
        StringBuilder path = new StringBuilder("M").append(at(points.get(0)));
        for (int i = 1; i < points.size() - 1; i++) {
            Point corner = points.get(i);
            path.append(" L").append(at(towards(corner, points.get(i - 1))));
            path.append(" Q").append(at(corner)).append(' ').append(at(towards(corner, points.get(i + 1))));
        }
        return path.append(" L").append(at(points.get(points.size() - 1))).toString();
    }

    private static Point towards(Point from, Point to) {
        double length = Math.hypot(to.x() - from.x(), to.y() - from.y());
        double share = length == 0 ? 0 : Math.min(6, length / 2) / length;
        return new Point(from.x() + (to.x() - from.x()) * share, from.y() + (to.y() - from.y()) * share);
    }

    private static String at(Point point) {
        return number(point.x()) + " " + number(point.y());
    }

    private void open(String cssClass, String id, String name, Mark mark) {
        String description = mark.description().isEmpty() ? name : name + ": " + mark.description();
        svg.append("<g class=\"")
                .append(Escape.markup(cssClass))
                .append("\" data-element=\"")
                .append(Escape.markup(id))
                .append('"');
        if (interactive) {
            svg.append(" role=\"button\" tabindex=\"0\" aria-label=\"")
                    .append(Escape.markup(description))
                    .append('"');
        }
        svg.append("><title>").append(Escape.markup(description)).append("</title>");
    }

    private void rect(Box box, double corner, String cssClass) {
        svg.append("<rect class=\"")
                .append(cssClass)
                .append("\" x=\"")
                .append(number(box.x()))
                .append("\" y=\"")
                .append(number(box.y()))
                .append("\" width=\"")
                .append(number(box.width()))
                .append("\" height=\"")
                .append(number(box.height()))
                .append("\" rx=\"")
                .append(number(corner))
                .append("\"/>");
    }

    private void text(String cssClass, double x, double y, String content) {
        svg.append("<text class=\"")
                .append(cssClass)
                .append("\" x=\"")
                .append(number(x))
                .append("\" y=\"")
                .append(number(y))
                .append("\">")
                .append(Escape.markup(content))
                .append("</text>");
    }

    private static String number(double value) {
        double rounded = Math.round(value * 10) / 10.0;
        return rounded == Math.rint(rounded)
                ? Long.toString((long) rounded)
                : String.format(Locale.ROOT, "%.1f", rounded);
    }
}
