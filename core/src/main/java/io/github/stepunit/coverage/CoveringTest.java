package io.github.stepunit.coverage;

import org.apiguardian.api.API;
import org.jspecify.annotations.Nullable;

/**
 * A test that walked something.
 *
 * @param id what runs it again; JUnit's unique id
 * @param name for people: {@code OrderTest.a_declined_card_is_not_tried_again}
 */
@API(status = API.Status.EXPERIMENTAL, since = "0.1")
public record CoveringTest(String id, String name) implements Comparable<CoveringTest> {

    @Override
    public int compareTo(CoveringTest other) {
        int byName = name.compareTo(other.name);
        return byName != 0 ? byName : id.compareTo(other.id);
    }

    // Written out, as one is looked up for each element that a test walks: what a record does by itself goes through
    // method
    // handles, which a fresh JVM has not compiled.

    @Override
    public boolean equals(@Nullable Object other) {
        return this == other || (other instanceof CoveringTest test && id.equals(test.id) && name.equals(test.name));
    }

    @Override
    public int hashCode() {
        return id.hashCode();
    }
}
