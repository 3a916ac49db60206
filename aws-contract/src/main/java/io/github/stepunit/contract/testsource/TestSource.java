package io.github.stepunit.contract.testsource;

import io.github.stepunit.contract.internal.TextFiles;
import java.nio.file.Path;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apiguardian.api.API;

/**
 * A test class made of recorded executions.
 *
 * @param className with its package
 * @param source of the class
 * @param resources what is too long to stand in it, by path on the class path
 * @param departures what the tests would fail for at once, because the current definition does something else than was
 *     recorded; one text for each such test, empty when there is none
 * @param leftOut the recordings that no test could be made of, with the reason; empty when there is none
 */
@API(status = API.Status.EXPERIMENTAL, since = "0.1")
public record TestSource(
        String className, String source, Map<String, String> resources, List<String> departures, List<String> leftOut) {

    public TestSource {
        resources = Collections.unmodifiableMap(new LinkedHashMap<>(resources));
        departures = List.copyOf(departures);
        leftOut = List.copyOf(leftOut);
    }

    /**
     * Writes the class and its resources.
     *
     * @param sources {@code src/test/java}
     * @param resourcesRoot {@code src/test/resources}
     * @return the file of the class
     * @throws java.io.UncheckedIOException when that cannot be done
     */
    public Path write(Path sources, Path resourcesRoot) {
        resources.forEach((path, text) -> TextFiles.write(resourcesRoot.resolve(path), text));
        Path file = sources.resolve(className.replace('.', '/') + ".java");
        TextFiles.write(file, source);
        return file;
    }
}
