package io.github.stepunit.teststate;

import io.github.stepunit.history.DataFlowStep;
import io.github.stepunit.json.JsonText;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Shows a result to people. */
final class ResultText {

    private static final int EXCERPT = 200;

    private ResultText() {}

    static String of(TestStateResult result) {
        StringBuilder text = new StringBuilder("\"" + result.stateName() + "\" " + result.status());
        if (result.nextState() != null) {
            text.append(" → \"").append(result.nextState()).append('"');
        }
        line(text, "error", result.error());
        line(text, "cause", result.cause());
        if (result.inspectionData() != null) {
            result.inspectionData()
                    .steps()
                    .forEach((step, value) -> line(text, nameOf(step), JsonText.excerpt(value, EXCERPT)));
        }
        line(text, "output", result.output() == null ? null : JsonText.excerpt(result.output(), EXCERPT));
        return text.toString();
    }

    private static String nameOf(DataFlowStep step) {
        return step.name().toLowerCase(Locale.ROOT).replace('_', ' ');
    }

    private static void line(StringBuilder text, String what, @Nullable String value) {
        if (value != null) {
            text.append(String.format(Locale.ROOT, "%n  %-22s%s", what, value).replace("\r", ""));
        }
    }
}
