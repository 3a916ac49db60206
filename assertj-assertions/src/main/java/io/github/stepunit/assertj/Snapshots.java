package io.github.stepunit.assertj;

import io.github.stepunit.assertj.SnapshotSettings.Mode;
import io.github.stepunit.internal.file.FileNames;
import io.github.stepunit.internal.file.TestClasses;
import io.github.stepunit.internal.file.WholeFile;
import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.CodeSource;
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
                                + " a method with JUnit's @Test or the like. A test within a @TestFactory is told by the name of"
                                + " that method, which no other test of the class may share."));
        Path module = moduleOf(test.classes().outermost());
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
        WholeFile.write(file, snapshot.text());
        LOG.log(
                System.Logger.Level.WARNING,
                (exists ? "Updated the snapshot " : "Wrote the first snapshot ") + shown
                        + ". Review it, and commit it with the test.");
        return null;
    }

    /** {@code com/acme/OrderTest.snapshots/ships_the_order-after refund.txt}. */
    private static String relativePath(RunningTest test, String name, String suffix) {
        TestClasses classes = test.classes();
        String packageName = classes.outermost().getPackageName();
        return (packageName.isEmpty() ? "" : packageName.replace('.', '/') + "/")
                + FileNames.of(classes.simpleName())
                + ".snapshots/"
                + FileNames.of(test.method() + (name.isEmpty() ? "" : "-" + name))
                + suffix;
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
