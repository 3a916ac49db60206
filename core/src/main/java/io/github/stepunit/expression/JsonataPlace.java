package io.github.stepunit.expression;

import java.util.List;
import org.apiguardian.api.API;
import org.jspecify.annotations.Nullable;

/** Where a JSONata expression stands, which decides what {@code $states} has there. */
@API(status = API.Status.INTERNAL, since = "0.1")
public enum JsonataPlace {
    /** Everywhere: {@code $states.input} and {@code $states.context} only. */
    STATE(null),
    /** Output and Assign of a Task, Parallel or Map state: {@code $states.result} too. */
    RESULT("result"),
    /** Output and Assign of a catcher: {@code $states.errorOutput} too. */
    ERROR_OUTPUT("errorOutput");

    private final @Nullable String resultMember;

    JsonataPlace(@Nullable String resultMember) {
        this.resultMember = resultMember;
    }

    /** The member that {@link EvaluationScope#result} is known as here. */
    @Nullable
    String resultMember() {
        return resultMember;
    }

    /** The members of {@code $states}. */
    List<String> members() {
        return resultMember == null ? List.of("input", "context") : List.of("input", "context", resultMember);
    }
}
