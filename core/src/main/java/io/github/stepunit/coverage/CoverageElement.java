package io.github.stepunit.coverage;

import org.apiguardian.api.API;

/**
 * One thing in a definition that a test walks or does not.
 *
 * @param id unlike any other of the definition: the JSON Pointer, with {@code #used} and the like where one place has
 *     several outcomes
 * @param kind what it is
 * @param pointer where it stands in the definition, RFC 6901
 * @param state JSON Pointer of the state that it belongs to; empty for the machine
 * @param label what it is, for people: {@code Charge card, catcher 0 (States.ALL) → Refund}
 * @param detail the condition of a rule, the errors of a catcher or retrier; empty for others
 * @param line its line in the file, from 1
 * @param reachable whether anything can walk it; false for what a field before it always takes away
 */
@API(status = API.Status.EXPERIMENTAL, since = "0.1")
public record CoverageElement(
        String id,
        ElementKind kind,
        String pointer,
        String state,
        String label,
        String detail,
        int line,
        boolean reachable) {}
