package io.github.stepunit.internal.file;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import org.apiguardian.api.API;

/** Writes files so that who reads meanwhile sees them as they were or as they will be, and never a half. */
@API(status = API.Status.INTERNAL, since = "0.1")
public final class WholeFile {

    /** Writes the content. */
    @FunctionalInterface
    public interface Writing {
        /** Writes it. Closes nothing. */
        void to(OutputStream out) throws IOException;
    }

    private WholeFile() {}

    /** Writes the text in UTF-8, and its folder if need be. */
    public static void write(Path file, String text) throws IOException {
        write(file, out -> out.write(text.getBytes(StandardCharsets.UTF_8)));
    }

    /** Writes the file, and its folder if need be. */
    public static void write(Path file, Writing writing) throws IOException {
        Path folder = file.toAbsolutePath().getParent();
        Files.createDirectories(folder);
        // The reserved name is unlike any other; the file itself gets the usual permissions, which that one has not.
        Path reserved = Files.createTempFile(folder, "writing-", ".tmp");
        Path temporary = reserved.resolveSibling(reserved.getFileName() + ".new");
        try {
            try (OutputStream out = new BufferedOutputStream(Files.newOutputStream(temporary))) {
                writing.to(out);
            }
            move(temporary, file);
        } finally {
            Files.deleteIfExists(temporary);
            Files.deleteIfExists(reserved);
        }
    }

    private static void move(Path from, Path to) throws IOException {
        try {
            Files.move(from, to, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        } catch (AtomicMoveNotSupportedException plainOnly) {
            Files.move(from, to, StandardCopyOption.REPLACE_EXISTING);
        }
    }
}
