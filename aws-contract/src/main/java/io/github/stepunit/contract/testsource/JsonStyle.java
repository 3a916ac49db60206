package io.github.stepunit.contract.testsource;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.stepunit.contract.internal.PrettyJson;
import io.github.stepunit.internal.text.JavaText;
import io.github.stepunit.json.JsonComparison;
import io.github.stepunit.json.JsonText;
import java.util.regex.Pattern;

/** JSON as a test has it. */
final class JsonStyle {

    private static final int LONGEST_LINE = 72;
    private static final Pattern EMPTY = Pattern.compile("([\\[{]) ([]}],?)$", Pattern.MULTILINE);

    private JsonStyle() {}

    /** On one line where it is short, with single quotes where that is safe; else one member a line. */
    static String readable(JsonNode value) {
        String compact = JsonText.writeCompact(value);
        // The printer puts a blank into what is empty; texts end with a quote.
        String pretty = EMPTY.matcher(PrettyJson.write(value).strip()).replaceAll("$1$2");
        // Numbers are AWS's business; a printer of others must not change them.
        if (!JsonComparison.equal(JsonText.parseWithoutText(pretty), JsonText.parseWithoutText(compact))) {
            return compact;
        }
        String line = onOneLine(pretty);
        if (line.length() > LONGEST_LINE && value.isContainerNode()) {
            return pretty;
        }
        return JavaText.takesSingleQuotes(line) ? line.replace('"', '\'') : line;
    }

    /** No text of JSON has a line feed in it. */
    private static String onOneLine(String pretty) {
        StringBuilder line = new StringBuilder();
        for (String each : pretty.lines().toList()) {
            String part = each.strip();
            boolean open = !line.isEmpty() && "{[".indexOf(line.charAt(line.length() - 1)) >= 0;
            boolean closes = part.startsWith("}") || part.startsWith("]");
            line.append(line.isEmpty() || open || closes ? "" : " ").append(part);
        }
        return line.toString();
    }
}
