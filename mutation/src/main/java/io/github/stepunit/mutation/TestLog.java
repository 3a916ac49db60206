package io.github.stepunit.mutation;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.junit.platform.engine.TestExecutionResult;
import org.junit.platform.engine.TestExecutionResult.Status;
import org.junit.platform.launcher.TestExecutionListener;
import org.junit.platform.launcher.TestIdentifier;

/** What one run of tests, one after the other, comes to. */
final class TestLog implements TestExecutionListener {

    /**
     * A test, or container, that failed.
     *
     * @param test the test
     * @param cause what it failed with
     */
    record Failure(TestUnit test, Throwable cause) {}

    private final Deque<TestUnit> open = new ArrayDeque<>();
    private final List<TestUnit> finished = new ArrayList<>();
    private final List<Failure> failures = new ArrayList<>();
    private final Consumer<TestUnit> onFinished;

    /** @param onFinished told of each test and container when it has ended */
    TestLog(Consumer<TestUnit> onFinished) {
        this.onFinished = onFinished;
    }

    @Override
    public void executionStarted(TestIdentifier test) {
        open.push(TestUnit.of(test, open.peek()));
    }

    @Override
    public void executionFinished(TestIdentifier test, TestExecutionResult result) {
        TestUnit unit = open.pop();
        onFinished.accept(unit);
        if (test.isTest() && result.getStatus() != Status.ABORTED) {
            finished.add(unit);
        }
        if (result.getStatus() == Status.FAILED) {
            failures.add(new Failure(
                    unit,
                    result.getThrowable().orElseGet(() -> new AssertionError("The test failed without saying why."))));
        }
    }

    /** The innermost test or container that is running; null when none is. */
    @Nullable
    TestUnit current() {
        return open.peek();
    }

    /** The tests that ran to their end, failed ones among them; not those that an assumption ended. */
    List<TestUnit> finished() {
        return finished;
    }

    List<Failure> failures() {
        return failures;
    }
}
