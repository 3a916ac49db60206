package io.github.stepunit.validation;

import io.github.stepunit.json.JsonPointer;
import io.github.stepunit.validation.Texts.Text;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Which workflow variables the fields of a state read. Looks at the text of paths and expressions. */
final class VariableReads {

    private static final Pattern NAME = Pattern.compile("\\$([\\p{L}_][\\p{L}\\p{N}_]*)(\\s*\\()?");
    private static final Pattern JSONATA_TEXT =
            Pattern.compile("\"(?:[^\"\\\\]|\\\\.)*\"|'(?:[^'\\\\]|\\\\.)*'|/\\*.*?\\*/", Pattern.DOTALL);
    private static final Pattern INTRINSIC_TEXT = Pattern.compile("'(?:[^'\\\\]|\\\\.)*'", Pattern.DOTALL);
    private static final Pattern BOUND =
            Pattern.compile("\\$([\\p{L}_][\\p{L}\\p{N}_]*)\\s*:=" + "|[@#]\\s*\\$([\\p{L}_][\\p{L}\\p{N}_]*)");
    private static final Pattern PARAMETERS = Pattern.compile("(?:function|λ)\\s*\\(([^)]*)\\)");
    private static final Set<String> FUNCTIONS = Set.of(("string length substring substringBefore substringAfter"
                    + " uppercase lowercase trim pad contains split join match replace eval base64encode base64decode"
                    + " encodeUrlComponent encodeUrl decodeUrlComponent decodeUrl number formatNumber formatBase"
                    + " formatInteger parseInteger abs floor ceil round power sqrt random sum max min average boolean"
                    + " not exists count append sort reverse shuffle distinct zip keys lookup spread merge sift each"
                    + " error assert type now millis fromMillis toMillis map filter single reduce partition range hash"
                    + " uuid parse states")
            .split(" "));

    private VariableReads() {}

    /**
     * A variable that is read.
     *
     * @param name its name
     * @param at the field that reads it
     * @param guarded whether the expression asks whether it exists
     */
    record Read(String name, JsonPointer at, boolean guarded) {}

    static List<Read> of(StateNode state) {
        List<Read> reads = new ArrayList<>();
        for (Text text : Texts.of(state)) {
            if (text.text().contains("$")) {
                collect(state, text, reads);
            }
        }
        return reads;
    }

    private static void collect(StateNode state, Text text, List<Read> reads) {
        String value = text.text().strip();
        if (!state.isJsonPath() && value.startsWith("{%")) {
            jsonata(text, JSONATA_TEXT.matcher(value).replaceAll("\"\""), reads);
        } else if (state.isJsonPath() && isEvaluated(text)) {
            jsonPath(text, INTRINSIC_TEXT.matcher(value).replaceAll("''"), reads);
        }
    }

    private static boolean isEvaluated(Text text) {
        return text.at().lastStep().endsWith(".$")
                || text.key().endsWith("Path")
                || text.key().equals("Variable");
    }

    private static void jsonata(Text text, String expression, List<Read> reads) {
        Set<String> own = bound(expression);
        Matcher names = NAME.matcher(expression);
        while (names.find()) {
            String name = names.group(1);
            boolean call = names.group(2) != null;
            if (!call && !own.contains(name) && !FUNCTIONS.contains(name)) {
                reads.add(new Read(name, text.at(), expression.matches("(?s).*\\$exists\\(\\s*\\$" + name + "\\b.*")));
            }
        }
    }

    /** What the expression itself binds: {@code $x := …}, parameters of functions, {@code @$x} and {@code #$i}. */
    private static Set<String> bound(String expression) {
        Set<String> names = new HashSet<>();
        Matcher bound = BOUND.matcher(expression);
        while (bound.find()) {
            names.add(bound.group(1) != null ? bound.group(1) : bound.group(2));
        }
        Matcher parameters = PARAMETERS.matcher(expression);
        while (parameters.find()) {
            Matcher each = NAME.matcher(parameters.group(1));
            while (each.find()) {
                names.add(each.group(1));
            }
        }
        return names;
    }

    private static void jsonPath(Text text, String path, List<Read> reads) {
        Matcher names = NAME.matcher(path);
        while (names.find()) {
            boolean inside = names.start() > 0 && path.charAt(names.start() - 1) == '$';
            if (!inside) {
                reads.add(new Read(names.group(1), text.at(), false));
            }
        }
    }
}
