package io.github.stepunit.samples.docs;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.stepunit.Execution;
import io.github.stepunit.StateMachine;
import io.github.stepunit.coverage.CoverageElement;
import io.github.stepunit.coverage.CoverageRecorder;
import io.github.stepunit.coverage.DefinitionElements;
import io.github.stepunit.coverage.ElementCoverage;
import io.github.stepunit.coverage.TestSkeletons;
import io.github.stepunit.task.TaskMocks;
import java.lang.reflect.InvocationTargetException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import javax.tools.ToolProvider;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The tests that coverage reports propose: they compile, and nearly all of them walk what they are for. */
class SkeletonsTest {

    private static final String IMPORTS =
            """
            import static io.github.stepunit.assertj.StepUnitAssertions.assertThat;

            import io.github.stepunit.Execution;
            import io.github.stepunit.StateMachine;
            import io.github.stepunit.task.TaskMocks;
            import org.junit.jupiter.api.Test;

            """;

    /** One proposed test in a class of its own, since names may be alike. */
    private record Proposal(
            Path file, StateMachine machine, CoverageElement element, String className, String method) {}

    @Test
    void proposed_tests_compile_and_walk_what_they_are_for(@TempDir Path folder) throws Exception {
        List<Proposal> proposals = proposals();
        List<String> arguments = new ArrayList<>(List.of(
                "-proc:none", "-nowarn", "-d", folder.toString(), "-cp", System.getProperty("java.class.path")));
        for (Proposal each : proposals) {
            Path source = folder.resolve(each.className() + ".java");
            Files.writeString(
                    source,
                    IMPORTS + "public class " + each.className() + " {\n"
                            + each.method().replace("\nvoid ", "\npublic void ") + "}\n");
            arguments.add(source.toString());
        }
        assertThat(ToolProvider.getSystemJavaCompiler().run(null, null, null, arguments.toArray(String[]::new)))
                .isZero();
        List<String> missed = new ArrayList<>();
        try (URLClassLoader loader = new URLClassLoader(
                new URL[] {folder.toUri().toURL()}, getClass().getClassLoader())) {
            for (Proposal each : proposals) {
                if (!walks(each, loader)) {
                    missed.add(each.file().getFileName() + ": " + each.element().label());
                }
            }
        }
        assertThat(proposals).hasSizeGreaterThan(80);
        assertThat(missed).hasSizeLessThan(proposals.size() / 10);
    }

    private static List<Proposal> proposals() throws Exception {
        List<Proposal> proposals = new ArrayList<>();
        try (Stream<Path> files = Files.list(Path.of("statemachines"))) {
            for (Path file : files.filter(each -> each.toString().endsWith(".asl.json"))
                    .sorted()
                    .toList()) {
                StateMachine machine = StateMachine.load(file);
                TestSkeletons skeletons = new TestSkeletons(machine.definition());
                for (CoverageElement element : DefinitionElements.of(machine.definition())) {
                    if (element.reachable()) {
                        proposals.add(new Proposal(
                                file,
                                machine,
                                element,
                                "Proposal" + proposals.size(),
                                skeletons.of(element).method()));
                    }
                }
            }
        }
        return proposals;
    }

    private static boolean walks(Proposal proposal, ClassLoader loader) throws Exception {
        List<Execution> executions = new ArrayList<>();
        TaskMocks tasks = new TaskMocks();
        StateMachine machine = proposal.machine().withTasks(tasks).onStart(executions::add);
        Class<?> type = loader.loadClass(proposal.className());
        String name = type.getDeclaredMethods()[0].getName();
        try {
            type.getMethod(name, StateMachine.class, TaskMocks.class)
                    .invoke(type.getConstructor().newInstance(), machine, tasks);
        } catch (InvocationTargetException failed) {
            // It has its own assertion; what counts here is what was walked.
            assertThat(failed.getCause()).as(proposal.method()).isNotInstanceOf(IllegalArgumentException.class);
        }
        CoverageRecorder recorder = new CoverageRecorder();
        executions.forEach(
                each -> recorder.ran(machine.definition(), machine.name(), machine.type(), each.history(), null));
        return recorder.snapshot(definition -> null).definitions().stream()
                .flatMap(each -> each.elements().stream())
                .filter(ElementCoverage::isCovered)
                .anyMatch(each -> each.element().id().equals(proposal.element().id()));
    }
}
