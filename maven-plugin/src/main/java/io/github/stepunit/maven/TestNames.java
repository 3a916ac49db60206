package io.github.stepunit.maven;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** The full names of test classes that are named as Surefire takes them: {@code OrderTest} for {@code com.shop.OrderTest}. */
final class TestNames {

    private static final String COMPILED = ".class";

    private TestNames() {}

    /**
     * Itself when it has a package, else those of that name.
     *
     * @throws IllegalArgumentException when there is none
     */
    static List<String> of(String name, Path testClasses) {
        if (name.contains(".") || !Files.isDirectory(testClasses)) {
            return List.of(name);
        }
        try (Stream<Path> files = Files.walk(testClasses)) {
            List<String> found = files.filter(
                            each -> String.valueOf(each.getFileName()).equals(name + COMPILED))
                    .map(each -> nameOf(testClasses.relativize(each)))
                    .sorted()
                    .toList();
            if (found.isEmpty()) {
                throw new IllegalArgumentException("There is no test class " + name + " in " + testClasses
                        + ".\n  do      give names of test classes, with or without their packages:"
                        + " -Dstepunit.mutate.tests=OrderTest");
            }
            return found;
        } catch (IOException e) {
            throw new UncheckedIOException("The folder " + testClasses + " cannot be searched: " + e, e);
        }
    }

    private static String nameOf(Path file) {
        String path = file.toString();
        return path.substring(0, path.length() - COMPILED.length()).replace(File.separatorChar, '.');
    }
}
