package io.github.stepunit.definition;

import java.util.List;
import org.apiguardian.api.API;

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

    /** All problems, by their place. */
    public List<Diagnostic> diagnostics() {
        return diagnostics;
    }
}
