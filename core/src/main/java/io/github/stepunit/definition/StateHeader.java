package io.github.stepunit.definition;

import io.github.stepunit.json.JsonPointer;
import org.apiguardian.api.API;
import org.jspecify.annotations.Nullable;

/**
 * What every state has.
 *
 * @param name the key in {@code States}
 * @param comment the {@code Comment}, if any
 * @param queryLanguage the language in force in this state
 * @param next target of {@code Next}; null for {@code "End": true} and for Choice, Succeed and Fail
 * @param pointer where the state stands in the definition
 */
@API(status = API.Status.EXPERIMENTAL, since = "0.1")
public record StateHeader(
        String name,
        @Nullable String comment,
        QueryLanguage queryLanguage,
        @Nullable String next,
        JsonPointer pointer) {}
