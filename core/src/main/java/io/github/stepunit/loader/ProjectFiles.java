package io.github.stepunit.loader;

import io.github.stepunit.json.SourceFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The file that a test names, and those of its project that it refers to. Follows no reference out of the project. */
final class ProjectFiles {

    private static final Pattern REMOTE = Pattern.compile("[A-Za-z][A-Za-z0-9+.-]+:.*");
    private static final Pattern DRIVE = Pattern.compile("[A-Za-z]:[\\\\/].*");

    /** As the test names it; null when it is no file of the disk. */
    private final @Nullable Path main;

    private final @Nullable SourceFile single;
    private final Path project;
    /** What is shown in front of a path instead of {@code shownFrom}. */
    private final String prefix;

    private final @Nullable Path shownFrom;
    private final LoadOptions options;
    private final Map<Path, SourceFile> read = new HashMap<>();
    private final ParameterNames parameters = new ParameterNames();
    private final PlaceholderNames placeholders = new PlaceholderNames();

    private ProjectFiles(
            @Nullable Path main,
            @Nullable SourceFile single,
            Path project,
            String prefix,
            @Nullable Path shownFrom,
            LoadOptions options) {
        this.main = main;
        this.single = single;
        this.project = project;
        this.prefix = prefix;
        this.shownFrom = shownFrom;
        this.options = options;
    }

    static ProjectFiles of(Path file, LoadOptions options) {
        return new ProjectFiles(file, null, projectOf(file, options), "", null, options);
    }

    /** A resource that is a file: the project is its root on the class path. */
    static ProjectFiles ofResource(Path file, String name, String prefix, LoadOptions options) {
        Path root = file;
        for (int i = 0; i < Path.of(name).getNameCount() && root.getParent() != null; i++) {
            root = root.getParent();
        }
        return new ProjectFiles(
                file, null, options.project() == null ? root : options.project(), prefix, root, options);
    }

    /** A text that has no files beside it. */
    static ProjectFiles ofSingle(SourceFile file, LoadOptions options) {
        return new ProjectFiles(null, file, Path.of(""), "", null, options);
    }

    private static Path projectOf(Path file, LoadOptions options) {
        if (options.project() != null) {
            return options.project();
        }
        Path absolute = file.toAbsolutePath().normalize();
        Path folder = Files.isDirectory(absolute) || absolute.getParent() == null ? absolute : absolute.getParent();
        for (Path around = folder; around != null; around = around.getParent()) {
            if (Files.exists(around.resolve(".git"))) {
                return around;
            }
        }
        Path working = Path.of("").toAbsolutePath();
        return absolute.startsWith(working) ? working : folder;
    }

    /** The file or folder that the test names; null when it is a text without a place on the disk. */
    @Nullable
    Path main() {
        return main;
    }

    /** What the files that were read so far have as parameters. */
    ParameterNames parameters() {
        return parameters;
    }

    /** What the definitions that were made so far have as placeholders. */
    PlaceholderNames placeholders() {
        return placeholders;
    }

    /** The text of the file that the test names. */
    SourceFile mainFile() {
        if (single != null) {
            return single;
        }
        Path file = main == null ? Path.of("") : main;
        return read(file);
    }

    /** Reads a file that is known to be in the project. */
    SourceFile read(Path file) {
        return read.computeIfAbsent(file, each -> DefinitionFiles.read(each, shown(each)));
    }

    private String shown(Path file) {
        return shownFrom == null
                ? file.toString()
                : prefix + shownFrom.relativize(file).toString().replace('\\', '/');
    }

    /**
     * Reads what a file refers to.
     *
     * @param reference as it stands there
     * @param base the folder that it is relative to; null for that of the referring file
     * @param by the place that refers to it
     */
    SourceFile readReferred(String reference, @Nullable Path base, Mark by) {
        return read(resolve(reference, base, by));
    }

