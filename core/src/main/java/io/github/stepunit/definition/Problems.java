package io.github.stepunit.definition;

import io.github.stepunit.json.JsonPointer;
import io.github.stepunit.json.SourceLocation;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Collects what is wrong with one definition, so that its author sees all of it at once. */
final class Problems {

    private static final Comparator<Diagnostic> BY_PLACE = Comparator.comparing(
            Diagnostic::location,
            Comparator.nullsFirst(
                    Comparator.comparingInt(SourceLocation::line).thenComparingInt(SourceLocation::column)));

    private final SourceMap sourceMap;
    private final List<Diagnostic> diagnostics = new ArrayList<>();

    Problems(SourceMap sourceMap) {
        this.sourceMap = sourceMap;
    }

    boolean areNone() {
        return diagnostics.isEmpty();
    }

    List<Diagnostic> sorted() {
        return sorted(diagnostics);
    }

    static List<Diagnostic> sorted(List<Diagnostic> diagnostics) {
        return diagnostics.stream().sorted(BY_PLACE).toList();
    }

    /** {@code SCHEMA_VALIDATION_FAILED}, AWS's code for most things. */
    void schema(JsonPointer at, String message) {
        schema(at, at, message, null);
    }

    void schema(JsonPointer at, String message, @Nullable String remedy) {
        schema(at, at, message, remedy);
    }

    /** AWS often names the object around the culprit; {@code culprit} is what the author has to look at. */
    void schema(JsonPointer at, JsonPointer culprit, String message, @Nullable String remedy) {
        report(DiagnosticCode.SCHEMA_VALIDATION_FAILED, at, culprit, message, remedy);
    }

    void report(DiagnosticCode code, JsonPointer at, String message, @Nullable String remedy) {
        report(code, at, at, message, remedy);
    }

    void report(DiagnosticCode code, JsonPointer at, JsonPointer culprit, String message, @Nullable String remedy) {
        reportAt(code, at, sourceMap.locate(culprit), message, remedy);
    }

    /** Both places are null when the text as a whole is meant. */
    void reportAt(
            DiagnosticCode code,
            @Nullable JsonPointer at,
            @Nullable SourceLocation location,
            String message,
            @Nullable String remedy) {
        diagnostics.add(new Diagnostic(Severity.ERROR, code.name(), message, at, location, remedy));
    }
}
