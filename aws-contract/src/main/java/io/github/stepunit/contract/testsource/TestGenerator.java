package io.github.stepunit.contract.testsource;

import io.github.stepunit.ExecutionStatus;
import io.github.stepunit.MapRun;
import io.github.stepunit.StateMachine;
import io.github.stepunit.contract.recorded.RecordedExecution;
import io.github.stepunit.contract.recorded.Replay;
import io.github.stepunit.contract.recorded.ReplayResult;
import io.github.stepunit.contract.recorded.SecretRules;
import io.github.stepunit.definition.MapState;
import io.github.stepunit.definition.State;
import io.github.stepunit.definition.StateGraph;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.function.UnaryOperator;
import java.util.regex.Pattern;
import org.apiguardian.api.API;

/**
 * Makes tests of recorded executions: what the services answered becomes mocks, what the execution did becomes assertions.
 * Immutable.
 *
 * <pre>{@code
 * TestSource test = TestGenerator.of(StateMachine.load(Path.of("statemachines/order.asl.json")))
 *         .inPackage("com.example.orders")
 *         .named("RecordedOrdersTest")
 *         .generate(production.fetchLast(arn, 20));
 * test.write(Path.of("src/test/java"), Path.of("src/test/resources"));
 * }</pre>
 *
 * <p>Each test is tried before it is written. What it would pass without is left out: times, envelopes of services, names,
 * which iteration got which answer. The same recordings give the same source. Secrets are masked by {@link
 * SecretRules#DEFAULT} unless told otherwise, in mocks and assertions alike.
 */
@API(status = API.Status.EXPERIMENTAL, since = "0.1")
public final class TestGenerator {

    private static final Pattern CLASS_NAME = Pattern.compile("[\\p{L}_][\\p{L}\\p{N}_]*");
    private static final Pattern PACKAGE = Pattern.compile("|[\\p{L}_][\\p{L}\\p{N}_]*(\\.[\\p{L}_][\\p{L}\\p{N}_]*)*");

    private final StateMachine machine;
    private final TestClass shape;
    private final SecretRules rules;
    private final UnaryOperator<Replay> replaying;

    private TestGenerator(StateMachine machine, TestClass shape, SecretRules rules, UnaryOperator<Replay> replaying) {
        this.machine = machine;
        this.shape = shape;
        this.rules = rules;
        this.replaying = replaying;
    }

    /** Tests of that machine, in a class that is called as it is. */
    public static TestGenerator of(StateMachine current) {
        return new TestGenerator(current, TestClass.of(current), SecretRules.DEFAULT, UnaryOperator.identity());
    }

    /** The same, with that in {@code @StepFunctionTest}; by default the file that the machine was loaded from. */
    public TestGenerator forDefinition(String file) {
        return new TestGenerator(machine, shape.withDefinition(file), rules, replaying);
    }

    /** The same, for a class in that package (default none). */
    public TestGenerator inPackage(String name) {
        if (!PACKAGE.matcher(name).matches()) {
            throw new IllegalArgumentException("`" + name + "` is no name of a package.");
        }
        return new TestGenerator(machine, shape.withPackage(name), rules, replaying);
    }

    /** The same, for a class of that name (default that of the machine with {@code RecordedTest} behind it). */
    public TestGenerator named(String className) {
        if (!CLASS_NAME.matcher(className).matches()) {
            throw new IllegalArgumentException("`" + className + "` is no name of a class.");
        }
        return new TestGenerator(machine, shape.withName(className), rules, replaying);
    }

    /** The same, with secrets masked by those rules. */
    public TestGenerator masking(SecretRules newRules) {
        return new TestGenerator(machine, shape, newRules, replaying);
    }

    /**
     * The same, with that said to the replay that the tests are made by: {@code replay -> replay.ignoringMembers("id")}.
     * What it ignores is not asserted.
     */
    public TestGenerator replaying(UnaryOperator<Replay> settings) {
        return new TestGenerator(machine, shape, rules, replay -> settings.apply(replaying.apply(replay)));
    }

    /**
     * Makes a class with a test for each recording, in their order. The child executions of Distributed Maps are answered
     * as they were. What no test can be made of is told by {@link TestSource#leftOut()}: child executions by themselves, and
     * executions of whose children AWS keeps no history, or that read or write S3.
     *
     * @throws IllegalArgumentException when there is none, one was recorded without execution data, or no test can be made
     *     of any
     */
    public TestSource generate(Collection<RecordedExecution> recordings) {
        if (recordings.isEmpty()) {
            throw new IllegalArgumentException("There is no recorded execution to make a test of.");
        }
        Replay replay = replaying.apply(Replay.of(machine));
        List<RecordedTest> tests = new ArrayList<>();
        List<String> leftOut = new ArrayList<>();
        for (RecordedExecution recording : recordings) {
            ReplayResult result = replay.replay(recording.masked(rules));
            String reason = whyNoTest(result);
            if (reason.isEmpty()) {
                tests.add(RecordedTest.of(result, machine));
            } else {
                leftOut.add(recording.name() + ": " + reason);
            }
        }
        if (tests.isEmpty()) {
            throw new IllegalArgumentException(
                    "No test can be made of the recorded executions.\n  " + String.join("\n  ", leftOut));
        }
        return shape.source(tests, leftOut);
    }

    /** Empty when one can be made. */
    private String whyNoTest(ReplayResult result) {
        if (isOfProcessor(result.replayed().stateMachine())) {
            return "it is a child execution of a Distributed Map, which no test can start by itself; a test of the execution"
                    + " that it is a child of runs it too";
        }
        boolean brokenOff = result.replayed().status() == ExecutionStatus.RUNNING
                && result.recorded().status() != ExecutionStatus.RUNNING;
        if (brokenOff) {
            return String.join("; ", result.notReplayed());
        }
        return result.replayed().mapRuns().stream()
                .map(MapRun::stateName)
                .filter(name -> usesObjects(machine.definition().graph(), name))
                .findFirst()
                .map(name ->
                        "its Distributed Map \"" + name + "\" reads or writes S3, where nothing is in a generated test")
                .orElse("");
    }

    private static boolean usesObjects(StateGraph graph, String mapState) {
        for (State state : graph.states().values()) {
            boolean uses = state instanceof MapState map
                    && map.name().equals(mapState)
                    && map.distribution() != null
                    && (map.distribution().itemReader() != null
                            || map.distribution().resultWriter() != null);
            if (uses || state.graphs().stream().anyMatch(inner -> usesObjects(inner, mapState))) {
                return true;
            }
        }
        return false;
    }

    private boolean isOfProcessor(StateMachine replayed) {
        return !replayed.definition()
                .graph()
                .pointer()
                .equals(machine.definition().graph().pointer());
    }

    /** Makes a class with one test. */
    public TestSource generate(RecordedExecution recording) {
        return generate(List.of(recording));
    }
}
