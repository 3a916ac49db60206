package io.github.stepunit.contract.recorded;

import org.apiguardian.api.API;

/**
 * Child executions of a Map Run that a recording lacks, and why.
 *
 * @param mapRunArn the Map Run
 * @param reason why
 * @param count how many; 0 when AWS does not tell
 */
@API(status = API.Status.EXPERIMENTAL, since = "0.1")
public record MissingChildren(String mapRunArn, Reason reason, int count) {

    /** Why they are not in the recording. */
    public enum Reason {
        /** Express executions: AWS keeps no history of them. */
        EXPRESS,
        /** There are more than were to be fetched, see {@link RecordedExecutions#withMostChildren}. */
        TOO_MANY,
        /** They had not ended. */
        RUNNING
    }

    /** {@code 3 child executions of the Map Run … are Express executions, of which AWS keeps no history}. */
    public String describe() {
        return (count == 0 ? "" : count + " ") + "child execution" + (count == 1 ? "" : "s") + " of the Map Run "
                + mapRunArn + " " + why(count == 1);
    }

    private String why(boolean one) {
        return switch (reason) {
            case EXPRESS ->
                (one ? "is an Express execution" : "are Express executions") + ", of which AWS keeps no history";
            case TOO_MANY -> (one ? "is" : "are") + " more than were to be fetched";
            case RUNNING -> "had not ended";
        };
    }
}
