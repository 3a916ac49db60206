package io.github.stepunit.assertj;

import io.github.stepunit.assertj.SnapshotSettings.Mode;
import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.security.CodeSource;
import java.util.Locale;
import org.assertj.core.error.ErrorMessageFactory;
import org.jspecify.annotations.Nullable;

/** Compares with the snapshot files of the running test, and writes them where that is allowed. */
final class Snapshots {

    private static final System.Logger LOG = System.getLogger("io.github.stepunit.snapshots");

    private final SnapshotSettings settings;

    Snapshots(SnapshotSettings settings) {
        this.settings = settings;
    }

    static Snapshots ofThisJvm() {
        return new Snapshots(SnapshotSettings.of(System::getProperty, System::getenv));
    }

    /**
     * How it differs from its file; null when it does not.
     *
     * @param name of one of several snapshots of a test; may be empty
     */
    @Nullable
    ErrorMessageFactory unlessMatches(Snapshot snapshot, String name) {
        RunningTest test = RunningTest.find()
                .orElseThrow(
                        () -> new IllegalStateException("matchesSnapshot() finds its file by the test that calls it,"
                                + " but there is no test method on the stack of this thread. Call it from the test's own thread, in"
                                + " a method with JUnit's @Test or the like."));
        Path module = moduleOf(test.testClass());
        Path file = module.resolve(settings.folder()).resolve(relativePath(test, name, snapshot.suffix()));
        String shown = shown(module, file);
        try {
            return unlessMatches(snapshot, file, shown);
        } catch (IOException e) {
            throw new IllegalStateException("The snapshot " + shown + " cannot be read or written: " + e, e);
        }
    }

    private @Nullable ErrorMessageFactory unlessMatches(Snapshot snapshot, Path file, String shown) throws IOException {
        boolean exists = Files.exists(file);
        // Version control may have changed the ends of lines.
        String expected = exists ? Files.readString(file).replace("\r\n", "\n") : "";
        if (exists && expected.equals(snapshot.text())) {
            return null;
        }
        if (settings.mode() == Mode.NEVER) {
            return exists
                    ? ShouldMatchSnapshot.shouldMatch(snapshot, shown, expected)
                    : ShouldMatchSnapshot.shouldExistSinceNoneIsWritten(snapshot, shown);
        }
        if (settings.ci()) {
            if (settings.mode() == Mode.UPDATE) {
                return ShouldMatchSnapshot.shouldNotUpdateOnCi(snapshot, shown);
            }
            return exists
                    ? ShouldMatchSnapshot.shouldMatch(snapshot, shown, expected)
                    : ShouldMatchSnapshot.shouldExist(snapshot, shown);
        }
        if (exists && settings.mode() != Mode.UPDATE) {
            return ShouldMatchSnapshot.shouldMatch(snapshot, shown, expected);
        }
        write(file, snapshot.text());
        LOG.log(
                System.Logger.Level.WARNING,
                (exists ? "Updated the snapshot " : "Wrote the first snapshot ") + shown
                        + ". Review it, and commit it with the test.");
        return null;
    }

    /** Whole or not at all, and safe where tests run in parallel. */
    private static void write(Path file, String text) throws IOException {
        Path folder = file.toAbsolutePath().getParent();
        if (folder == null) {
            throw new IOException("it has no folder");
        }
        Files.createDirectories(folder);
        Path written = Files.createTempFile(folder, "snapshot", ".tmp");
        try {
            Files.writeString(written, text);
            Files.move(written, file, StandardCopyOption.REPLACE_EXISTING);
        } finally {
            Files.deleteIfExists(written);
        }
    }

    /** {@code com/acme/OrderTest.snapshots/ships_the_order-after refund.txt}. */
    private static String relativePath(RunningTest test, String name, String suffix) {
        String type = test.testClass().getName();
        int simple = type.lastIndexOf('.') + 1;
        String folder = type.substring(0, simple).replace('.', '/')
                + fileName(type.substring(simple).replace('$', '.'));
        return folder + ".snapshots/" + fileName(test.method() + (name.isEmpty() ? "" : "-" + name)) + suffix;
    }

    /** Kotlin and names of snapshots allow what file systems do not. */
    private static String fileName(String name) {
        String safe = name.replaceAll("[^\\p{L}\\p{N} ._()+,=-]", "_");
        return safe.equals(name) ? safe : safe + "-" + String.format(Locale.ROOT, "%08x", name.hashCode());
    }

    /** Where the sources of the test are: IDEs run the tests of all modules in the folder of the whole project. */
    private static Path moduleOf(Class<?> testClass) {
        Path workingFolder = Path.of("").toAbsolutePath();
        CodeSource source = testClass.getProtectionDomain().getCodeSource();
        if (source == null || source.getLocation() == null) {
            return workingFolder;
        }
        try {
            Path at = Path.of(source.getLocation().toURI());
            while (at != null) {
                if (Files.isDirectory(at.resolve("src").resolve("test"))) {
                    return at;
                }
                at = at.getParent();
            }
            return workingFolder;
        } catch (URISyntaxException | IllegalArgumentException | java.nio.file.FileSystemNotFoundException notOnDisk) {
            return workingFolder;
        }
    }

    private static String shown(Path module, Path file) {
        Path absolute = file.toAbsolutePath().normalize();
        Path shown = absolute.startsWith(module) ? module.relativize(absolute) : absolute;
        return shown.toString().replace('\\', '/');
    }
}
