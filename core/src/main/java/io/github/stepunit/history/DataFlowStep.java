package io.github.stepunit.history;

import org.apiguardian.api.API;

/** The steps that a payload takes through one visit of a state, in their order. Not every state has all of them. */
@API(status = API.Status.EXPERIMENTAL, since = "0.1")
public enum DataFlowStep {
    /** The state's raw input. */
    INPUT,
    /** After {@code InputPath}. */
    AFTER_INPUT_PATH,
    /** After {@code Parameters}. */
    AFTER_PARAMETERS,
    /** After {@code Arguments}. */
    AFTER_ARGUMENTS,
    /** The items of a Map state: after {@code ItemsPath}, or {@code Items}, or as an ItemReader gave them. */
    AFTER_ITEMS_PATH,
    /** The inputs of a Map state's iterations after {@code ItemSelector}. */
    AFTER_ITEM_SELECTOR,
    /** The inputs of a Distributed Map's child executions after {@code ItemBatcher}. */
    AFTER_ITEM_BATCHER,
    /** What the state's work gave: a Task's answer, the outputs of branches or iterations, a Pass state's Result. */
    RESULT,
    /** After {@code ResultSelector}. */
    AFTER_RESULT_SELECTOR,
    /** After {@code ResultPath}. */
    AFTER_RESULT_PATH,
    /** The state's output: after {@code OutputPath}, or {@code Output}. */
    OUTPUT
}
