package io.github.stepunit.coverage;

import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.List;
import org.apiguardian.api.API;
import org.jspecify.annotations.Nullable;

/** Which file of the repository a definition was loaded from: what Sonar, Codecov and the like want to be told. */
@API(status = API.Status.EXPERIMENTAL, since = "0.1")
public final class SourceFiles {

    private static final String CLASS_PATH = "classpath:";
    private static final List<String> RESOURCE_FOLDERS =
            List.of("src/main/resources", "src/test/resources", "src/main", "src");

    private final Path module;
    private final Path repository;

    /** @param module the folder that relative names start from, usually that of the module under test */
    public SourceFiles(Path module) {
        this.module = module.toAbsolutePath().normalize();
        this.repository = repositoryOf(this.module);
    }

    /** The nearest folder around it with {@code .git} in it; the folder itself when there is none. */
    private static Path repositoryOf(Path folder) {
        for (@Nullable Path at = folder; at != null; at = at.getParent()) {
            if (Files.exists(at.resolve(".git"))) {
                return at;
            }
        }
        return folder;
    }

    /** The root of the repository. */
    public Path repository() {
        return repository;
    }

    /**
     * The file, relative to the root of the repository, with forward slashes; a resource of the class path is looked for
     * in the folders where Maven and Gradle keep them.
     *
     * @param source as {@link io.github.stepunit.definition.SourceMap#source()} gives it
     * @return null when there is no such file
     */
    public @Nullable String fileOf(String source) {
        try {
            if (source.startsWith(CLASS_PATH)) {
                String resource = source.substring(CLASS_PATH.length());
                for (String folder : RESOURCE_FOLDERS) {
                    Path file = module.resolve(folder).resolve(resource);
                    if (Files.isRegularFile(file)) {
                        return shown(file);
                    }
                }
                return null;
            }
            Path file = module.resolve(source).normalize();
            return Files.isRegularFile(file) ? shown(file) : null;
        } catch (InvalidPathException noFileName) {
            return null;
        }
    }

    private String shown(Path file) {
        Path shown = file.startsWith(repository) ? repository.relativize(file) : file;
        return shown.toString().replace('\\', '/');
    }
}
