package io.github.stepunit.loader;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.stepunit.json.LocatedText;
import io.github.stepunit.json.SourceFile;
import java.util.Objects;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Each character of a string knows where it stands, however the string is written. */
class ScalarAlignmentTest {

    private static Node.Text text(String yaml, String field) {
        Node.Fields object = TextReader.readObject(LocatedText.of(new SourceFile("f.yaml", yaml)), "YAML");
        return (Node.Text) Objects.requireNonNull(object.get(field));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "text: |\n  {\n    \"a\": X\n  }\n",
                "text: |-\n\n  {\n\n    \"a\": X\n  }",
                "other: 1\ntext: >\n  one\n  two\n\n  three X\n",
                "text: \"{\\n\\t\\\"a\\\": \\u0041 X\"",
                "text: \"a\\\n   b X\"",
                "text: 'it''s X'",
                "text: one\n  two\n\n  X",
                "text: |2\n    indented\n   X\n",
                "# \uD83D\uDE00 before\ntext: \"\uD83D\uDE00 X\"",
                "text: |\r\n  one\r\n  X\r\n",
                "{\"other\": \"\\\\\", \"text\": \"a\\r\\n\\\\X\"}"
            })
    void the_X_of_the_value_is_the_X_of_the_file(String yaml) {
        LocatedText text = text(yaml, "text").located();
        assertThat(text.offsetAt(text.text().indexOf('X'))).isEqualTo(yaml.lastIndexOf('X'));
    }

    @Test
    void random_block_scalars_align() {
        Random random = new Random(7);
        for (int round = 0; round < 500; round++) {
            StringBuilder yaml = new StringBuilder("before: 1\ntext: |\n");
            int marks = 0;
            for (int line = 0; line < 6; line++) {
                yaml.append("   ").append(" ".repeat(line == 0 ? 0 : random.nextInt(4)));
                yaml.append(random.nextBoolean() ? "ab" : "")
                        .append((char) ('A' + marks++))
                        .append("  :\n");
                yaml.append("\n".repeat(random.nextInt(2)));
            }
            LocatedText text = text(yaml.toString(), "text").located();
            for (char mark = 'A'; mark < 'A' + marks; mark++) {
                assertThat(text.offsetAt(text.text().indexOf(mark)))
                        .as("%s in%n%s", mark, yaml)
                        .isEqualTo(yaml.indexOf(String.valueOf(mark)));
            }
        }
    }
}
