package io.github.stepunit.definition;

import java.util.List;
import org.apiguardian.api.API;

/**
 * {@code Retry} and {@code Catch} of a Task, Parallel or Map state.
 *
 * @param retriers in the order of the definition; empty when there are none
 * @param catchers in the order of the definition; empty when there are none
 */
@API(status = API.Status.EXPERIMENTAL, since = "0.1")
public record ErrorHandling(List<Retrier> retriers, List<Catcher> catchers) {

    /** Neither Retry nor Catch. */
    public static final ErrorHandling NONE = new ErrorHandling(List.of(), List.of());

    public ErrorHandling {
        retriers = List.copyOf(retriers);
        catchers = List.copyOf(catchers);
    }
}
