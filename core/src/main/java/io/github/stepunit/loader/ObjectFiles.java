package io.github.stepunit.loader;

import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.apiguardian.api.API;

/** Reads the files that stand for objects of S3. */
@API(status = API.Status.INTERNAL, since = "0.1")
public final class ObjectFiles {

    private ObjectFiles() {}

    /**
     * The content of a file.
     *
     * @throws UncheckedIOException when it cannot be read; the message says what to do
     */
    public static byte[] read(Path file) {
        if (!Files.isRegularFile(file)) {
            throw missing("There is no file " + file.toAbsolutePath() + ".");
        }
        try {
            return Files.readAllBytes(file);
        } catch (IOException e) {
            throw new UncheckedIOException(
                    "The file " + file.toAbsolutePath() + " cannot be read: " + e.getMessage(), e);
        }
    }

    /**
     * All files in a folder and in those inside it, by their path in the folder with slashes.
     *
     * @throws UncheckedIOException when it cannot be read; the message says what to do
     */
    public static SortedMap<String, Path> inFolder(Path folder) {
        if (!Files.isDirectory(folder)) {
            throw missing("There is no folder " + folder.toAbsolutePath() + ".");
        }
        SortedMap<String, Path> files = new TreeMap<>();
        try (Stream<Path> inside = Files.walk(folder)) {
            inside.filter(Files::isRegularFile)
                    .forEach(
                            file -> files.put(folder.relativize(file).toString().replace('\\', '/'), file));
        } catch (IOException e) {
            throw new UncheckedIOException(
                    "The folder " + folder.toAbsolutePath() + " cannot be read: " + e.getMessage(), e);
        }
        return files;
    }

    private static UncheckedIOException missing(String message) {
        return new UncheckedIOException(message, new FileNotFoundException(message));
    }
}
