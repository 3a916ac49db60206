package io.github.stepunit.loader;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.github.stepunit.json.SourceFile;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DefinitionFilesTest {

    private final Path folder;

    DefinitionFilesTest(@TempDir Path folder) {
        this.folder = folder;
    }

    private Path write(String name, byte[] content) throws IOException {
        Path file = folder.resolve(name);
        Files.createDirectories(file.getParent());
        return Files.write(file, content);
    }

    private static void assertRefused(ThrowingCallable call, String message) {
        assertThatExceptionOfType(UncheckedIOException.class).isThrownBy(call).withMessage(message);
    }

    @Test
    void a_file_is_read_as_UTF_8_without_its_byte_order_mark() throws IOException {
        Path file = write("orders.asl.json", "\uFEFF{\"Comment\": \"é\"}".getBytes(StandardCharsets.UTF_8));
        SourceFile read = DefinitionFiles.read(file);
        assertThat(read.name()).isEqualTo(file.toString());
        assertThat(read.text()).isEqualTo("{\"Comment\": \"é\"}");
    }

    @Test
    void similar_files_are_named_when_one_is_missing() throws IOException {
        write("orders.asl.json", new byte[] {'1'});
        write("other.txt", new byte[] {'1'});
        Path missing = folder.resolve("order.asl.json");
        assertRefused(
                () -> DefinitionFiles.read(missing),
                "There is no file " + missing + " (looked for " + missing + "). Did you mean orders.asl.json?");
    }

    @Test
    void a_missing_directory_is_named() {
        Path missing = folder.resolve("nowhere/orders.asl.json");
        assertRefused(
                () -> DefinitionFiles.read(missing),
                "There is no file " + missing + ", nor its directory (looked for " + missing + ").");
    }

    @Test
    void a_directory_is_no_file() {
        assertRefused(
                () -> DefinitionFiles.read(folder),
                folder + " is a directory. Pass a file with a state machine definition.");
    }

    @Test
    void an_empty_file_is_refused() throws IOException {
        Path file = write("empty.json", "\uFEFF \n".getBytes(StandardCharsets.UTF_8));
        assertRefused(() -> DefinitionFiles.read(file), file + " is empty. It should hold a state machine definition.");
    }

    @Test
    void another_encoding_is_refused() throws IOException {
        Path file = write("latin1.json", "{\"Comment\": \"é\"}".getBytes(StandardCharsets.ISO_8859_1));
        assertRefused(
                () -> DefinitionFiles.read(file),
                file + " is not UTF-8 text. Save it as UTF-8, the encoding of JSON and YAML.");
    }

    @Test
    void a_huge_file_is_refused_unread() throws IOException {
        Path file = write("huge.json", new byte[65 * 1_048_576]);
        assertRefused(
                () -> DefinitionFiles.read(file),
                file + " is larger than 64 MiB, and no definition or template that AWS takes is.");
    }

    @Test
    void resources_are_found_on_the_class_path() throws IOException {
        write("com/example/orders.asl.json", "{}".getBytes(StandardCharsets.UTF_8));
        try (URLClassLoader loader =
                new URLClassLoader(new URL[] {folder.toUri().toURL()}, null)) {
            assertThat(DefinitionFiles.readResource("/com/example/orders.asl.json", loader)
                            .name())
                    .isEqualTo("classpath:com/example/orders.asl.json");
            assertRefused(
                    () -> DefinitionFiles.readResource("com/example/order.asl.json", loader),
                    "There is no resource com/example/order.asl.json on the class path. Put the file under"
                            + " src/test/resources or src/main/resources. Did you mean orders.asl.json?");
            assertRefused(
                    () -> DefinitionFiles.readResource("com/nowhere/order.asl.json", loader),
                    "There is no resource com/nowhere/order.asl.json on the class path. Put the file under"
                            + " src/test/resources or src/main/resources.");
        }
    }
}
