package io.github.stepunit.internal.file;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class WholeFileTest {

    @Test
    void writes_text_into_a_folder_that_is_not_there_yet(@TempDir Path folder) throws IOException {
        Path file = folder.resolve("a/b/orders.json");

        WholeFile.write(file, "größer");

        assertThat(file).hasContent("größer");
        assertThat(file.getParent()).isDirectoryNotContaining("glob:**.tmp*");
    }

    @Test
    void who_writes_half_of_it_and_fails_leaves_the_old_file(@TempDir Path folder) throws IOException {
        Path file = folder.resolve("orders.json");
        WholeFile.write(file, "old");

        assertThatThrownBy(() -> WholeFile.write(file, out -> {
                    out.write(new byte[100_000]);
                    throw new IOException("disk full");
                }))
                .hasMessage("disk full");

        assertThat(file).hasContent("old");
        assertThat(folder.toFile().list()).containsExactly("orders.json");
    }

    @Test
    void who_reads_while_it_is_replaced_reads_the_old_file_to_its_end(@TempDir Path folder) throws IOException {
        Path file = folder.resolve("orders.json");
        WholeFile.write(file, "old");

        try (var reader = Files.newBufferedReader(file)) {
            WholeFile.write(file, "new, and longer");
            assertThat(reader.readLine()).isEqualTo("old");
        }

        assertThat(file).hasContent("new, and longer");
    }

    @Test
    void the_file_has_the_permissions_that_files_have_there(@TempDir Path folder) throws IOException {
        Path usual = Files.createFile(folder.resolve("usual"));
        Path file = folder.resolve("orders.json");

        WholeFile.write(file, "text");

        // Windows has no such permissions.
        if (Files.getFileStore(folder).supportsFileAttributeView("posix")) {
            assertThat(Files.getPosixFilePermissions(file)).isEqualTo(Files.getPosixFilePermissions(usual));
        }
    }
}
