package io.github.stepunit.internal.interpreter;

import org.jspecify.annotations.Nullable;

/**
 * Where a child execution comes from.
 *
 * @param parent the execution whose state started it
 * @param statePath the path of that state from the outermost execution on
 * @param index the item or batch of a Distributed Map, from 0; null for a nested workflow
 */
record Origin(ExecutionRun parent, String statePath, @Nullable Integer index) {

    /** The path of a state of the child from the outermost execution on, as for the states of an inline Map. */
    String pathOf(String pathInChild) {
        return index == null ? statePath + "/" + pathInChild : statePath + "[" + index + "]/" + pathInChild;
    }
}
