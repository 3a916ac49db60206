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
import org.apiguardian.api.API;

/**
 * What executions on AWS walked of the current definition, told by replaying their answers.
 *
 * <pre>{@code
 * ProductionComparison comparison = ProductionCoverage.of(recordings, orders)
 *         .comparedWith(CoverageParts.read(List.of(Path.of("target/stepunit/coverage"))).data());
 * }</pre>
 *
 * <p>An execution that would go another way now says nothing about the current definition, and is left out.
 *
 * @param definition what was walked; each execution stands as a test of its own, called {@code production: order-42}
 * @param walked the executions that count, in their order
 * @param departing those that are left out, with what they would do now
 */
@API(status = API.Status.EXPERIMENTAL, since = "0.1")
public record ProductionCoverage(
        DefinitionCoverage definition, List<RecordedExecution> walked, List<ReplayResult> departing) {

    private static final String PREFIX = "production: ";

    public ProductionCoverage {
        walked = List.copyOf(walked);
        departing = List.copyOf(departing);
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
        CoverageRecorder recorder = new CoverageRecorder();
        recorder.loaded(current.definition(), current.name(), current.type());
        List<RecordedExecution> walked = new ArrayList<>();
        List<ReplayResult> departing = new ArrayList<>();
        for (RecordedExecution recording : recordings) {
            ReplayResult result = replay.replay(recording);
            if (goesTheSameWay(result)) {
                walked.add(recording);
                recorder.ran(
                        current.definition(),
                        current.name(),
                        current.type(),
                        result.replayed().history(),
                        testOf(recording));
            } else {
                departing.add(result);
            }
        }
        SourceFiles files = new SourceFiles(Path.of(""));
        CoverageData data = recorder.snapshot(
                definition -> files.fileOf(definition.sourceMap().source()));
        return new ProductionCoverage(data.definitions().get(0), walked, departing);
    }

    /** Other data, such as the ARNs of what is deployed, does not count. */
    private static boolean goesTheSameWay(ReplayResult result) {
        return result.divergences().stream().allMatch(each -> each.kind() == Divergence.Kind.OTHER_DATA);
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
     * Writes it beside the parts of tests, so that the report shows both.
     *
     * @param folder {@code target/stepunit/coverage}
     * @return the part
     * @throws java.io.UncheckedIOException when it cannot be written
     */
    public Path writePart(Path folder) {
        Path part = CoverageParts.newPart(folder);
        CoverageParts.write(data(), part);
        return part;
    }

    /** What production walks and no test does, and the other way round. */
    public ProductionComparison comparedWith(CoverageData tests) {
        return ProductionComparison.between(this, tests);
    }
}
