package io.github.stepunit.contract.recorded;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.stepunit.json.JsonText;
import org.apiguardian.api.API;
import org.jspecify.annotations.Nullable;

/**
 * One value that differs between a recorded event and its replay.
 *
 * @param path where in the event's details: {@code parameters.Amount}, {@code output.items[3].sku}
 * @param recorded the value on AWS; null when there was none
 * @param replayed the value now; null when there is none
 */
@API(status = API.Status.EXPERIMENTAL, since = "0.1")
public record ValueDifference(String path, @Nullable JsonNode recorded, @Nullable JsonNode replayed) {

    private static final int EXCERPT = 160;

    @Override
    public String toString() {
        return path + ": recorded " + excerpt(recorded) + ", now " + excerpt(replayed);
    }

    private static String excerpt(@Nullable JsonNode value) {
        return value == null ? "nothing" : JsonText.excerpt(value, EXCERPT);
    }
}
