package io.github.stepunit.definition;

import io.github.stepunit.json.LocatedText;
import java.util.List;
import java.util.Map;
import org.apiguardian.api.API;
import org.jspecify.annotations.Nullable;

/** A definition that AWS would refuse. The message lists every problem with its place. */
@API(status = API.Status.EXPERIMENTAL, since = "0.1")
public final class InvalidDefinitionException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    @SuppressWarnings("serial") // never serialised in practice; List.copyOf is serialisable
    private final List<Diagnostic> diagnostics;

    InvalidDefinitionException(String message, List<Diagnostic> diagnostics) {
        super(message);
        this.diagnostics = List.copyOf(diagnostics);
    }

    /**
     * For text that is no definition at all, because it is neither JSON nor YAML.
     *
     * @param source the file, as it is shown to the user
     * @param text the text
     * @param position the character at which it goes wrong
     */
    @API(status = API.Status.INTERNAL, since = "0.1")
    public static InvalidDefinitionException unreadable(
            String source, LocatedText text, int position, String message, @Nullable String remedy) {
        SourceMap sourceMap = new SourceMap(source, text.files(), Map.of());
        Diagnostic problem = new Diagnostic(
                Severity.ERROR,
                DiagnosticCode.INVALID_JSON_DESCRIPTION.name(),
                message,
                null,
                text.locate(position),
                remedy);
        return new InvalidDefinitionException(ProblemReport.render(sourceMap, List.of(problem)), List.of(problem));
    }

    /** All problems, by their place. */
    public List<Diagnostic> diagnostics() {
        return diagnostics;
    }
}
