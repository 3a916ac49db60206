package io.github.stepunit.mutation;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.databind.JsonNode;
import io.github.stepunit.definition.SourceMap;
import io.github.stepunit.definition.StateMachineDefinition;
import io.github.stepunit.json.JsonPointer;
import io.github.stepunit.json.SourceFile;
import io.github.stepunit.json.SourceLocation;
import java.io.IOException;
import java.util.Objects;

/** Finds the whole of a value in the file that people edit; the definition knows where it begins. */
final class SourceSpans {

    private static final JsonFactory JSON = new JsonFactory();

    private final SourceMap sources;
    private final JsonNode root;
    private final SourceFile file;
    private final String text;

    SourceSpans(StateMachineDefinition definition, JsonNode root) {
        this.sources = definition.sourceMap();
        this.root = root;
        this.text = sources.text().isEmpty() ? definition.text() : sources.text();
        this.file = new SourceFile(sources.source(), text);
    }

    /**
     * @param isMember whether the name of the value belongs to it
     * @param isDropped whether the comma after it belongs to it
     */
    MutantLocation of(JsonPointer at, boolean isMember, boolean isDropped) {
        JsonPointer placed = at;
        SourceLocation start = sources.locate(placed);
        // What stands in another file is shown where this file brings it in.
        while (!start.source().equals(sources.source()) && placed.parent() != null) {
            placed = Objects.requireNonNull(placed.parent());
            start = sources.locate(placed);
        }
        int from = Math.min(text.length(), file.offset(start.line() - 1, 0) + start.column() - 1);
        // The definition says where the name begins of a field that holds an object or array, else where the value
        // does.
        boolean hasName =
                placed.parent() != null && root.at(placed.parent().toString()).isObject();
        boolean isName = hasName && root.at(placed.toString()).isContainerNode();
        int value = isName ? afterName(from) : from;
        int to = value < 0 ? -1 : endOfJson(value);
        if (to < 0) {
            return lines(placed, from, isMember && hasName && !isName);
        }
        int begin = !isMember ? value : isName ? from : startOfName(value);
        return location(begin, isDropped ? afterComma(to) : to);
    }

    /** Where the value begins whose quoted name begins there; -1 when none does. */
    private int afterName(int name) {
        int at = text.startsWith("\"", name) ? afterBlanks(endOfJson(name)) : -1;
        return at > 0 && text.startsWith(":", at) ? afterBlanks(at + 1) : -1;
    }

    private int afterBlanks(int from) {
        int at = from;
        while (at >= 0 && at < text.length() && Character.isWhitespace(text.charAt(at))) {
            at++;
        }
        return at;
    }

    private MutantLocation location(int from, int to) {
        SourceLocation start = file.locate(from);
        SourceLocation end = file.locate(Math.max(to, from + 1));
        return new MutantLocation(start.line(), start.column(), end.line(), end.column());
    }

    /** The end of the JSON value that starts there; -1 when none does. */
    private int endOfJson(int from) {
        // A scalar of YAML without quotes may begin like a number.
        boolean isStructure = from < text.length() && "{[\"".indexOf(text.charAt(from)) >= 0;
        if (!isStructure
                && !sources.source().endsWith(".json")
                && !sources.text().isEmpty()
                && !startsAsJson()) {
            return -1;
        }
        if (!isStructure) {
            int end = from;
            while (end < text.length()
                    && (Character.isLetterOrDigit(text.charAt(end)) || "+-.".indexOf(text.charAt(end)) >= 0)) {
                end++;
            }
            return end > from ? end : -1;
        }
        try (JsonParser parser = JSON.createParser(text.substring(from))) {
            if (parser.nextToken() == null) {
                return -1;
            }
            parser.skipChildren();
            parser.finishToken();
            return from + (int) parser.currentLocation().getCharOffset();
        } catch (IOException noJson) {
            return -1;
        }
    }

    private boolean startsAsJson() {
        return text.stripLeading().startsWith("{");
    }

    /** Of the name before a value; of the value itself in an array. */
    private int startOfName(int value) {
        int at = before(value);
        if (at < 0 || text.charAt(at) != ':') {
            return value;
        }
        int quote = before(at);
        if (quote < 0 || text.charAt(quote) != '"') {
            return value;
        }
        int start = text.lastIndexOf('"', quote - 1);
        while (start > 0 && text.charAt(start - 1) == '\\') {
            start = text.lastIndexOf('"', start - 1);
        }
        return start < 0 ? value : start;
    }

    private int before(int position) {
        int at = position - 1;
        while (at >= 0 && Character.isWhitespace(text.charAt(at))) {
            at--;
        }
        return at;
    }

    private int afterComma(int end) {
        int at = afterBlanks(end);
        return text.startsWith(",", at) ? at + 1 : end;
    }

    /** In YAML: from there, or from its name, to the end of the last line that holds some of it. */
    private MutantLocation lines(JsonPointer at, int from, boolean isMember) {
        int start = from;
        if (isMember) {
            int line = file.locate(from).line();
            start = firstOf(line);
            if (start == from && line > 1) {
                start = firstOf(line - 1);
            }
        }
        int last = lastLine(root.at(at.toString()), at, file.locate(from).line());
        return location(
                start,
                file.offset(last - 1, 0) + file.line(last).stripTrailing().length());
    }

    /** The first character of a line, after blanks and the dash of a list. */
    private int firstOf(int line) {
        int at = file.offset(line - 1, 0);
        int end = at + file.line(line).length();
        while (at < end && (Character.isWhitespace(text.charAt(at)) || text.startsWith("- ", at))) {
            at++;
        }
        return at;
    }

    private int lastLine(JsonNode value, JsonPointer at, int atLeast) {
        SourceLocation location = sources.locate(at);
        int last = location.source().equals(sources.source()) ? Math.max(atLeast, location.line()) : atLeast;
        if (value.isObject()) {
            for (var member : value.properties()) {
                last = lastLine(member.getValue(), at.field(member.getKey()), last);
            }
        }
        for (int i = 0; value.isArray() && i < value.size(); i++) {
            last = lastLine(value.get(i), at.index(i), last);
        }
        return last;
    }
}
