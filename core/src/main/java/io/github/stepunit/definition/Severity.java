package io.github.stepunit.definition;

import org.apiguardian.api.API;

/** How bad a {@link Diagnostic} is, in the terms of {@code ValidateStateMachineDefinition}. */
@API(status = API.Status.EXPERIMENTAL, since = "0.1")
public enum Severity {
    /** AWS refuses the definition. */
    ERROR,
    /** AWS accepts it, but it probably does not do what was meant. */
    WARNING
}
