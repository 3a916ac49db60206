package io.github.stepunit.loader;

import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.stepunit.json.JsonText;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** A project on the disk, for one test. */
record Project(Path folder) {

    Project {
        try {
            Files.createDirectories(folder.resolve(".git"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    Path write(String name, String text) {
        try {
            Path file = folder.resolve(name);
            Files.createDirectories(file.getParent());
            return Files.writeString(file, text);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    DefinitionFile file(String name) {
        return DefinitionFile.of(folder.resolve(name));
    }

    /** The JSON of a definition, as AWS gets it. */
    static JsonNode json(LoadedDefinition loaded) {
        return JsonText.parse(loaded.definition().text());
    }

    /** A value in the only or first state of a definition. */
    static String at(LoadedDefinition loaded, String pointer) {
        return json(loaded)
                .at("/States/" + loaded.definition().graph().startAt() + pointer)
                .asText();
    }

    void assertNotLoaded(DefinitionFile file, String message) {
        assertThatExceptionOfType(DefinitionLoadException.class)
                .isThrownBy(file::load)
                .withMessage(message.replace("PROJECT", folder.toString()));
    }
}
