package io.github.stepunit.definition;

import io.github.stepunit.json.JsonPointer;
import org.apiguardian.api.API;

/**
 * One way from a state to another.
 *
 * @param kind which field leads there
 * @param index index of the rule or catcher; 0 for Next and Default
 * @param target name of the state that follows
 * @param pointer the field that names the target
 */
@API(status = API.Status.EXPERIMENTAL, since = "0.1")
public record Transition(Kind kind, int index, String target, JsonPointer pointer) {

    /** The kinds of transition. */
    public enum Kind {
        /** {@code Next} of the state. */
        NEXT,
        /** {@code Next} of a rule of a Choice state. */
        CHOICE_RULE,
        /** {@code Default} of a Choice state. */
        DEFAULT,
        /** {@code Next} of a catcher. */
        CATCHER
    }
}
