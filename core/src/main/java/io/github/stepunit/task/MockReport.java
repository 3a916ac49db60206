package io.github.stepunit.task;

import java.util.Locale;

/** A message of several lines: what happened, then labelled facts, so that the eye finds the one it needs. */
final class MockReport {

    private final StringBuilder text;

    MockReport(String headline) {
        text = new StringBuilder(headline);
    }

    MockReport with(String label, Object fact) {
        text.append(String.format(Locale.ROOT, "%n  %-9s %s", label, fact).replace("\r\n", "\n"));
        return this;
    }

    /** Where it stands in the test; nothing when it stands nowhere. */
    MockReport at(String label, CodeLocation place) {
        return !place.isKnown() ? this : with(label, label.equals("at") ? place : "at " + place);
    }

    @Override
    public String toString() {
        return text.toString();
    }
}
