package io.github.stepunit.junit5;

import java.io.IOException;
import java.io.InputStream;
import java.net.URL;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Finds what {@code @StepFunctionTest("…")} names: a file of the project, a resource, a resource beside the test. */
final class DefinitionFinder {

    private final Class<?> testClass;
    private final String name;
    private final List<String> looked = new ArrayList<>();

    private DefinitionFinder(Class<?> testClass, String name) {
        this.testClass = testClass;
        this.name = name;
    }

    static TestDefinition find(Class<?> testClass, StepFunctionTest annotation) {
        DefinitionFinder finder = new DefinitionFinder(testClass, annotation.value());
        String text = finder.text();
        if (text == null) {
            throw ExtensionErrors.noDefinition(testClass, annotation.value(), finder.looked);
        }
        return new TestDefinition(annotation.value(), machineName(annotation.value()), text, annotation.type());
    }

    private @Nullable String text() {
        if (name.isBlank()) {
            return null;
        }
        Path file = file();
        try {
            if (file != null) {
                return Files.readString(file);
            }
            URL resource = resource();
            return resource == null ? null : read(resource);
        } catch (IOException unreadable) {
            throw ExtensionErrors.unreadable(testClass, name, unreadable);
        }
    }

    private @Nullable Path file() {
        try {
            Path file = Path.of(name).toAbsolutePath();
            looked.add(file + " (the project folder, where the tests run)");
            return Files.isRegularFile(file) ? file : null;
        } catch (InvalidPathException noFileName) {
            return null;
        }
    }

    private @Nullable URL resource() {
        String absolute = name.startsWith("/") ? name : "/" + name;
        looked.add("classpath:" + absolute);
        URL resource = testClass.getResource(absolute);
        if (resource == null && !name.startsWith("/")) {
            looked.add("classpath:/" + testClass.getPackageName().replace('.', '/') + absolute);
            resource = testClass.getResource(name);
        }
        return resource;
    }

    private static String read(URL resource) throws IOException {
        try (InputStream stream = resource.openStream()) {
            return new String(stream.readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    /** As {@code StateMachine.load} does: the file's name up to the first dot. */
    private static String machineName(String path) {
        String file = path.substring(Math.max(path.lastIndexOf('/'), path.lastIndexOf('\\')) + 1);
        int dot = file.indexOf('.');
        return dot <= 0 ? file : file.substring(0, dot);
    }
}
