package io.github.stepunit.validation;

import java.util.List;
import java.util.stream.Collectors;

/** The first retrier or catcher that matches an error is the one; a later one for the same error never is. */
final class ShadowedEntryRule implements StateRule {

    private final WarningCode code;
    private final boolean retriers;

    private ShadowedEntryRule(WarningCode code, boolean retriers) {
        this.code = code;
        this.retriers = retriers;
    }

    static Rule ofRetriers() {
        return new ShadowedEntryRule(WarningCode.RETRIER_NEVER_USED, true);
    }

    static Rule ofCatchers() {
        return new ShadowedEntryRule(WarningCode.CATCHER_NEVER_USED, false);
    }

    @Override
    public WarningCode code() {
        return code;
    }

    @Override
    public void check(StateNode state, Findings findings) {
        List<ErrorEntry> entries = retriers ? ErrorEntry.retriersOf(state) : ErrorEntry.catchersOf(state);
        for (int i = 0; i < entries.size(); i++) {
            if (ErrorEntry.isShadowed(entries, i)) {
                report(state, entries, i, findings);
            }
        }
    }

    private void report(StateNode state, List<ErrorEntry> entries, int index, Findings findings) {
        ErrorEntry entry = entries.get(index);
        String earlier = entry.errors().stream()
                .map(name -> ErrorEntry.coveringFrom(entries, index, name))
                .filter(each -> each != null)
                .map(each -> each.at().toAwsLocation())
                .distinct()
                .collect(Collectors.joining(", "));
        findings.report(
                code,
                state,
                entry.at(),
                "This " + (retriers ? "retrier" : "catcher") + " is never used: " + earlier + " takes "
                        + String.join(", ", entry.errors()) + " first"
                        + (retriers ? ", also when its attempts are used up." : "."),
                "Move it in front of the more general one, or remove it.");
    }
}
