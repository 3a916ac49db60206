package io.github.stepunit.loader;

import org.apiguardian.api.API;

/**
 * A file that holds no definition which could be loaded: a template without the machine that is asked for, a reference out
 * of the project, an expression that only a deployment can compute. The message says where and what to do.
 *
 * <p>What AWS would refuse in the definition itself is an {@link io.github.stepunit.definition.InvalidDefinitionException};
 * a file that cannot be read is an {@link java.io.UncheckedIOException}.
 */
@API(status = API.Status.EXPERIMENTAL, since = "0.1")
public final class DefinitionLoadException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    DefinitionLoadException(String message) {
        super(message);
    }

    /** {@code problem} at a place, and what to do about it. */
    static DefinitionLoadException at(Mark mark, String problem, String remedy) {
        return new DefinitionLoadException(mark + ": " + problem + "\n  do      " + remedy);
    }
}
