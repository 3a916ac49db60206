package io.github.stepunit.contract.coverage;

import io.github.stepunit.StateMachine;
import io.github.stepunit.contract.recorded.Divergence;
import io.github.stepunit.contract.recorded.RecordedExecution;
import io.github.stepunit.contract.recorded.Replay;
import io.github.stepunit.contract.recorded.ReplayResult;
import io.github.stepunit.coverage.CoverageData;
import io.github.stepunit.coverage.CoverageParts;
import io.github.stepunit.coverage.CoverageRecorder;
import io.github.stepunit.coverage.CoveringTest;
import io.github.stepunit.coverage.DefinitionCoverage;
import io.github.stepunit.coverage.SourceFiles;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.regex.Pattern;
import org.apiguardian.api.API;

/**
 * What executions on AWS walked of the current definition, told by replaying their answers.
 *
 * <pre>{@code
 * ProductionComparison comparison = ProductionCoverage.of(recordings, orders)
 *         .comparedWith(CoverageParts.read(List.of(Path.of("target/stepunit/coverage"))).data());
 * }</pre>
 *
 * <p>An execution that would go another way now says nothing about the current definition, and is left out. The child
 * executions of Distributed Maps count, as far as AWS has histories of them, for the execution that they belong to.
 *
 * @param definition what was walked; each execution stands as a test of its own, called {@code production: order-42}
 * @param walked the executions that count, in their order
 * @param departing those that are left out, with what they would do now
 * @param walkedChildren the child executions that count, of those that count
 * @param departingChildren the child executions that are left out, with what they would do now
 * @param notCounted what of those that count could not be replayed, with the reason: child executions that are Express
 *     executions, for instance
 */
@API(status = API.Status.EXPERIMENTAL, since = "0.1")
public record ProductionCoverage(
        DefinitionCoverage definition,
        List<RecordedExecution> walked,
        List<ReplayResult> departing,
        List<RecordedExecution> walkedChildren,
        List<ReplayResult> departingChildren,
        List<String> notCounted) {

    /** The folder beside that of the tests' parts in which the parts of production are. */
    public static final String FOLDER = "production-coverage";

    private static final String PREFIX = "production: ";
    private static final Pattern NO_FILE_NAME = Pattern.compile("[^\\w.-]");

    public ProductionCoverage {
        walked = List.copyOf(walked);
        departing = List.copyOf(departing);
        walkedChildren = List.copyOf(walkedChildren);
        departingChildren = List.copyOf(departingChildren);
        notCounted = List.copyOf(notCounted);
    }

    /**
     * Replays them with that machine.
     *
     * @throws IllegalArgumentException when one was recorded without execution data
     */
    public static ProductionCoverage of(Collection<RecordedExecution> recordings, StateMachine current) {
        return of(recordings, current, Replay.of(current));
    }

    /**
     * Replays them in that way.
     *
     * @param replay of the same machine
     */
    public static ProductionCoverage of(Collection<RecordedExecution> recordings, StateMachine current, Replay replay) {
        Walks walks = new Walks(current);
        for (RecordedExecution recording : recordings) {
            walks.add(replay.replay(recording), recording);
        }
        return walks.counted();
    }

    /** Other data, such as the ARNs of what is deployed, does not count. */
    private static boolean goesTheSameWay(ReplayResult result) {
        return result.divergences().stream().allMatch(each -> each.kind() == Divergence.Kind.OTHER_DATA);
    }

    /** What has been walked so far. */
    private static final class Walks {

        private final CoverageRecorder recorder = new CoverageRecorder();
        private final StateMachine current;
        private final List<RecordedExecution> walked = new ArrayList<>();
        private final List<ReplayResult> departing = new ArrayList<>();
        private final List<RecordedExecution> walkedChildren = new ArrayList<>();
        private final List<ReplayResult> departingChildren = new ArrayList<>();
        private final List<String> notCounted = new ArrayList<>();

        Walks(StateMachine current) {
            this.current = current;
            recorder.loaded(current.definition(), current.name(), current.type());
        }

        void add(ReplayResult result, RecordedExecution recording) {
            if (goesTheSameWay(result)) {
                walked.add(recording);
                count(result, recording);
            } else {
                departing.add(result);
            }
        }

        /** @param outermost the execution that it belongs to, with all its children */
        private void count(ReplayResult result, RecordedExecution outermost) {
            // The definition of a child is the processor, whose elements are those of the whole.
            recorder.ran(
                    result.replayed().stateMachine().definition(),
                    current.name(),
                    current.type(),
                    result.replayed().history(),
                    testOf(outermost));
            result.notReplayed()
                    .forEach(each -> notCounted.add(result.recorded().name() + ": " + each));
            for (ReplayResult child : result.children()) {
                if (goesTheSameWay(child)) {
                    walkedChildren.add(child.recorded());
                    count(child, outermost);
                } else {
                    departingChildren.add(child);
                }
            }
        }

        ProductionCoverage counted() {
            SourceFiles files = new SourceFiles(Path.of(""));
            CoverageData data = recorder.snapshot(
                    definition -> files.fileOf(definition.sourceMap().source()));
            return new ProductionCoverage(
                    data.definitions().get(0), walked, departing, walkedChildren, departingChildren, notCounted);
        }
    }

    static CoveringTest testOf(RecordedExecution recording) {
        return new CoveringTest(recording.arn(), PREFIX + recording.name());
    }

    /** Whether what walked something is an execution of production, and no test. */
    static boolean isProduction(CoveringTest test) {
        return test.name().startsWith(PREFIX);
    }

    /** As data that merges with that of tests. */
    public CoverageData data() {
        return new CoverageData(List.of(definition));
    }

    /**
     * Writes it as a part for a report of both, in the place of an earlier one of this machine. Whatever gathers what tests
     * walk finds it not: what production walks is not tested by that.
     *
     * @param testParts the folder with the parts of tests, {@code target/stepunit/coverage}; the part goes into the folder
     *     {@link #FOLDER} beside it
     * @return the part: {@code target/stepunit/production-coverage/orders.json}
     * @throws java.io.UncheckedIOException when it cannot be written
     */
    public Path writePart(Path testParts) {
        Path part = testParts
                .toAbsolutePath()
                .normalize()
                .resolveSibling(FOLDER)
                .resolve(NO_FILE_NAME.matcher(definition.name()).replaceAll("_") + ".json");
        CoverageParts.write(data(), part);
        return part;
    }

    /** What production walks and no test does, and the other way round. */
    public ProductionComparison comparedWith(CoverageData tests) {
        return ProductionComparison.between(this, tests);
    }
}
