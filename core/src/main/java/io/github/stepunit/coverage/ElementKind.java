package io.github.stepunit.coverage;

import org.apiguardian.api.API;

/** What of a definition is counted. Everything but {@link #STATE} counts as a transition: it is walked or it is not. */
@API(status = API.Status.EXPERIMENTAL, since = "0.1")
public enum ElementKind {
    /** A state was entered. */
    STATE("state"),
    /** {@code Next} of a state was taken. */
    NEXT("Next"),
    /** A state with {@code "End": true} was left by it. */
    END("End"),
    /** A rule of a Choice state matched. */
    CHOICE_RULE("choice rule"),
    /** {@code Default} of a Choice state was taken. */
    DEFAULT("Default"),
    /** A catcher caught an error. */
    CATCHER("catcher"),
    /** A retrier asked for another attempt. */
    RETRIER_USED("retrier used"),
    /** A retrier matched and had no attempt left. */
    RETRIER_EXHAUSTED("retrier exhausted"),
    /** A Task ran out of its {@code TimeoutSeconds}. */
    STATE_TIMEOUT("timeout"),
    /** A Task ran out of its {@code HeartbeatSeconds}. */
    HEARTBEAT_TIMEOUT("heartbeat timeout"),
    /** The execution ran out of the machine's {@code TimeoutSeconds}. */
    MACHINE_TIMEOUT("machine timeout"),
    /** A Map state had no item. */
    MAP_NO_ITEM("Map of no item"),
    /** A Map state had one item. */
    MAP_ONE_ITEM("Map of one item"),
    /** A Map state had two or more items. */
    MAP_MANY_ITEMS("Map of many items"),
    /** An item of a Distributed Map failed and was tolerated. */
    TOLERATED_FAILURE("tolerated failure");

    private final String text;

    ElementKind(String text) {
        this.text = text;
    }

    /** As reports call it. */
    public String text() {
        return text;
    }

    /** Whether it counts among the transitions. */
    public boolean isTransition() {
        return this != STATE;
    }
}
