package io.github.stepunit.contract.oracle;

import java.time.Duration;
import org.apiguardian.api.API;

/** Lets time pass between two calls of AWS. Tests have one that does not. */
@API(status = API.Status.EXPERIMENTAL, since = "0.1")
@FunctionalInterface
public interface Pause {

    /** Returns after that time. */
    void of(Duration duration);
}
