package io.github.stepunit.samples.docs;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** The files of the whole project. */
record Project(Path folder) {

    static Project here() {
        return new Project(Path.of(System.getProperty("stepunit.project.dir", "..")));
    }

    /** README.md and everything in docs but the decisions, which quote nothing. */
    List<Path> documents() {
        try (Stream<Path> docs = Files.list(folder.resolve("docs"))) {
            return Stream.concat(Stream.of(folder.resolve("README.md")), docs)
                    .filter(each -> each.toString().endsWith(".md"))
                    .sorted()
                    .toList();
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    List<String> lines(String file) {
        return lines(folder.resolve(file));
    }

    static List<String> lines(Path file) {
        try {
            return Files.readAllLines(file);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    static void write(Path file, String text) {
        try {
            Files.writeString(file, text);
        } catch (IOException unwritable) {
            throw new UncheckedIOException(unwritable);
        }
    }
}
