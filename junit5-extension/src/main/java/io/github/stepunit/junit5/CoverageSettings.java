package io.github.stepunit.junit5;

import io.github.stepunit.Execution;
import io.github.stepunit.MapRun;
import io.github.stepunit.StateMachine;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Pattern;

/**
 * What {@code junit-platform.properties} or system properties say about gathering coverage.
 *
 * @param enabled {@code stepunit.coverage.enabled}, by default true
 * @param includes {@code stepunit.coverage.includes}: names of machines or files, with {@code *}; by default all
 * @param excludes {@code stepunit.coverage.excludes}: those of them that do not count
 * @param folder {@code stepunit.coverage.folder}: where parts are written
 */
record CoverageSettings(boolean enabled, List<Pattern> includes, List<Pattern> excludes, Path folder) {

    static final String ENABLED = "stepunit.coverage.enabled";
    static final String INCLUDES = "stepunit.coverage.includes";
    static final String EXCLUDES = "stepunit.coverage.excludes";
    static final String FOLDER = "stepunit.coverage.folder";

    static CoverageSettings of(Function<String, Optional<String>> properties) {
        return new CoverageSettings(
                !properties.apply(ENABLED).map(String::strip).orElse("true").equalsIgnoreCase("false"),
                patterns(properties.apply(INCLUDES)),
                patterns(properties.apply(EXCLUDES)),
                properties
                        .apply(FOLDER)
                        .map(String::strip)
                        .filter(each -> !each.isEmpty())
                        .map(Path::of)
                        .orElseGet(() -> defaultFolder(Path.of(""))));
    }

    /** The build directory of Maven, or of Gradle where its files say so. */
    static Path defaultFolder(Path module) {
        boolean gradle = List.of("build.gradle", "build.gradle.kts").stream()
                .anyMatch(each -> Files.exists(module.resolve(each)));
        boolean maven = Files.exists(module.resolve("pom.xml"));
        return module.resolve(gradle && !maven ? "build" : "target")
                .resolve("stepunit")
                .resolve("coverage");
    }

    /** A child execution of a Map Run counts with the machine that its Map is in. */
    boolean isIncluded(Execution execution) {
        MapRun mapRun = execution.parentMapRun();
        return mapRun == null ? isIncluded(execution.stateMachine()) : isIncluded(mapRun.execution());
    }

    boolean isIncluded(StateMachine machine) {
        return (includes.isEmpty() || matches(includes, machine)) && !matches(excludes, machine);
    }

    private static boolean matches(List<Pattern> patterns, StateMachine machine) {
        if (patterns.isEmpty()) {
            return false;
        }
        String source = machine.definition().sourceMap().source().replace('\\', '/');
        return patterns.stream()
                .anyMatch(each -> each.matcher(machine.name()).matches()
                        || each.matcher(source).matches());
    }

    private static List<Pattern> patterns(Optional<String> list) {
        return list.stream()
                .flatMap(each -> Arrays.stream(each.split(",", -1)))
                .map(String::strip)
                .filter(each -> !each.isEmpty())
                .map(CoverageSettings::pattern)
                .toList();
    }

    private static Pattern pattern(String glob) {
        String regex = Arrays.stream(glob.split("\\*", -1))
                .map(each -> each.isEmpty() ? "" : Pattern.quote(each))
                .reduce((left, right) -> left + ".*" + right)
                .orElse("");
        return Pattern.compile(regex);
    }
}