    /** The file that a reference means. */
    Path resolve(String reference, @Nullable Path base, Mark by) {
        Path local = options.localFiles().get(reference);
        if (local != null) {
            return local;
        }
        if (REMOTE.matcher(reference).matches() && !DRIVE.matcher(reference).matches()) {
            throw remote(reference, by);
        }
        Path folder = base == null ? folderOf(by.file()) : base;
        if (folder == null) {
            throw DefinitionLoadException.at(
                    by,
                    "It refers to " + reference + ", but is in an archive of the class path itself.",
                    "name the file of the project: " + by.file().name() + " has no files beside it.");
        }
        Path file = path(folder, reference, by);
        checkWithinProject(file, reference, by);
        if (Files.isRegularFile(file)) {
            return file;
        }
        Path elsewhere = elsewhere(file, folder, reference);
        if (elsewhere != null) {
            checkWithinProject(elsewhere, reference, by);
            return elsewhere;
        }
        throw DefinitionLoadException.at(
                by,
                "It refers to " + reference + ". " + DefinitionFiles.missing(file),
                "correct the reference; it is relative to "
                        + folder.toAbsolutePath().normalize() + ".");
    }

    static DefinitionLoadException remote(String reference, Mark by) {
        return DefinitionLoadException.at(
                by,
                "It refers to " + reference + ", which is not in the project, and StepUnit fetches nothing.",
                "say which file stands for it: DefinitionFile.of(…).withLocalFile(\"" + reference
                        + "\", Path.of(\"…\")).");
    }

    private static Path path(Path folder, String reference, Mark by) {
        try {
            return folder.resolve(reference).normalize();
        } catch (InvalidPathException e) {
            throw DefinitionLoadException.at(
                    by, "It refers to " + reference + ", which is no path of a file.", "correct the path.");
        }
    }

    /** Whether the file that the path means, and not only the path, is in the project. */
    void checkWithinProject(Path file, String reference, Mark by) {
        Path root = real(project);
        if (!file.toAbsolutePath()
                        .normalize()
                        .startsWith(project.toAbsolutePath().normalize())
                || !real(file).startsWith(root)) {
            throw DefinitionLoadException.at(
                    by,
                    "It refers to " + reference + ", which is outside of the project folder " + root + ".",
                    "move the file into the project, or say how far the project reaches:"
                            + " DefinitionFile.of(…).inProject(Path.of(\"…\")).");
        }
    }

    /** The file behind symbolic links; the nearest folder above for what does not exist. */
    private static Path real(Path file) {
        Path absolute = file.toAbsolutePath().normalize();
        for (Path at = absolute; at != null; at = at.getParent()) {
            try {
                return at.toRealPath();
            } catch (IOException missing) {
                // try the folder above
            }
        }
        return absolute;
    }

    /** In another case, or relative to a folder above: templates are put together of files in folders of their own. */
    private @Nullable Path elsewhere(Path file, Path folder, String reference) {
        Path otherCase = inOtherCase(file);
        if (otherCase != null) {
            return otherCase;
        }
        Path root = real(project);
        Path above = folder.resolve("..").normalize();
        for (;
                real(above).startsWith(root) && !real(above).equals(root.getRoot());
                above = above.resolve("..").normalize()) {
            Path candidate = above.resolve(reference).normalize();
            if (Files.isRegularFile(candidate)) {
                return candidate;
            }
        }
        return null;
    }

    /** Real templates name files in another case than they have, which some file systems do not mind. */
    private static @Nullable Path inOtherCase(Path file) {
        Path folder = file.getParent();
        Path name = file.getFileName();
        if (folder == null || name == null || !Files.isDirectory(folder)) {
            return null;
        }
        String wanted = name.toString().toLowerCase(Locale.ROOT);
        List<Path> found = list(folder).stream()
                .filter(each -> String.valueOf(each.getFileName())
                        .toLowerCase(Locale.ROOT)
                        .equals(wanted))
                .toList();
        return found.size() == 1 ? found.get(0) : null;
    }

    /** The files of a folder, by their names. */
    static List<Path> list(Path folder) {
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(Files::isRegularFile).sorted().toList();
        } catch (IOException e) {
            return List.of();
        }
    }

    /** The folder of a file that has been read; null for a text without files beside it. */
    @Nullable
    Path folderOf(SourceFile file) {
        for (Map.Entry<Path, SourceFile> each : read.entrySet()) {
            if (each.getValue() == file) {
                Path parent = each.getKey().getParent();
                return parent == null ? Path.of("") : parent;
            }
        }
        return null;
    }
}
