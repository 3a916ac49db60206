package io.github.stepunit.junit5;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.stepunit.json.JsonText;
import io.github.stepunit.task.TaskHandler;
import io.github.stepunit.task.TaskInvocation;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.mockito.Answers;
import org.mockito.Mockito;
import org.mockito.invocation.InvocationOnMock;
import org.mockito.quality.Strictness;

/**
 * A Mockito mock that knows who calls it. The test calls it to stub ({@code when(charge.handle(any()))}) and must get
 * Mockito's usual null; a Task that calls it without a stubbing is an error of the test. The only class that needs
 * Mockito.
 */
final class StubbedMock implements StubbingCheck {

    private static final int EXCERPT = 500;

    private final InjectionPoint point;
    private final String selector;
    private final Object mock;
    private boolean calledByTask;

    StubbedMock(InjectionPoint point, String selector) {
        this.point = point;
        this.selector = selector;
        this.mock = Mockito.mock(
                point.type(), Mockito.withSettings().name(point.name()).defaultAnswer(this::answerUnstubbed));
    }

    static boolean isMock(Object object) {
        return Mockito.mockingDetails(object).isMock();
    }

    Object mock() {
        return mock;
    }

    /** The same handler, during whose calls the mock knows that a Task is calling. */
    TaskHandler whileTaskCalls(TaskHandler handler) {
        return invocation -> {
            calledByTask = true;
            try {
                return handler.handle(invocation);
            } finally {
                calledByTask = false;
            }
        };
    }

    /** As Mockito's strict stubs: what is stubbed leniently is left out. */
    @Override
    public List<String> unusedStubbings() {
        return Mockito.mockingDetails(mock).getStubbings().stream()
                .filter(stubbing -> !stubbing.wasUsed() && stubbing.getStrictness() != Strictness.LENIENT)
                .map(stubbing -> "`" + selector + "`: " + stubbing.getInvocation() + " "
                        + stubbing.getInvocation().getLocation())
                .toList();
    }

    private static String argument(InvocationOnMock call) {
        return Arrays.stream(call.getArguments()).map(StubbedMock::text).collect(Collectors.joining(", "));
    }

    private static String text(@Nullable Object argument) {
        return argument instanceof TaskInvocation task
                ? "attempt " + task.attempt() + " of `" + task.statePath() + "` with input "
                        + JsonText.excerpt(task.input(), EXCERPT)
                : argument instanceof JsonNode json ? JsonText.excerpt(json, EXCERPT) : String.valueOf(argument);
    }

    private List<String> stubbings() {
        return Mockito.mockingDetails(mock).getStubbings().stream()
                .map(stubbing -> stubbing.getInvocation() + " "
                        + stubbing.getInvocation().getLocation())
                .toList();
    }

    private @Nullable Object answerUnstubbed(InvocationOnMock call) throws Throwable {
        if (calledByTask && call.getMethod().getReturnType() != void.class) {
            throw ExtensionErrors.notStubbed(point, selector, call.getMethod(), argument(call), stubbings());
        }
        return Answers.RETURNS_DEFAULTS.answer(call);
    }
}
