package io.github.stepunit.contract.deployed;

import io.github.stepunit.json.JsonPointer;
import java.util.Set;

/**
 * A place in a definition that knows in which state it is.
 *
 * @param pointer the place
 * @param state the state path around it; empty at the top level
 * @param what the fields from the state on: {@code Retry[0].MaxAttempts}; empty at the state itself
 * @param role what stands here
 */
record Place(JsonPointer pointer, String state, String what, Role role) {

    static final Place TOP = new Place(JsonPointer.ROOT, "", "", Role.LANGUAGE);

    /** What stands at a place. */
    enum Role {
        /** Fields of the language. */
        LANGUAGE,
        /** The object {@code States}, whose fields are names of states. */
        STATES,
        /** Data of the user, whose fields mean nothing to the language. */
        PAYLOAD
    }

    private static final Set<String> PAYLOADS = Set.of(
            "Parameters", "Arguments", "ResultSelector", "ItemSelector", "Result", "Assign", "Output", "BatchInput");

    Place field(String name) {
        JsonPointer inside = pointer.field(name);
        if (role == Role.STATES) {
            return new Place(inside, state.isEmpty() ? name : state + "/" + name, "", Role.LANGUAGE);
        }
        String path = what.isEmpty() ? name : what + "." + name;
        if (role == Role.PAYLOAD || PAYLOADS.contains(name)) {
            return new Place(inside, state, path, Role.PAYLOAD);
        }
        return new Place(inside, state, path, name.equals("States") ? Role.STATES : Role.LANGUAGE);
    }

    Place index(int index) {
        return new Place(pointer.index(index), state, what + "[" + index + "]", role);
    }

    boolean isPayload() {
        return role == Role.PAYLOAD;
    }

    /** Whether an array here is a set of error names. */
    boolean isSetOfNames() {
        return role == Role.LANGUAGE && fieldName().equals("ErrorEquals");
    }

    String fieldName() {
        return pointer.lastStep();
    }
}
