package io.github.stepunit.samples.docs;

import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The comment above a code fence that says where its text comes from: {@code <!-- sample: path/to/File.java#region -->}
 * for a file of the project or a region of it, {@code <!-- printed: name -->} for a message of {@link Printed}.
 *
 * @param kind sample or printed
 * @param source file or name
 * @param region between {@code // #region name} and {@code // #endregion}; empty for the whole file
 */
record Quotation(String kind, String source, String region) {

    private static final Pattern MARKER = Pattern.compile("<!-- (sample|printed): ([^#]+?)(?:#([\\w-]+))? -->");

    static boolean isMarker(String line) {
        return MARKER.matcher(line.strip()).matches();
    }

    static Quotation parse(String line) {
        Matcher matcher = MARKER.matcher(line.strip());
        if (!matcher.matches()) {
            throw new IllegalArgumentException("No marker of a quotation: " + line);
        }
        return new Quotation(matcher.group(1), matcher.group(2), matcher.group(3) == null ? "" : matcher.group(3));
    }

    /** The text that belongs into the fence. */
    List<String> text(Project project) {
        if (kind.equals("printed")) {
            return Printed.message(source).lines().toList();
        }
        List<String> lines = project.lines(source);
        return region.isEmpty() ? lines : unindented(between(lines));
    }

    private List<String> between(List<String> lines) {
        List<String> stripped = lines.stream().map(String::strip).toList();
        int start = stripped.indexOf("// #region " + region);
        if (start < 0) {
            throw new AssertionError(source + " has no line `// #region " + region + "`.");
        }
        int length = stripped.subList(start, stripped.size()).indexOf("// #endregion");
        return lines.subList(start + 1, start + length);
    }

    private static List<String> unindented(List<String> lines) {
        return String.join("\n", lines).stripIndent().lines().toList();
    }
}
