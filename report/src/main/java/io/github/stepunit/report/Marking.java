package io.github.stepunit.report;

import org.apiguardian.api.API;

/** What a picture shows of each element. */
@API(status = API.Status.EXPERIMENTAL, since = "0.1")
@FunctionalInterface
public interface Marking {

    /** Nothing: the picture of the definition alone. */
    Marking NONE = id -> Mark.PLAIN;

    /** The mark of the element with that id. */
    Mark of(String elementId);

    /**
     * How an element is shown.
     *
     * @param cssClass class of its shape: {@code covered}, {@code partly}, {@code never}, {@code unreachable},
     *     {@code plain}
     * @param count what stands on it, such as {@code 3×}; may be empty
     * @param description for people who do not see it: {@code walked 3 times}; may be empty
     */
    record Mark(String cssClass, String count, String description) {

        /** Nothing known. */
        public static final Mark PLAIN = new Mark("plain", "", "");
    }
}
