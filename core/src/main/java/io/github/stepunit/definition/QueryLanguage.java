package io.github.stepunit.definition;

import org.apiguardian.api.API;

/** The {@code QueryLanguage} of a state. */
@API(status = API.Status.EXPERIMENTAL, since = "0.1")
public enum QueryLanguage {
    /** {@code JSONPath}, the default. */
    JSONPATH("JSONPath"),
    /** {@code JSONata}. */
    JSONATA("JSONata");

    private final String text;

    QueryLanguage(String text) {
        this.text = text;
    }

    /** The value as the definition writes it. */
    public String text() {
        return text;
    }
}
