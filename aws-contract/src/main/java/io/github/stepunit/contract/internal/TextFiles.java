package io.github.stepunit.contract.internal;

import io.github.stepunit.internal.file.WholeFile;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;

/** Small text files in UTF-8, written whole or not at all. */
public final class TextFiles {

    private TextFiles() {}

    /** Reads it; {@code remedy} says what to do when there is none. */
    public static String read(Path file, String remedy) {
        try {
            return Files.readString(file, StandardCharsets.UTF_8);
        } catch (NoSuchFileException missing) {
            throw new UncheckedIOException(
                    "There is no file " + file + " (looked for "
                            + file.toAbsolutePath().normalize() + ").\n  do      " + remedy + ".",
                    missing);
        } catch (IOException e) {
            throw new UncheckedIOException("The file " + file + " cannot be read: " + e.getMessage(), e);
        }
    }

    /** Writes it; somebody who reads meanwhile sees the old text or the new. */
    public static void write(Path file, String text) {
        try {
            WholeFile.write(file, text);
        } catch (IOException e) {
            throw new UncheckedIOException("The file " + file + " cannot be written: " + e.getMessage(), e);
        }
    }
}
