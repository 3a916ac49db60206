package io.github.stepunit.task;

import java.util.Set;

/**
 * The line of the user's code that is running now, as IDEs make a link of it.
 *
 * @param text {@code orders.OrderTest.a_test(OrderTest.java:31)}
 */
record CodeLocation(String text) {

    private static final StackWalker WALKER = StackWalker.getInstance(StackWalker.Option.RETAIN_CLASS_REFERENCE);
    private static final Set<Class<?>> OWN = Set.of(
            CodeLocation.class,
            TaskMocks.class,
            TaskMock.class,
            ScriptedAnswer.class,
            AnswerSource.class,
            Script.class,
            MockErrors.class);

    static CodeLocation ofCaller() {
        return WALKER.walk(frames -> frames.filter(frame -> !OWN.contains(frame.getDeclaringClass()))
                .findFirst()
                .map(CodeLocation::of)
                .orElse(new CodeLocation("unknown code")));
    }

    private static CodeLocation of(StackWalker.StackFrame frame) {
        String file =
                frame.getFileName() == null ? "Unknown Source" : frame.getFileName() + ":" + frame.getLineNumber();
        return new CodeLocation(frame.getClassName() + "." + frame.getMethodName() + "(" + file + ")");
    }

    @Override
    public String toString() {
        return text;
    }
}
