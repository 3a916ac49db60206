package io.github.stepunit.integration;

import io.github.stepunit.internal.text.DidYouMean;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import org.apiguardian.api.API;

/** The errors that Step Functions itself raises. Their prefix, {@code States.}, is reserved: nobody else's start so. */
@API(status = API.Status.INTERNAL, since = "0.1")
public final class StatesErrors {

    /** What the reserved names start with. */
    public static final String PREFIX = "States.";

    private static final Set<String> NAMES = Set.of(
            "States.ALL",
            "States.BranchFailed",
            "States.DataLimitExceeded",
            "States.ExceedToleratedFailureThreshold",
            "States.HeartbeatTimeout",
            "States.Http.Socket",
            "States.IntrinsicFailure",
            "States.ItemReaderFailed",
            "States.NoChoiceMatched",
            "States.ParameterPathFailure",
            "States.Permissions",
            "States.QueryEvaluationError",
            "States.ResultPathMatchFailure",
            "States.ResultWriterFailed",
            "States.Runtime",
            "States.TaskFailed",
            "States.Timeout");

    private static final Pattern HTTP_STATUS = Pattern.compile("States\\.Http\\.StatusCode\\.[1-5]\\d\\d");

    private StatesErrors() {}

    /** Whether a name with the reserved prefix is one that there is. */
    public static boolean isKnown(String name) {
        return NAMES.contains(name) || HTTP_STATUS.matcher(name).matches();
    }

    /** The names that somebody who wrote this one probably meant, the likeliest first. */
    public static List<String> closest(String name) {
        return DidYouMean.closest(name, NAMES);
    }
}
