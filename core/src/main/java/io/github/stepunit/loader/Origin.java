package io.github.stepunit.loader;

import java.net.URISyntaxException;
import java.net.URL;
import java.nio.file.FileSystemNotFoundException;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/** Where a test says that its definition is. */
sealed interface Origin {

    /** How it is shown. */
    String shown();

    /** Opens it. */
    ProjectFiles open(LoadOptions options);

    /** A file or folder. */
    record OnDisk(Path path) implements Origin {

        @Override
        public String shown() {
            return path.toString();
        }

        @Override
        public ProjectFiles open(LoadOptions options) {
            return ProjectFiles.of(path, options);
        }
    }

    /** A resource of the class path. */
    record OnClassPath(String name, ClassLoader classLoader) implements Origin {

        private static final String PREFIX = "classpath:";

        private String path() {
            return name.startsWith("/") ? name.substring(1) : name;
        }

        @Override
        public String shown() {
            return PREFIX + path();
        }

        @Override
        public ProjectFiles open(LoadOptions options) {
            Path onDisk = onDisk(classLoader.getResource(path()));
            if (onDisk == null) {
                return ProjectFiles.ofSingle(DefinitionFiles.readResource(path(), classLoader), options);
            }
            return ProjectFiles.ofResource(onDisk, path(), PREFIX, options);
        }

        /** In a folder of classes a resource is a file beside others; in a JAR it stands alone. */
        private static @Nullable Path onDisk(@Nullable URL url) {
            if (url == null || !url.getProtocol().equals("file")) {
                return null;
            }
            try {
                return Path.of(url.toURI());
            } catch (URISyntaxException | IllegalArgumentException | FileSystemNotFoundException e) {
                return null;
            }
        }
    }
}
