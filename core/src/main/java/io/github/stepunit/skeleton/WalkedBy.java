package io.github.stepunit.skeleton;

import io.github.stepunit.coverage.CoverageElement;
import io.github.stepunit.history.VisitStatus;
import java.util.Objects;

/** Tells which visit of its state walked an element, where the execution as a whole did. */
final class WalkedBy {

    private WalkedBy() {}

    static int indexOf(CoverageElement element) {
        String last = element.pointer().substring(element.pointer().lastIndexOf('/') + 1);
        return last.matches("\\d+") ? Integer.parseInt(last) : 0;
    }

    static boolean visit(Visited at, CoverageElement element) {
        Integer rule = at.visit().matchedRule();
        int index = indexOf(element);
        return switch (element.kind()) {
            case NEXT, END -> at.visit().status() == VisitStatus.SUCCEEDED;
            case CHOICE_RULE -> Objects.equals(rule, index);
            case DEFAULT -> at.visit().tookDefault();
            case CATCHER -> at.visit().caught() != null && at.visit().caught().catcher() == index;
            case RETRIER_USED ->
                at.visit().attempts().stream()
                        .anyMatch(
                                each -> each.retried() != null && each.retried().retrier() == index);
            case RETRIER_EXHAUSTED -> at.visit().error() != null;
            case STATE_TIMEOUT, HEARTBEAT_TIMEOUT -> at.visit().timedOut();
            case MAP_NO_ITEM -> at.visit().runs().isEmpty();
            case MAP_ONE_ITEM -> at.visit().runs().size() == 1;
            case MAP_MANY_ITEMS -> at.visit().runs().size() > 1;
            default -> true;
        };
    }
}
