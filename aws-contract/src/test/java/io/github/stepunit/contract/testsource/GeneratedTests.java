package io.github.stepunit.contract.testsource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.platform.engine.discovery.DiscoverySelectors.selectClass;

import java.io.IOException;
import java.io.StringWriter;
import java.net.URI;
import java.net.URLClassLoader;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import javax.tools.Diagnostic;
import javax.tools.DiagnosticCollector;
import javax.tools.JavaCompiler;
import javax.tools.JavaFileObject;
import javax.tools.SimpleJavaFileObject;
import javax.tools.StandardJavaFileManager;
import javax.tools.ToolProvider;
import org.junit.platform.engine.TestExecutionResult;
import org.junit.platform.testkit.engine.EngineTestKit;
import org.junit.platform.testkit.engine.Event;

/** Compiles generated tests and runs them, as a team would that has pasted them. */
final class GeneratedTests {

    private final Path classes;

    GeneratedTests(Path classes) {
        this.classes = classes;
    }

    /** Compiles them in one go; gives the errors by class. */
    Map<String, String> compile(List<TestSource> tests) {
        JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
        DiagnosticCollector<JavaFileObject> problems = new DiagnosticCollector<>();
        List<JavaFileObject> sources = new ArrayList<>();
        tests.forEach(test -> sources.add(new Source(test)));
        tests.forEach(test -> test.write(classes.resolve("sources"), classes));
        try (StandardJavaFileManager files = compiler.getStandardFileManager(problems, Locale.ROOT, null)) {
            List<String> options = List.of(
                    "-d", classes.toString(), "-cp", System.getProperty("java.class.path"), "-proc:none", "-nowarn");
            compiler.getTask(new StringWriter(), files, problems, options, null, sources)
                    .call();
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
        Map<String, String> errors = new LinkedHashMap<>();
        for (Diagnostic<? extends JavaFileObject> problem : problems.getDiagnostics()) {
            if (problem.getKind() == Diagnostic.Kind.ERROR) {
                String file =
                        problem.getSource() == null ? "" : problem.getSource().getName();
                errors.merge(file, problem.getLineNumber() + ": " + problem.getMessage(Locale.ROOT), (a, b) -> a);
            }
        }
        return errors;
    }

    /** Runs them; gives the failures by class. */
    Map<String, String> run(List<TestSource> tests) throws Exception {
        ClassLoader before = Thread.currentThread().getContextClassLoader();
        try (URLClassLoader loader =
                new URLClassLoader(new java.net.URL[] {classes.toUri().toURL()}, before)) {
            Thread.currentThread().setContextClassLoader(loader);
            EngineTestKit.Builder engine = EngineTestKit.engine("junit-jupiter");
            for (TestSource test : tests) {
                engine = engine.selectors(selectClass(loader.loadClass(test.className())));
            }
            var events = engine.configurationParameter("stepunit.coverage.enabled", "false")
                    .execute()
                    .testEvents();
            assertThat(events.finished().count()).isGreaterThanOrEqualTo(tests.size());
            return events.failed().stream()
                    .collect(Collectors.toMap(
                            each -> each.getTestDescriptor().getUniqueId().toString(),
                            GeneratedTests::message,
                            (a, b) -> a,
                            LinkedHashMap::new));
        } finally {
            Thread.currentThread().setContextClassLoader(before);
        }
    }

    private static String message(Event failed) {
        return failed.getRequiredPayload(TestExecutionResult.class)
                .getThrowable()
                .map(String::valueOf)
                .orElse("");
    }

    /** A class that is compiled from memory. */
    private static final class Source extends SimpleJavaFileObject {

        private final TestSource test;

        Source(TestSource test) {
            super(URI.create("string:///" + test.className().replace('.', '/') + ".java"), Kind.SOURCE);
            this.test = test;
        }

        @Override
        public CharSequence getCharContent(boolean ignoreEncodingErrors) {
            return test.source();
        }
    }
}
