package io.github.stepunit.definition;

import io.github.stepunit.expression.PayloadTemplate;
import io.github.stepunit.json.JsonPointer;
import org.apiguardian.api.API;
import org.jspecify.annotations.Nullable;

/**
 * One entry of {@code Choices}.
 *
 * @param condition what must hold
 * @param next the state to go on with
 * @param assign the rule's {@code Assign}; null when absent
 * @param output the rule's {@code Output}, of JSONata; null when absent
 * @param pointer where it stands
 */
@API(status = API.Status.EXPERIMENTAL, since = "0.1")
public record ChoiceRule(
        Condition condition,
        String next,
        @Nullable PayloadTemplate assign,
        @Nullable PayloadTemplate output,
        JsonPointer pointer) {}
