package io.github.stepunit.history;

import java.util.List;
import org.apiguardian.api.API;

/**
 * One run of a machine inside a Parallel or Map state: a branch or an iteration, within one attempt of that state.
 *
 * @param scope which branch or iteration of which state
 * @param visits the visits of its own states in order of entry, without those of machines further inside
 */
@API(status = API.Status.EXPERIMENTAL, since = "0.1")
public record ScopeRun(Scope scope, List<StateVisit> visits) {

    public ScopeRun {
        visits = List.copyOf(visits);
    }
}
