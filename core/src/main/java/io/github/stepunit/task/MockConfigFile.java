package io.github.stepunit.task;

import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;

/** Reads a mock configuration file; all that touches files in this package. */
final class MockConfigFile {

    private MockConfigFile() {}

    static String text(Path file) {
        try {
            return Files.readString(file);
        } catch (NoSuchFileException e) {
            FileNotFoundException notFound = new FileNotFoundException(file.toString());
            notFound.initCause(e);
            throw new UncheckedIOException(
                    "There is no mock configuration file " + file + " (looked for at " + file.toAbsolutePath()
                            + "). Name the file that SFN_MOCK_CONFIG names for Step Functions Local.",
                    notFound);
        } catch (IOException e) {
            throw new UncheckedIOException("The mock configuration file " + file + " cannot be read: " + e, e);
        }
    }
}
