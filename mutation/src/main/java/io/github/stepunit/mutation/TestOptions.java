package io.github.stepunit.mutation;

import java.io.File;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;
import org.jspecify.annotations.NullUnmarked;
import org.junit.platform.engine.DiscoverySelector;
import org.junit.platform.engine.Filter;
import org.junit.platform.engine.discovery.ClassNameFilter;
import org.junit.platform.engine.discovery.DiscoverySelectors;
import org.junit.platform.launcher.TagFilter;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** Which tests are run, as the command line tells it. */
@NullUnmarked // picocli sets the fields
final class TestOptions {

    @Spec(Spec.Target.MIXEE)
    private CommandSpec spec;

    @Option(
            names = "--scan",
            paramLabel = "FOLDER",
            split = ",",
            description = "Folders of the class path with test classes (default: all of them).")
    private List<Path> folders = List.of();

    @Option(names = "--class", paramLabel = "CLASS", split = ",", description = "Only the tests of these classes.")
    private List<String> classes = List.of();

    @Option(names = "--package", paramLabel = "PACKAGE", split = ",", description = "Only the tests of these packages.")
    private List<String> packages = List.of();

    @Option(
            names = "--include-classes",
            paramLabel = "REGEX",
            defaultValue = "^(.*[.$])?(Test[^.$]*|[^.$]+(Test|Tests|TestCase))(\\$.*)?$",
            description = "Which classes of folders and packages are tests (default: Test*, *Test, *Tests, *TestCase).")
    private String includeClasses;

    @Option(names = "--tag", paramLabel = "TAG", split = ",", description = "Only tests with one of these tags.")
    private List<String> tags = List.of();

    @Option(names = "--exclude-tag", paramLabel = "TAG", split = ",", description = "No tests with one of these tags.")
    private List<String> excludedTags = List.of();

    /** Where they are. */
    List<DiscoverySelector> selectors(ClassLoader classLoader) {
        List<DiscoverySelector> selectors = new ArrayList<>();
        for (String each : classes) {
            try {
                Class.forName(each, false, classLoader);
            } catch (ClassNotFoundException | LinkageError missing) {
                throw new MutationException("There is no class " + each + " on the class path (--class).");
            }
            selectors.add(DiscoverySelectors.selectClass(each));
        }
        packages.forEach(each -> selectors.add(DiscoverySelectors.selectPackage(each)));
        for (Path each : folders) {
            if (!Files.isDirectory(each)) {
                throw new MutationException("There is no folder " + each + " (--scan).");
            }
        }
        if (!folders.isEmpty() || selectors.isEmpty()) {
            Set<Path> roots = new LinkedHashSet<>(folders.isEmpty() ? classPathFolders() : folders);
            selectors.addAll(DiscoverySelectors.selectClasspathRoots(roots));
        }
        return selectors;
    }

    private static List<Path> classPathFolders() {
        List<Path> found = new ArrayList<>();
        for (String entry : System.getProperty("java.class.path", "").split(Pattern.quote(File.pathSeparator), -1)) {
            try {
                if (!entry.isEmpty() && Files.isDirectory(Path.of(entry))) {
                    found.add(Path.of(entry));
                }
            } catch (InvalidPathException noFolder) {
                // Nor a place for classes.
            }
        }
        return found;
    }

    /** Which of those that are there. */
    List<Filter<?>> filters() {
        List<Filter<?>> filters = new ArrayList<>();
        if (classes.isEmpty()) {
            try {
                Pattern.compile(includeClasses);
            } catch (PatternSyntaxException mistake) {
                throw new ParameterException(
                        spec.commandLine(), "--include-classes is no regular expression: " + mistake.getDescription());
            }
            filters.add(ClassNameFilter.includeClassNamePatterns(includeClasses));
        }
        if (!tags.isEmpty()) {
            filters.add(TagFilter.includeTags(tags));
        }
        if (!excludedTags.isEmpty()) {
            filters.add(TagFilter.excludeTags(excludedTags));
        }
        return filters;
    }
}
