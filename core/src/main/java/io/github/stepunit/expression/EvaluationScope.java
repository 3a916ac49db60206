package io.github.stepunit.expression;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import java.util.random.RandomGenerator;
import org.apiguardian.api.API;
import org.jspecify.annotations.Nullable;

/** What an expression of one state can see. */
@API(status = API.Status.INTERNAL, since = "0.1")
public interface EvaluationScope {

    /** What {@code $} means at this point of the state's data flow. */
    JsonNode input();

    /** The context object, {@code $$}. */
    JsonNode context();

    /** The value of the variable {@code $name}, looked up outwards through the enclosing scopes; null when never assigned. */
    @Nullable
    JsonNode variable(String name);

    /** What the state's work gave, or the error output that a catcher takes; null while there is neither. */
    @Nullable
    JsonNode result();

    /** Where the virtual clock stands. */
    Instant now();

    /** The execution's seeded randomness: {@code States.MathRandom} without a seed, {@code States.UUID}. */
    RandomGenerator random();
}
