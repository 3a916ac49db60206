package io.github.stepunit.mutation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import io.github.stepunit.Execution;
import io.github.stepunit.StateMachine;
import io.github.stepunit.definition.StateMachineDefinition;
import io.github.stepunit.definition.StateMachineType;
import io.github.stepunit.mutation.ProvenMachines.Machine;
import io.github.stepunit.mutation.ProvenMachines.Scenario;
import io.github.stepunit.task.TaskMocks;
import java.lang.reflect.InvocationTargetException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import javax.tools.ToolProvider;
import org.jspecify.annotations.NullUnmarked;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * The assertions that are said to be missing: each compiles, holds for the original, and fails for the mutant. What a test
 * would do that somebody adds them to.
 */
@NullUnmarked // fields are set before the tests
class MissingAssertionsTest {

    private static final String HEAD =
            """
            import static io.github.stepunit.assertj.StepUnitAssertions.assertThat;
            import static java.time.Duration.*;

            import io.github.stepunit.*;

            public class Proposals {
            """;

    /** One execution of a mutant, and that of its original with the same input and mocks. */
    private record Pair(Mutant mutant, Execution original, Execution mutated, @Nullable String difference) {}

    private static final List<Pair> PAIRS = new ArrayList<>();

    /** All assertions, each at the index of its method. */
    private static final List<String> ASSERTIONS = new ArrayList<>();

    @TempDir
    static Path folder;

    private static URLClassLoader proposals;

    @BeforeAll
    static void run_all_mutants_and_compile_what_is_said_to_be_missing() throws Exception {
        ProvenMachines.all().forEach(MissingAssertionsTest::run);
        Set<String> all = new TreeSet<>();
        for (Pair each : PAIRS) {
            all.add(each.mutant().assertion());
            if (each.difference() != null) {
                all.add(each.difference());
            }
        }
        ASSERTIONS.addAll(all);
        StringBuilder source = new StringBuilder(HEAD);
        for (int i = 0; i < ASSERTIONS.size(); i++) {
            source.append("public static void a")
                    .append(i)
                    .append("(Execution execution, Execution original) {\n")
                    .append(withSnapshot(ASSERTIONS.get(i)))
                    .append("\n}\n");
        }
        Path file = Files.writeString(folder.resolve("Proposals.java"), source.append("}\n"));
        assertThat(ToolProvider.getSystemJavaCompiler()
                        .run(
                                null,
                                null,
                                null,
                                "-proc:none",
                                "-nowarn",
                                "-d",
                                folder.toString(),
                                "-cp",
                                System.getProperty("java.class.path"),
                                file.toString()))
                .isZero();
        proposals =
                new URLClassLoader(new URL[] {folder.toUri().toURL()}, MissingAssertionsTest.class.getClassLoader());
    }

    /** The snapshot is what the original gives. */
    private static String withSnapshot(String assertion) {
        int at = assertion.indexOf(".matchesSnapshot();");
        if (at < 0) {
            return assertion;
        }
        String subject = assertion.substring(0, at);
        return subject + ".isEqualTo(" + subject.replace("(execution)", "(original)")
                + ".as(com.fasterxml.jackson.databind.JsonNode.class).actual());";
    }

    private static void run(Machine machine) {
        StateMachineDefinition definition =
                StateMachineDefinition.parse("test.asl.json", machine.asl(), StateMachineType.STANDARD);
        List<Mutant> mutants = Mutants.of(definition, StateMachineType.STANDARD);
        for (Scenario scenario : machine.scenarios()) {
            Execution original = run(definition, scenario);
            for (Mutant mutant : mutants) {
                Execution mutated = run(mutant.parsed(), scenario);
                PAIRS.add(new Pair(mutant, original, mutated, ExecutionDifference.assertion(original, mutated)));
            }
        }
    }

    private static Execution run(StateMachineDefinition definition, Scenario scenario) {
        TaskMocks tasks = new TaskMocks().lenient();
        scenario.mocks().accept(tasks);
        return StateMachine.of(definition, StateMachineType.STANDARD)
                .withTasks(tasks)
                .start(scenario.input());
    }

    private static boolean notices(String assertion, Pair pair) {
        return holds(assertion, pair.original(), pair.original()) && !holds(assertion, pair.mutated(), pair.original());
    }

    private static boolean holds(String assertion, Execution execution, Execution original) {
        Throwable failure = catchThrowable(() -> call(assertion, execution, original));
        assertThat(failure == null || failure instanceof AssertionError)
                .as(() -> assertion + " threw " + failure)
                .isTrue();
        return failure == null;
    }

    private static void call(String assertion, Execution execution, Execution original) throws Throwable {
        try {
            proposals
                    .loadClass("Proposals")
                    .getMethod("a" + ASSERTIONS.indexOf(assertion), Execution.class, Execution.class)
                    .invoke(null, execution, original);
        } catch (InvocationTargetException failed) {
            throw failed.getCause();
        }
    }

    @Test
    void what_makes_the_difference_holds_without_the_mutant_and_fails_with_it() {
        List<Pair> different =
                PAIRS.stream().filter(each -> each.difference() != null).toList();
        assertThat(different).hasSizeGreaterThan(300);
        assertThat(different.stream()
                        .filter(each -> !notices(each.difference(), each))
                        .map(each -> each.mutant() + ": " + each.difference()))
                .isEmpty();
    }

    @Test
    void all_mutants_make_a_difference_somewhere() {
        assertThat(mutantsThat(each -> each.difference() != null)).isEmpty();
        Set<Mutator> mutators = PAIRS.stream()
                .map(each -> each.mutant().mutator())
                .collect(Collectors.toCollection(() -> EnumSet.noneOf(Mutator.class)));
        assertThat(mutators).containsExactly(Mutator.values());
    }

    @Test
    void what_the_definition_alone_tells_notices_the_mutant_with_data_that_make_a_difference() {
        assertThat(mutantsThat(each -> notices(each.mutant().assertion(), each)))
                .isEmpty();
    }

    /** The mutants of which no execution does that, and what is said to be missing. */
    private static List<String> mutantsThat(Predicate<Pair> notice) {
        return PAIRS.stream()
                .collect(Collectors.groupingBy(Pair::mutant, LinkedHashMap::new, Collectors.toList()))
                .entrySet()
                .stream()
                .filter(each -> each.getValue().stream().noneMatch(notice))
                .map(each -> each.getKey() + ": " + each.getKey().assertion())
                .toList();
    }
}
