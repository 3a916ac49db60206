package io.github.stepunit.skeleton;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Where a state finds something: a JSONPath or the navigation of a JSONata expression, as far as it is plain.
 *
 * @param root from where
 * @param variable name of the variable; empty for another root
 * @param steps from there on
 */
record DataPath(Root root, String variable, List<Step> steps) {

    /** Where a path begins. */
    enum Root {
        /** The input of the state. */
        INPUT,
        /** The input after {@code InputPath}. */
        EFFECTIVE_INPUT,
        /** What the work of the state gave. */
        RESULT,
        /** The result after {@code ResultSelector}. */
        SELECTED_RESULT,
        /** What {@code OutputPath} is applied to. */
        WHOLE_OUTPUT,
        /** A variable. */
        VARIABLE,
        /** The context object. */
        CONTEXT,
        /** The error that a catcher took. */
        ERROR
    }

    private static final Pattern VARIABLE = Pattern.compile("\\$([\\p{L}_][\\p{L}\\p{N}_]*)");
    private static final Pattern STEP = Pattern.compile("\\.{1,2}(?:\\*|([^.\\[(\\s*]+(?!\\()))"
            + "|\\.?\\[\\s*(?:'([^']*)'|\"([^\"]*)\")\\s*]|\\.?\\[\\s*(-?\\d+)\\s*]"
            + "|\\.?\\[\\?\\(?\\s*@\\.([\\w.-]+)\\s*==\\s*(?:'([^']*)'|\"([^\"]*)\"|([\\w.-]+))\\s*\\)?]"
            + "|\\.?(\\[\\?[^]]*]|\\[[*\\d:,\\s-]+])");

    DataPath {
        steps = List.copyOf(steps);
    }

    static DataPath of(Root root) {
        return new DataPath(root, "", List.of());
    }

    static DataPath ofVariable(String name) {
        return new DataPath(Root.VARIABLE, name, List.of());
    }

    /**
     * Reads a JSONPath; of one that is not plain, the part before what is not.
     *
     * @param root what {@code $} means where it stands
     */
    static DataPath parse(String text, Root root) {
        if (text.startsWith("$$")) {
            return new DataPath(Root.CONTEXT, "", steps(text, 2));
        }
        Matcher variable = VARIABLE.matcher(text);
        return variable.lookingAt()
                ? new DataPath(Root.VARIABLE, variable.group(1), steps(text, variable.end()))
                : new DataPath(root, "", steps(text, 1));
    }

    private static List<Step> steps(String text, int from) {
        List<Step> steps = new ArrayList<>();
        Matcher matcher = STEP.matcher(text);
        int at = from;
        while (at < text.length() && matcher.find(at) && matcher.start() == at && matcher.end() > at) {
            steps.add(step(matcher));
            at = matcher.end();
        }
        return steps;
    }

    private static Step step(Matcher matcher) {
        for (int name = 1; name <= 3; name++) {
            if (matcher.group(name) != null) {
                return new Step.Field(matcher.group(name));
            }
        }
        if (matcher.group(4) != null) {
            return new Step.Item(Integer.parseInt(matcher.group(4)));
        }
        if (matcher.group(5) != null) {
            String text = matcher.group(6) != null ? matcher.group(6) : matcher.group(7);
            return new Step.Where(
                    matcher.group(5), text != null ? Values.text(text) : Values.literal(matcher.group(8)));
        }
        return new Step.Each();
    }

    DataPath then(Step step) {
        return then(List.of(step));
    }

    DataPath then(List<Step> more) {
        return new DataPath(root, variable, concat(steps, more));
    }

    static List<Step> concat(List<Step> first, List<Step> more) {
        List<Step> all = new ArrayList<>(first);
        all.addAll(more);
        return all;
    }

    /** The last name on it; what the value may be called. */
    String name() {
        for (int i = steps.size() - 1; i >= 0; i--) {
            if (steps.get(i) instanceof Step.Field field) {
                return field.name();
            }
        }
        return variable.isEmpty() ? "value" : variable;
    }
}
