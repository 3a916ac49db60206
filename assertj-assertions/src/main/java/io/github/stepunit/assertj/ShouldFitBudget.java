package io.github.stepunit.assertj;

import io.github.stepunit.budget.EventBudget;
import io.github.stepunit.budget.PayloadSizes;
import io.github.stepunit.budget.WorstCase;
import io.github.stepunit.history.VirtualTime;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import org.assertj.core.error.BasicErrorMessageFactory;
import org.assertj.core.error.ErrorMessageFactory;
import org.jspecify.annotations.Nullable;

/** Something is larger, or may take longer, than a budget allows. */
final class ShouldFitBudget extends BasicErrorMessageFactory {

    private ShouldFitBudget(String format, Object... arguments) {
        super(format, arguments);
    }

    static @Nullable ErrorMessageFactory unlessPayloadsBelow(Walk walk, long bytes) {
        List<PayloadSizes.Payload> tooLarge = walk.execution().payloadSizes().atLeast(bytes);
        return tooLarge.isEmpty()
                ? null
                : new ShouldFitBudget(
                        "\nExpecting all payloads of the execution to be below\n  %s bytes\nbut %s not:\n\n%s",
                        unquotedString(grouped(bytes)),
                        unquotedString(
                                tooLarge.size() == 1
                                        ? "that of one state is"
                                        : "those of " + tooLarge.size() + " states are"),
                        unquotedString(new PayloadSizes(tooLarge).text()));
    }

    static @Nullable ErrorMessageFactory unlessUsedAtMost(Walk walk, long events) {
        EventBudget budget = walk.execution().eventBudget();
        return budget.used() <= events
                ? null
                : new ShouldFitBudget(
                        "\nExpecting the execution to have used at most\n  %s events\nbut it has used\n  %s\n\n%s",
                        unquotedString(grouped(events)),
                        unquotedString(grouped(budget.used())),
                        unquotedString(budget.text()));
    }

    static @Nullable ErrorMessageFactory unlessWithin(String name, WorstCase worstCase, Duration limit) {
        return worstCase.isWithin(limit)
                ? null
                : new ShouldFitBudget(
                        "\nExpecting each execution of `%s` to end within\n  %s\nbut %s.\n\n%s",
                        unquotedString(name),
                        unquotedString(VirtualTime.length(limit)),
                        unquotedString(
                                worstCase.total().isBounded()
                                        ? "it may take\n  " + worstCase.total()
                                        : "nothing bounds it: "
                                                + worstCase.total().reason()),
                        unquotedString(worstCase.text()));
    }

    private static String grouped(long number) {
        return String.format(Locale.ROOT, "%,d", number);
    }
}
