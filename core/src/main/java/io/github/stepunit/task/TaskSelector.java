package io.github.stepunit.task;

import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What a mock is given for. The more a selector says about a Task, the higher its {@link #specificity}; ADR 4 has the
 * order and its reasons.
 *
 * @param text as the test wrote it
 * @param parts {@code text}, split at the slashes
 * @param values what stands in the definition for the thing that a template calls {@code text}; empty when it is no logical
 *     id
 */
record TaskSelector(String text, List<String> parts, Set<String> values) {

    /** The selector does not match. */
    static final int NO_MATCH = 0;

    private static final int SERVICE_ACTION = 1;
    private static final int FUNCTION_NAME = 2;
    private static final int OWN_RESOURCE = 3;
    private static final int STATE_NAME = 4;
    /** Plus one for each index in the selector. */
    private static final int STATE_PATH = 5;

    private static final Pattern INDEXED = Pattern.compile("(.*)\\[(\\d+|\\*)]", Pattern.DOTALL);

    static TaskSelector parse(String text) {
        return parse(text, Set.of());
    }

    static TaskSelector parse(String text, Set<String> values) {
        return new TaskSelector(text, List.of(text.split("/", -1)), values);
    }

    /** How closely this selector describes the Task; {@link #NO_MATCH} when it does not match. */
    int specificity(TaskAddress task) {
        if (parts.size() > 1) {
            int byPath = pathSpecificity(task.path());
            if (byPath != NO_MATCH) {
                return byPath;
            }
        }
        if (text.equals(task.stateName())) {
            return text.equals(task.path()) ? STATE_PATH : STATE_NAME;
        }
        if ((task.hasOwnResource() && text.equals(task.resource().arn())) || task.isNamedByAny(values)) {
            return OWN_RESOURCE;
        }
        if (task.isFunction(text)) {
            return FUNCTION_NAME;
        }
        return task.isServiceAction(text) ? SERVICE_ACTION : NO_MATCH;
    }

    private int pathSpecificity(String path) {
        List<String> steps = List.of(path.split("/", -1));
        int last = parts.size() - 1;
        if (steps.size() != parts.size() || !steps.get(last).equals(parts.get(last))) {
            return NO_MATCH;
        }
        int specificity = STATE_PATH;
        for (int i = 0; i < last; i++) {
            String step = steps.get(i);
            String part = parts.get(i);
            if (part.equals(step) || isIterationOf(step, part)) {
                specificity++;
            } else if (!part.equals(withoutIndex(step))) {
                return NO_MATCH;
            }
        }
        return specificity;
    }

    /** {@code Ship all[3]} is one of {@code Ship all[*]}, the step of a Map that has not run yet. */
    private static boolean isIterationOf(String step, String part) {
        return step.endsWith("[*]")
                && !part.equals(withoutIndex(part))
                && withoutIndex(part).equals(withoutIndex(step));
    }

    private static String withoutIndex(String step) {
        Matcher matcher = INDEXED.matcher(step);
        return matcher.matches() ? matcher.group(1) : step;
    }

    /** Whether it names the Task by its state. */
    boolean isOfState(TaskInvocation invocation) {
        return specificity(TaskAddress.of(invocation)) >= STATE_NAME;
    }

    /** Whether this could be the name or ARN of a Lambda function. */
    boolean looksLikeFunction() {
        return text.contains(":function:") || text.matches("[\\w-]+(:[\\w$-]+)?");
    }

    @Override
    public String toString() {
        return "`" + text + "`";
    }
}
