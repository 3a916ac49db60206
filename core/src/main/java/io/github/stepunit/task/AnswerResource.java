package io.github.stepunit.task;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/** An answer that stands in a file on the class path: beside the test, or from the root on. */
final class AnswerResource {

    private AnswerResource() {}

    static JsonNode read(String mock, @Nullable String name) {
        if (name == null || name.isBlank()) {
            throw MockErrors.noResourceName(mock, name);
        }
        Class<?> test = CodeLocation.ofCaller().declaringClass();
        try (InputStream file = open(test, name)) {
            if (file == null) {
                throw MockErrors.noResource(mock, name, test);
            }
            return MockErrors.parseResource(mock, name, new String(file.readAllBytes(), StandardCharsets.UTF_8));
        } catch (IOException unreadable) {
            throw MockErrors.unreadableResource(mock, name, unreadable);
        }
    }

    private static @Nullable InputStream open(Class<?> test, String name) {
        InputStream beside = test.getResourceAsStream(name);
        return beside == null && !name.startsWith("/") ? test.getResourceAsStream("/" + name) : beside;
    }
}
