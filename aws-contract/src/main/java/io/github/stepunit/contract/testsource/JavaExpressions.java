package io.github.stepunit.contract.testsource;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.stepunit.internal.text.JavaText;
import io.github.stepunit.json.JsonText;
import io.github.stepunit.task.TaskOutcome;
import io.github.stepunit.task.TaskOutcome.Answer;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** Values as Java expressions of one test class; what is long goes into files beside it. */
final class JavaExpressions {

    private static final String INDENT = " ".repeat(16);
    private static final int LONGEST_LINE = 100;
    private static final int LONGEST_BLOCK = 2_000;

    private final String folder;
    private final Map<String, String> files = new LinkedHashMap<>();
    private final TreeSet<String> durations = new TreeSet<>();
    private boolean outcomes;

    /** @param folder of the files, beside the class */
    JavaExpressions(String folder) {
        this.folder = folder;
    }

    /** The files, by their paths from the folder of the class. */
    Map<String, String> files() {
        return files;
    }

    /** The methods of {@link Duration} that are used. */
    Set<String> durations() {
        return durations;
    }

    boolean usesOutcomes() {
        return outcomes;
    }

    /** @param name of the file, if it becomes one: words */
    String of(Argument argument, String name) {
        if (argument instanceof Argument.Json json) {
            return json(json.text(), name);
        }
        if (argument instanceof Argument.Text text) {
            return text(text.text(), name);
        }
        if (argument instanceof Argument.Time time) {
            return duration(time.duration());
        }
        return argument instanceof Argument.Raw raw ? "task -> " + outcome(raw.outcome(), name) : "null";
    }

    String json(String text, String name) {
        return longOrBlock(text, name + ".json");
    }

    String text(String text, String name) {
        long quotes = text.chars().filter(c -> c == '"').count();
        boolean readable = text.length() <= LONGEST_LINE || quotes < 4;
        return readable && text.length() <= LONGEST_BLOCK ? JavaText.literal(text) : longOrBlock(text, name + ".txt");
    }

    private String longOrBlock(String text, String file) {
        if (text.length() > LONGEST_BLOCK) {
            return "text(" + JavaText.literal(file(text, file)) + ")";
        }
        boolean block = text.indexOf('\n') >= 0 || text.length() > LONGEST_LINE;
        return block ? JavaText.textBlock(text, INDENT) : JavaText.literal(text);
    }

    /** The same text is one file. */
    private String file(String text, String name) {
        for (Map.Entry<String, String> known : files.entrySet()) {
            if (known.getValue().equals(text)) {
                return known.getKey();
            }
        }
        int dot = name.lastIndexOf('.');
        String base = JavaText.methodName(name.substring(0, dot)).replace('_', '-');
        String suffix = name.substring(dot);
        String path = folder + "/" + base + suffix;
        for (int i = 2; files.containsKey(path); i++) {
            path = folder + "/" + base + "-" + i + suffix;
        }
        files.put(path, text);
        return path;
    }

    /** A text of AWS that is null where it says nothing. */
    String nullable(@Nullable String text, String name) {
        return text == null ? "null" : text(text, name);
    }

    private String outcome(TaskOutcome outcome, String name) {
        outcomes = true;
        if (outcome.answer() instanceof Answer.NotStarted refused) {
            return "TaskOutcome.notStarted(" + text(refused.cause(), name) + ")";
        }
        if (outcome.answer() instanceof Answer.SubmitFailed refused) {
            return "TaskOutcome.failToSubmit(" + JavaText.literal(refused.error()) + ", "
                    + nullable(refused.cause(), name) + ")";
        }
        Answer.Failed failed = (Answer.Failed) outcome.answer();
        return "TaskOutcome.fail(" + JavaText.literal(failed.error()) + ", " + nullable(failed.cause(), name) + ")";
    }

    String duration(Duration duration) {
        String method;
        long amount;
        if (duration.toMillisPart() != 0 || duration.isZero()) {
            method = "ofMillis";
            amount = duration.toMillis();
        } else if (duration.toSecondsPart() != 0) {
            method = "ofSeconds";
            amount = duration.toSeconds();
        } else if (duration.toMinutesPart() != 0) {
            method = "ofMinutes";
            amount = duration.toMinutes();
        } else if (duration.toHoursPart() != 0) {
            method = "ofHours";
            amount = duration.toHours();
        } else {
            method = "ofDays";
            amount = duration.toDays();
        }
        durations.add(method);
        return method + "(" + amount + (amount > Integer.MAX_VALUE ? "L" : "") + ")";
    }

    /** A part of an output, as {@code hasOutputAt} takes it. */
    static String scalar(JsonNode value) {
        if (value.isTextual()) {
            return JavaText.literal(value.textValue());
        }
        return value.isLong() ? value.asText() + "L" : JsonText.writeCompact(value);
    }

    /** An expression that stands in the middle of a line of its own only when it has several lines. */
    static boolean isShort(String expression) {
        return expression.indexOf('\n') < 0;
    }
}
