package io.github.stepunit.s3;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class S3ObjectsTest {

    private final S3Objects s3 = new S3Objects();

    @Test
    void it_gives_back_what_was_put() {
        s3.put("b", "t", "text ä").put("b", "x", new byte[] {1, 2}).putJson("b", "j", Map.of("a", List.of(1)));

        assertThat(s3.text("b", "t")).isEqualTo("text ä");
        assertThat(s3.object("b", "t").size()).isEqualTo(7);
        assertThat(s3.object("b", "x").bytes()).containsExactly(1, 2);
        assertThat(s3.json("b", "j").at("/a/0").intValue()).isEqualTo(1);
        assertThat(s3.object("b", "t").eTag())
                .isEqualTo("\"" + s3.object("b", "t").md5() + "\"");
        assertThat(s3.put("b", "t", "").object("b", "t").md5()).isEqualTo("d41d8cd98f00b204e9800998ecf8427e");
    }

    @Test
    void what_was_put_cannot_be_changed_from_outside() {
        byte[] bytes = {1};
        s3.put("b", "k", bytes);
        bytes[0] = 2;
        s3.object("b", "k").bytes()[0] = 3;

        assertThat(s3.object("b", "k").bytes()).containsExactly(1);
    }

    @Test
    void keys_are_in_the_order_of_their_utf_8_bytes() {
        s3.put("b", "b", "")
                .put("b", "a/2", "")
                .put("b", "a/10", "")
                .put("b", "\uFFFD", "")
                .put("b", "\uD83D\uDE00", "");

        assertThat(s3.keys("b")).containsExactly("a/10", "a/2", "b", "\uFFFD", "\uD83D\uDE00");
        assertThat(s3.keys("b", "a/")).containsExactly("a/10", "a/2");
        assertThat(s3.keys("none")).isEmpty();
    }

    @Test
    void files_and_folders_become_objects(@TempDir Path folder) throws IOException {
        Files.createDirectories(folder.resolve("sub"));
        Files.writeString(folder.resolve("a.txt"), "A");
        Files.writeString(folder.resolve("sub/b.txt"), "B");

        s3.putFile("b", "one", folder.resolve("a.txt")).putFolder("b", "in/", folder);

        assertThat(s3.keys("b")).containsExactly("in/a.txt", "in/sub/b.txt", "one");
        assertThatThrownBy(() -> s3.putFile("b", "k", folder.resolve("none.txt")))
                .hasMessage("There is no file " + folder.resolve("none.txt") + ".");
        assertThatThrownBy(() -> s3.putFolder("b", "", folder.resolve("none")))
                .hasMessage("There is no folder " + folder.resolve("none") + ".");
    }

    @Test
    void the_time_of_an_object_is_the_tests() {
        s3.put("b", "old", "").modifiedAt(Instant.EPOCH).put("b", "new", "");

        assertThat(s3.object("b", "old").lastModified()).isEqualTo("2025-01-01T00:00:00Z");
        assertThat(s3.object("b", "new").lastModified()).isEqualTo(Instant.EPOCH);
    }

    @Test
    void what_is_not_there_is_told_with_what_is_near() {
        s3.put("imports", "orders.csv", "");

        assertThatThrownBy(() -> s3.text("import", "orders.csv"))
                .hasMessage("There is no bucket \"import\" in this S3Objects. Did you mean \"imports\"?");
        assertThatThrownBy(() -> s3.text("imports", "xyz"))
                .hasMessage("There is no object \"xyz\" in the bucket \"imports\". There are: orders.csv.");
        assertThatThrownBy(() -> s3.createBucket("empty").text("empty", "k"))
                .hasMessage("There is no object \"k\" in the bucket \"empty\". The bucket is empty.");
    }
}
