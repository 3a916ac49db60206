package io.github.stepunit.junit5;

import io.github.stepunit.Execution;
import io.github.stepunit.FailedTest;
import io.github.stepunit.FailurePageWriter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.ServiceLoader;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.extension.ExtensionContext;

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

    private final ExtensionContext context;
    private final FailurePageWriter writer;
    private final Path folder;

    private FailurePages(ExtensionContext context, FailurePageWriter writer, Path folder) {
        this.context = context;
        this.writer = writer;
        this.folder = folder;
    }

    /** Attaches the links to the failure as a suppressed exception: its type, message and values stay as they are. */
    static void attach(ExtensionContext context, List<Execution> executions, Throwable failure) {
        FailurePageWriter writer = executions.isEmpty() ? null : find(context::getConfigurationParameter);
        if (writer == null) {
            return;
        }
        FailurePages pages = new FailurePages(context, writer, folder(context::getConfigurationParameter));
        StringBuilder links = new StringBuilder();
        for (int i = 0; i < Math.min(MOST, executions.size()); i++) {
            links.append("\n  ").append(pages.link(executions.get(i), i + 1, executions.size(), failure));
        }
        if (executions.size() > MOST) {
            links.append("\n  (and ").append(executions.size() - MOST).append(" more executions without a page)");
        }
        failure.addSuppressed(
                ExecutionReport.ofPages("Open in a browser what the executions of this test did:" + links));
    }

    private static @Nullable FailurePageWriter find(Function<String, Optional<String>> properties) {
        boolean off =
                properties.apply(ENABLED).map(String::strip).orElse("true").equalsIgnoreCase("false");
        return off
                ? null
                : ServiceLoader.load(FailurePageWriter.class, FailurePageWriter.class.getClassLoader())
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
            write(file, page);
            String link = file.toUri().toString().replaceFirst("^file:/(?!/)", "file:///");
            context.publishReportEntry("stepunit.failure", link);
            return link;
        } catch (IOException | RuntimeException | StackOverflowError e) {
            return "(no page of execution " + number + ": " + e + ")";
        }
    }

    private String testName() {
        String type = context.getRequiredTestClass().getName();
        String simple = type.substring(type.lastIndexOf('.') + 1).replace('$', '.');
        String method = context.getRequiredTestMethod().getName();
        String display = context.getDisplayName();
        return simple + "." + method + (display.startsWith(method) ? "" : ", " + display);
    }

    /** {@code target/stepunit/failures/com.acme.OrderTest/ships-1.html}; the invocations of a template have their own. */
    private Path file(int number) {
        String method = context.getRequiredTestMethod().getName();
        String invocation = invocation(context.getUniqueId());
        return folder.resolve(safe(context.getRequiredTestClass().getName()))
                .resolve(safe(method) + invocation + "-" + number + ".html");
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

    private static String safe(String name) {
        String safe = name.replaceAll("[^\\p{L}\\p{N}._$-]", "_");
        String kept = safe.length() > 100 ? safe.substring(0, 100) : safe;
        return kept.equals(name) ? name : kept + "-" + String.format(Locale.ROOT, "%08x", name.hashCode());
    }

    /** Whole or not at all: a browser may have the page of the last run open. */
    private static void write(Path file, String page) throws IOException {
        Path parent = file.getParent();
        if (parent == null) {
            throw new IOException(file + " has no folder");
        }
        Files.createDirectories(parent);
        Path written = Files.createTempFile(parent, "page", ".tmp");
        try {
            Files.writeString(written, page);
            Files.move(written, file, StandardCopyOption.REPLACE_EXISTING);
        } finally {
            Files.deleteIfExists(written);
        }
    }
}
