package io.github.stepunit.junit5;

import io.github.stepunit.coverage.CoverageData;
import io.github.stepunit.coverage.CoverageParts;
import io.github.stepunit.coverage.CoveringTest;
import java.io.UncheckedIOException;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.apiguardian.api.API;
import org.jspecify.annotations.Nullable;
import org.junit.platform.engine.TestExecutionResult;
import org.junit.platform.engine.TestSource;
import org.junit.platform.engine.UniqueId;
import org.junit.platform.engine.support.descriptor.ClassSource;
import org.junit.platform.engine.support.descriptor.MethodSource;
import org.junit.platform.launcher.TestExecutionListener;
import org.junit.platform.launcher.TestIdentifier;
import org.junit.platform.launcher.TestPlan;

/**
 * Gathers coverage without being asked to: found by JUnit's launcher on the class path. Each test plan has a
 * part of its own: Surefire's forks run a plan for each class, and to write all of what was before again each time would
 * cost more than the tests.
 */
@API(status = API.Status.INTERNAL, since = "0.1")
// The launcher is there when it calls this class, and whoever compiles against this module need not have it.
@SuppressWarnings("exports")
public final class CoverageListener implements TestExecutionListener {

    private static final System.Logger LOGGER = System.getLogger(CoverageListener.class.getName());
    private static final int LONGEST_DISPLAY_NAME = 80;

    /** What JUnit writes otherwise in the text of a unique id. */
    private static final String ESCAPED = "[:]/%+";

    private @Nullable CoverageGatherer gatherer;
    private final Map<UniqueId, String> containers = new ConcurrentHashMap<>();

    /** For {@link java.util.ServiceLoader}. */
    public CoverageListener() {}

    @Override
    public void testPlanExecutionStarted(TestPlan plan) {
        CoverageSettings settings =
                CoverageSettings.of(name -> plan.getConfigurationParameters().get(name));
        if (settings.enabled()) {
            gatherer = new CoverageGatherer(settings);
            CoverageObserver.add(gatherer);
        }
    }

    @Override
    public void executionStarted(TestIdentifier test) {
        if (gatherer != null) {
            gatherer.testStarted(test, test.isTest(), () -> testOf(test));
        }
    }

    @Override
    public void executionFinished(TestIdentifier test, TestExecutionResult result) {
        if (gatherer != null) {
            gatherer.testFinished(test);
        }
    }

    @Override
    public void testPlanExecutionFinished(TestPlan plan) {
        CoverageGatherer ended = gatherer;
        if (ended == null) {
            return;
        }
        CoverageObserver.remove(ended);
        gatherer = null;
        CoverageData data = ended.finish();
        containers.clear();
        if (data.definitions().isEmpty()) {
            return;
        }
        try {
            CoverageParts.write(data, ended.newPart());
        } catch (UncheckedIOException unwritable) {
            // Not the tests' fault; a check that misses the part will say so.
            LOGGER.log(System.Logger.Level.WARNING, "StepUnit: {0}", unwritable.getMessage());
        }
    }

    private CoveringTest testOf(TestIdentifier test) {
        return new CoveringTest(idOf(test), nameOf(test));
    }

    /** JUnit's text of the unique id, which JUnit itself would put together from the id's root on for each test. */
    private String idOf(TestIdentifier test) {
        UniqueId container = test.getParentIdObject().orElse(null);
        if (container == null) {
            return test.getUniqueId();
        }
        return containers.computeIfAbsent(container, UniqueId::toString) + "/"
                + text(test.getUniqueIdObject().getLastSegment());
    }

    private static String text(UniqueId.Segment segment) {
        String value = segment.getValue();
        for (int i = 0; i < value.length(); i++) {
            if (ESCAPED.indexOf(value.charAt(i)) >= 0) {
                return UniqueId.root(segment.getType(), value).toString();
            }
        }
        return "[" + segment.getType() + ":" + value + "]";
    }

    /** {@code OrderTest.ships}, {@code OrderTest.ships [2] total=13}. */
    private static String nameOf(TestIdentifier test) {
        TestSource source = test.getSource().orElse(null);
        if (source instanceof MethodSource method) {
            String name = simpleName(method.getClassName()) + "." + method.getMethodName();
            return isInvocation(test) ? name + " " + cut(test.getDisplayName()) : name;
        }
        return source instanceof ClassSource type ? simpleName(type.getClassName()) : cut(test.getDisplayName());
    }

    private static boolean isInvocation(TestIdentifier test) {
        String type = test.getUniqueIdObject().getLastSegment().getType();
        return type.equals("test-template-invocation") || type.startsWith("dynamic-");
    }

    /** {@code OrderTest.WhenDeclined} of a nested class. */
    private static String simpleName(String className) {
        return className.substring(className.lastIndexOf('.') + 1).replace('$', ' ');
    }

    private static String cut(String displayName) {
        return displayName.length() <= LONGEST_DISPLAY_NAME
                ? displayName
                : displayName.substring(0, LONGEST_DISPLAY_NAME) + "…";
    }
}
