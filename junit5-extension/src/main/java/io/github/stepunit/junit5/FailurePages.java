package io.github.stepunit.junit5;

import io.github.stepunit.Execution;
import io.github.stepunit.FailedTest;
import io.github.stepunit.FailurePageWriter;
import io.github.stepunit.internal.file.FileNames;
import io.github.stepunit.internal.file.TestClasses;
import io.github.stepunit.internal.file.WholeFile;
import java.io.IOException;
import java.lang.reflect.Method;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.ServiceConfigurationError;
import java.util.ServiceLoader;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.platform.commons.support.HierarchyTraversalMode;
import org.junit.platform.commons.support.ReflectionSupport;

/**
 * Leaves a page for each execution of a failed test under the build directory, if something on the class path can make one
 * ({@code stepunit-report}). What goes wrong with that never hides why the test failed.
 */
final class FailurePages {

    /** {@code stepunit.failures.enabled}, by default true. */
    static final String ENABLED = "stepunit.failures.enabled";
    /** {@code stepunit.failures.folder}, by default {@code stepunit/failures} in the build directory. */
    static final String FOLDER = "stepunit.failures.folder";

    /** Tests in a loop or over random input: nobody opens more pages of one test. */
    private static final int MOST = 10;

    private static final String SAME_VERSION = "\n  do      give stepunit-report the version of stepunit-junit5.";

    private final ExtensionContext context;
    private final TestClasses classes;
    private final FailurePageWriter writer;
    private final Path folder;

    private FailurePages(ExtensionContext context, FailurePageWriter writer, Path folder) {
        this.context = context;
        this.classes = new TestClasses(RunningTestExtension.classesOf(context));
        this.writer = writer;
        this.folder = folder;
    }

    /** Attaches the links to the failure as a suppressed exception: its type, message and values stay as they are. */
    static void attach(ExtensionContext context, List<Execution> executions, Throwable failure) {
        attach(context, executions, failure, FailurePages::installed);
    }

    static void attach(
            ExtensionContext context,
            List<Execution> executions,
            Throwable failure,
            Supplier<@Nullable FailurePageWriter> installed) {
        if (executions.isEmpty() || isOff(context::getConfigurationParameter)) {
            return;
        }
        try {
            FailurePageWriter writer = installed.get();
            if (writer != null) {
                String links = new FailurePages(context, writer, folder(context::getConfigurationParameter))
                        .links(executions, failure);
                failure.addSuppressed(
                        ExecutionReport.ofPages("Open in a browser what the executions of this test did:" + links));
            }
        } catch (RuntimeException | ServiceConfigurationError | LinkageError unusable) {
            failure.addSuppressed(ExecutionReport.ofPages("No page shows what the executions of this test did: "
                    + unusable + (unusable instanceof RuntimeException ? "" : SAME_VERSION)));
        }
    }

    private String links(List<Execution> executions, Throwable failure) {
        StringBuilder links = new StringBuilder();
        for (int i = 0; i < Math.min(MOST, executions.size()); i++) {
            links.append("\n  ").append(link(executions.get(i), i + 1, executions.size(), failure));
        }
        if (executions.size() > MOST) {
            links.append("\n  (and ").append(executions.size() - MOST).append(" more executions without a page)");
        }
        return links.toString();
    }

    private static boolean isOff(Function<String, Optional<String>> properties) {
        return properties.apply(ENABLED).map(String::strip).orElse("true").equalsIgnoreCase("false");
    }

    private static @Nullable FailurePageWriter installed() {
        return ServiceLoader.load(FailurePageWriter.class, FailurePageWriter.class.getClassLoader())
                .findFirst()
                .orElse(null);
    }

    private static Path folder(Function<String, Optional<String>> properties) {
        return properties
                .apply(FOLDER)
                .map(String::strip)
                .filter(each -> !each.isEmpty())
                .map(Path::of)
                .orElseGet(() -> CoverageSettings.defaultFolder(Path.of("")).resolveSibling("failures"));
    }

    private String link(Execution execution, int number, int count, Throwable failure) {
        try {
            String message = failure.getMessage() == null ? failure.toString() : failure.getMessage();
            String page = writer.page(new FailedTest(testName(), message, execution, number, count));
            Path file = file(number).toAbsolutePath();
            WholeFile.write(file, page);
            String link = file.toUri().toString().replaceFirst("^file:/(?!/)", "file:///");
            context.publishReportEntry("stepunit.failure", link);
            return link;
        } catch (IOException | RuntimeException | StackOverflowError | LinkageError e) {
            return "(no page of execution " + number + ": " + e + ")" + (e instanceof LinkageError ? SAME_VERSION : "");
        }
    }

    private String testName() {
        String method = context.getRequiredTestMethod().getName();
        String display = context.getDisplayName();
        return classes.simpleName() + "." + method + (display.startsWith(method) ? "" : ", " + display);
    }

    /** {@code target/stepunit/failures/com.acme.OrderTest/ships-1.html}; the invocations of a template have their own. */
    private Path file(int number) {
        return folder.resolve(FileNames.of(classes.name()))
                .resolve(method() + invocation(context.getUniqueId()) + "-" + number + ".html");
    }

    /** With its parameters where another method has the same name. */
    private String method() {
        Method method = context.getRequiredTestMethod();
        long ofThatName = ReflectionSupport.findMethods(
                        context.getRequiredTestClass(),
                        each -> each.getName().equals(method.getName()) && !each.isBridge(),
                        HierarchyTraversalMode.TOP_DOWN)
                .size();
        return ofThatName < 2
                ? FileNames.of(method.getName())
                : FileNames.of(with(method, Class::getSimpleName), with(method, Class::getName));
    }

    private static String with(Method method, Function<Class<?>, String> name) {
        return method.getName()
                + Stream.of(method.getParameterTypes()).map(name).collect(Collectors.joining(",", "(", ")"));
    }

    /** {@code [test-template-invocation:#3]} of the unique id is what tells parameterized and repeated tests apart. */
    private static String invocation(String uniqueId) {
        StringBuilder text = new StringBuilder();
        for (String segment : uniqueId.split("/", -1)) {
            int at = segment.indexOf("invocation:#");
            if (at >= 0) {
                text.append('-').append(segment.substring(at).replaceAll("[^0-9]", ""));
            }
        }
        return text.toString();
    }
}
