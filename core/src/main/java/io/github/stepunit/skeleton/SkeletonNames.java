package io.github.stepunit.skeleton;

import io.github.stepunit.coverage.CoverageElement;
import io.github.stepunit.internal.text.JavaText;
import java.util.Set;

/** What the tests are called: as somebody who writes one would. */
final class SkeletonNames {

    private static final int LONGEST_DETAIL = 40;

    private SkeletonNames() {}

    /**
     * The name of a method.
     *
     * @param state the name of the element's state
     * @param taken names that others have; the new one is added
     */
    static String of(CoverageElement element, String state, Set<String> taken) {
        String base = JavaText.methodName(sentence(element, state));
        if (base.isEmpty() || !Character.isJavaIdentifierStart(base.codePointAt(0))) {
            base = "walks_" + base;
        }
        String name = base;
        for (int i = 2; !taken.add(name); i++) {
            name = base + "_" + i;
        }
        return name;
    }

    private static String sentence(CoverageElement element, String state) {
        String label = element.label();
        String target = label.contains(" → ") ? label.substring(label.lastIndexOf(" → ") + 3) : "the end";
        String detail = element.detail().length() > LONGEST_DETAIL ? "" : element.detail() + " ";
        return switch (element.kind()) {
            case STATE -> "visits " + state;
            case NEXT -> state + " goes on to " + target;
            case END -> state + " ends it";
            case CHOICE_RULE -> state + " " + detail + "leads to " + target;
            case DEFAULT -> state + " by default leads to " + target;
            case CATCHER -> state + " failing with " + errors(element) + " leads to " + target;
            case RETRIER_USED -> state + " is tried again after " + errors(element);
            case RETRIER_EXHAUSTED -> state + " gives up after " + errors(element);
            case STATE_TIMEOUT -> state + " times out";
            case HEARTBEAT_TIMEOUT -> state + " misses its heartbeat";
            case MACHINE_TIMEOUT -> "times out";
            case MAP_NO_ITEM -> state + " of no item";
            case MAP_ONE_ITEM -> state + " of one item";
            case MAP_MANY_ITEMS -> state + " of many items";
            case TOLERATED_FAILURE -> state + " tolerates a failure";
        };
    }

    private static String errors(CoverageElement element) {
        String first = element.detail().split(", ", 2)[0];
        return first.equals("States.ALL") ? "any error" : first;
    }
}
