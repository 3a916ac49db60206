package io.github.stepunit.report;

import io.github.stepunit.coverage.CoverageElement;
import io.github.stepunit.definition.State;
import io.github.stepunit.definition.TaskState;
import io.github.stepunit.report.GraphPicture.Box;
import io.github.stepunit.report.GraphPicture.Chip;
import io.github.stepunit.report.GraphPicture.Node;
import io.github.stepunit.report.GraphPicture.NodeKind;
import java.util.ArrayList;
import java.util.List;

/** The head of a state's box: name, type and chips, at the origin. */
final class StateShape {

    static final double TITLE_SIZE = 13;
    static final double SUBTITLE_SIZE = 11;
    static final double CHIP_SIZE = 10.5;
    static final double MARGIN = 14;
    static final double LINE = 17;
    private static final double COUNT_WIDTH = 40;
    private static final double WIDEST_TEXT = 210;
    private static final double CHIP_HEIGHT = 18;
    private static final double CHIP_GAP = 5;

    private final State state;
    private final List<String> title;
    private final String subtitle;
    private final double width;
    private final List<Chip> chips;
    private final double height;

    StateShape(State state, String type, List<CoverageElement> inside) {
        this.state = state;
        this.title = TextWidth.twoLines(state.name(), TITLE_SIZE, WIDEST_TEXT);
        this.subtitle = TextWidth.cut(subtitle(state, type), SUBTITLE_SIZE, WIDEST_TEXT);
        double text = TextWidth.of(subtitle, SUBTITLE_SIZE);
        for (String line : title) {
            text = Math.max(text, TextWidth.of(line, TITLE_SIZE));
        }
        double head = Math.max(110, 2 * MARGIN + text + COUNT_WIDTH);
        this.chips = new ArrayList<>();
        double bottom = MARGIN + LINE * title.size() + 15 + 9;
        if (!inside.isEmpty()) {
            bottom = placeChips(inside, bottom - 1, Math.max(head, 190) - 2 * MARGIN) + 10;
            double most = chips.stream()
                    .mapToDouble(each -> each.box().x() + each.box().width())
                    .max()
                    .orElse(0);
            head = Math.max(head, most + MARGIN);
        }
        this.width = Math.ceil(head);
        this.height = Math.ceil(bottom);
    }

    private static String subtitle(State state, String type) {
        return state instanceof TaskState task
                ? type + " · " + service(task.resource().arn())
                : type;
    }

    /** {@code lambda:invoke} of {@code arn:aws:states:::lambda:invoke}, the function's name of its own ARN. */
    private static String service(String arn) {
        String[] parts = arn.split(":::", 2);
        return parts.length == 2 ? parts[1] : arn.substring(arn.lastIndexOf(':') + 1);
    }

    private double placeChips(List<CoverageElement> inside, double top, double most) {
        double x = MARGIN;
        double y = top;
        long retriers = inside.stream()
                .map(CoverageElement::pointer)
                .filter(each -> each.contains("/Retry/"))
                .distinct()
                .count();
        for (CoverageElement each : inside) {
            String text = chipText(each, retriers > 1);
            double chipWidth = Math.ceil(TextWidth.of(text, CHIP_SIZE) + 14);
            if (x > MARGIN && x + chipWidth > MARGIN + most) {
                x = MARGIN;
                y += CHIP_HEIGHT + CHIP_GAP;
            }
            chips.add(new Chip(each.id(), text, each.label(), new Box(x, y, chipWidth, CHIP_HEIGHT)));
            x += chipWidth + CHIP_GAP;
        }
        return y + CHIP_HEIGHT;
    }

    private static String chipText(CoverageElement element, boolean numbered) {
        String number =
                numbered ? " " + element.pointer().substring(element.pointer().lastIndexOf('/') + 1) : "";
        return switch (element.kind()) {
            case RETRIER_USED -> "retry" + number;
            case RETRIER_EXHAUSTED -> "exhausted" + number;
            case STATE_TIMEOUT -> "timeout";
            case HEARTBEAT_TIMEOUT -> "heartbeat";
            case MAP_NO_ITEM -> "0 items";
            case MAP_ONE_ITEM -> "1 item";
            case MAP_MANY_ITEMS -> "2+ items";
            case TOLERATED_FAILURE -> "tolerated";
            default -> element.kind().text();
        };
    }

    double width() {
        return width;
    }

    double height() {
        return height;
    }

    /** The whole node, which may be larger than its head. */
    Node node(String type, double nodeWidth, double nodeHeight) {
        return new Node(
                NodeKind.STATE,
                state.pointer().toString(),
                title,
                subtitle,
                state.name(),
                type,
                new Box(0, 0, nodeWidth, nodeHeight),
                chips);
    }
}
