package io.github.stepunit.task;

import java.util.Iterator;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The line of the user's code that is running now, as IDEs make a link of it. Only a message asks for its text. */
final class CodeLocation {

    /** No line of anybody's. */
    static final CodeLocation UNKNOWN = new CodeLocation(null);

    /** How many frames there are from a script's first word to the user's line, about. */
    private static final int OWN_FRAMES = 5;

    private static final StackWalker WALKER =
            StackWalker.getInstance(Set.of(StackWalker.Option.RETAIN_CLASS_REFERENCE), OWN_FRAMES);
    private static final Set<Class<?>> OWN = Set.of(
            CodeLocation.class,
            TaskMocks.class,
            TaskMock.class,
            ScriptedAnswer.class,
            AnswerSource.class,
            AnswerResource.class,
            Script.class,
            MockErrors.class);

    /** Those of the extension that speak for a test: behind them is no line of its own. By name, since they need this module. */
    private static final Set<String> ON_BEHALF_OF_TEST = Set.of(
            "io.github.stepunit.junit5.TestFixture",
            "io.github.stepunit.junit5.ProvidedMocks",
            "io.github.stepunit.junit5.MockitoMocks");

    private final StackWalker.@Nullable StackFrame frame;

    private CodeLocation(StackWalker.@Nullable StackFrame frame) {
        this.frame = frame;
    }

    static CodeLocation ofCaller() {
        // A loop and no pipeline: every script of every test asks for its place.
        return WALKER.walk(frames -> {
            Iterator<StackWalker.StackFrame> each = frames.iterator();
            while (each.hasNext()) {
                StackWalker.StackFrame frame = each.next();
                if (!OWN.contains(frame.getDeclaringClass())) {
                    return ON_BEHALF_OF_TEST.contains(frame.getClassName()) ? UNKNOWN : new CodeLocation(frame);
                }
            }
            return UNKNOWN;
        });
    }

    boolean isKnown() {
        return frame != null;
    }

    /** The class of the line. */
    Class<?> declaringClass() {
        return frame == null ? CodeLocation.class : frame.getDeclaringClass();
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
