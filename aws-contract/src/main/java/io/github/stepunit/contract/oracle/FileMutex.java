package io.github.stepunit.contract.oracle;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.UUID;

/**
 * Lets one at a time change a file, of all threads and JVMs of this machine. The lock is on another file, in the folder for
 * temporary files: a file that is replaced cannot be locked itself, and nothing shall lie beside what is checked in.
 *
 * @param file the file to change
 * @param name the same for all who change that file
 */
record FileMutex(Path file, String name) {

    static FileMutex of(Path file) {
        String path = file.toAbsolutePath().normalize().toString();
        return new FileMutex(
                file, "stepunit-" + UUID.nameUUIDFromBytes(path.getBytes(StandardCharsets.UTF_8)) + ".lock");
    }

    /** Does the work when all others are through. */
    void during(Runnable work) {
        // One object for the whole JVM: a JVM that asks twice for a lock is refused, and does not wait.
        synchronized (name.intern()) {
            try (FileChannel channel =
                            FileChannel.open(lockFile(), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
                    FileLock lock = channel.lock()) {
                if (!lock.isValid()) {
                    throw new IOException("the lock is not valid");
                }
                work.run();
            } catch (IOException e) {
                throw new UncheckedIOException(
                        "The file " + file + " cannot be locked by " + lockFile() + ": " + e.getMessage(), e);
            }
        }
    }

    Path lockFile() {
        return Path.of(System.getProperty("java.io.tmpdir")).resolve(name);
    }
}
