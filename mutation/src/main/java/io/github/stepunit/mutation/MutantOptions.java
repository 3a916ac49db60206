package io.github.stepunit.mutation;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.NullUnmarked;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** Which mutants are made and how they are run, as the command line tells it. */
@NullUnmarked // picocli sets the fields
final class MutantOptions {

    @Spec(Spec.Target.MIXEE)
    private CommandSpec spec;

    @Option(
            names = "--definition",
            paramLabel = "GLOB",
            split = ",",
            description = "Only state machines with one of these names or files.")
    private List<String> definitions = List.of();

    @Option(names = "--state", paramLabel = "GLOB", description = "Only states with this name; may be repeated.")
    private List<String> states = List.of();

    @Option(names = "--mutator", paramLabel = "NAME", split = ",", description = "Only these kinds of change.")
    private List<String> mutators = List.of();

    @Option(
            names = "--max-mutants",
            paramLabel = "N",
            defaultValue = "5000",
            description = "When there are more, so many are drawn (default: ${DEFAULT-VALUE}).")
    private int maxMutants;

    @Option(
            names = "--seed",
            paramLabel = "N",
            defaultValue = "0",
            description = "For drawing them (default: ${DEFAULT-VALUE}).")
    private long seed;

    @Option(
            names = "--timeout",
            paramLabel = "SECONDS",
            defaultValue = "30",
            description = "How long a test may take in real time (default: ${DEFAULT-VALUE}).")
    private long timeout;

    /** What is to be done with these tests. */
    MutationSettings settings(TestOptions tests, ClassLoader classLoader) {
        if (maxMutants < 1) {
            throw wrong("--max-mutants is " + maxMutants + ", but should be 1 or more.");
        }
        if (timeout < 1) {
            throw wrong("--timeout is " + timeout + ", but should be 1 or more.");
        }
        return new MutationSettings(
                tests.selectors(classLoader),
                tests.filters(),
                definitions.stream().map(MutationSettings::glob).toList(),
                states.stream().map(MutationSettings::glob).toList(),
                mutators.stream().map(this::mutator).collect(Collectors.toCollection(LinkedHashSet::new)),
                maxMutants,
                seed,
                Duration.ofSeconds(timeout),
                Path.of(""));
    }

    private Mutator mutator(String name) {
        return Arrays.stream(Mutator.values())
                .filter(each -> each.text().equalsIgnoreCase(name.strip()))
                .findFirst()
                .orElseThrow(() -> wrong("There is no mutator " + name + ". There are: "
                        + Arrays.stream(Mutator.values()).map(Mutator::text).collect(Collectors.joining(", "))
                        + "."));
    }

    private ParameterException wrong(String message) {
        return new ParameterException(spec.commandLine(), message);
    }
}
