package io.github.stepunit.task;

import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The line of the user's code that is running now, as IDEs make a link of it. Only a message asks for its text. */
final class CodeLocation {

    /** No line of anybody's. */
    static final CodeLocation UNKNOWN = new CodeLocation(null);

    private static final StackWalker WALKER = StackWalker.getInstance(StackWalker.Option.RETAIN_CLASS_REFERENCE);
    private static final Set<Class<?>> OWN = Set.of(
            CodeLocation.class,
            TaskMocks.class,
            TaskMock.class,
            ScriptedAnswer.class,
            AnswerSource.class,
            Script.class,
            MockErrors.class);

    private final StackWalker.@Nullable StackFrame frame;

    private CodeLocation(StackWalker.@Nullable StackFrame frame) {
        this.frame = frame;
    }

    static CodeLocation ofCaller() {
        return WALKER.walk(frames -> frames.filter(frame -> !OWN.contains(frame.getDeclaringClass()))
                .findFirst()
                .map(CodeLocation::new)
                .orElse(UNKNOWN));
    }

    /** {@code orders.OrderTest.a_test(OrderTest.java:31)}. */
    @Override
    public String toString() {
        if (frame == null) {
            return "unknown code";
        }
        String file =
                frame.getFileName() == null ? "Unknown Source" : frame.getFileName() + ":" + frame.getLineNumber();
        return frame.getClassName() + "." + frame.getMethodName() + "(" + file + ")";
    }
}
