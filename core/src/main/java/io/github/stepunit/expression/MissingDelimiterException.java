package io.github.stepunit.expression;

import org.apiguardian.api.API;

/** A string that starts as a JSONata expression does, but does not end as one. */
@API(status = API.Status.INTERNAL, since = "0.1")
public final class MissingDelimiterException extends InvalidExpressionException {

    private static final long serialVersionUID = 1L;

    /** With AWS's text. */
    public MissingDelimiterException() {
        super("JSONata string must start with {% and end with %}");
    }
}
