package io.github.stepunit.validation;

import io.github.stepunit.definition.Diagnostic;
import io.github.stepunit.definition.Severity;
import io.github.stepunit.definition.SourceMap;
import io.github.stepunit.json.JsonPointer;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Collects what the rules find, but for what has been switched off. */
final class Findings {

    private final SourceMap sourceMap;
    private final Suppressions suppressions;
    private final Set<Diagnostic> diagnostics = new LinkedHashSet<>();

    Findings(SourceMap sourceMap, Suppressions suppressions) {
        this.sourceMap = sourceMap;
        this.suppressions = suppressions;
    }

    void report(WarningCode code, StateNode state, JsonPointer at, String message, @Nullable String remedy) {
        if (!suppressions.covers(code, state)) {
            add(code, at, message, remedy);
        }
    }

    /** Reports something about the definition as a whole. */
    void report(WarningCode code, JsonPointer at, String message, @Nullable String remedy) {
        if (!suppressions.covers(code)) {
            add(code, at, message, remedy);
        }
    }

    private void add(WarningCode code, JsonPointer at, String message, @Nullable String remedy) {
        diagnostics.add(new Diagnostic(Severity.WARNING, code.name(), message, at, sourceMap.locate(at), remedy));
    }

    List<Diagnostic> diagnostics() {
        return List.copyOf(diagnostics);
    }
}
