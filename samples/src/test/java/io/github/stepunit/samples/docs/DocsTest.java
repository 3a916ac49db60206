package io.github.stepunit.samples.docs;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What README.md and docs quote is what the samples say and what StepUnit prints. */
class DocsTest {

    private static final Pattern LINK = Pattern.compile("]\\(([^)#:]+)(#[^)]*)?\\)");

    static Stream<Path> documents() {
        return Project.here().documents().stream();
    }

    @ParameterizedTest
    @MethodSource("documents")
    void quotes_what_the_samples_say(Path document) {
        String expected = withQuotationsOf(Project.here(), Project.lines(document));
        if (Boolean.getBoolean("stepunit.docs.update")) {
            Project.write(document, expected);
        }
        assertThat(document)
                .as("%s; rewrite it with -Dstepunit.docs.update=true", document.getFileName())
                .hasContent(expected);
    }

    private static String withQuotationsOf(Project project, List<String> lines) {
        List<String> result = new ArrayList<>();
        for (int i = 0; i < lines.size(); i++) {
            result.add(lines.get(i));
            if (Quotation.isMarker(lines.get(i))) {
                result.add(lines.get(++i)); // the opening fence
                result.addAll(Quotation.parse(lines.get(i - 1)).text(project));
                while (!lines.get(i + 1).equals("```")) {
                    i++;
                }
            }
        }
        return String.join("\n", result) + "\n";
    }

    @ParameterizedTest
    @MethodSource("documents")
    void holds_no_java_that_is_not_run(Path document) {
        List<String> lines = Project.lines(document);
        for (int i = 0; i < lines.size(); i++) {
            if (lines.get(i).equals("```java")) {
                assertThat(i > 0 && Quotation.isMarker(lines.get(i - 1)))
                        .as("%s:%d has a marker that says where it comes from", document.getFileName(), i + 1)
                        .isTrue();
            }
        }
    }

    @ParameterizedTest
    @MethodSource("documents")
    void links_to_files_that_exist(Path document) {
        for (String line : Project.lines(document)) {
            Matcher link = LINK.matcher(line);
            while (link.find()) {
                Path target = document.resolveSibling(link.group(1));
                assertThat(Files.exists(target))
                        .as("%s links to %s", document.getFileName(), link.group(1))
                        .isTrue();
            }
        }
    }
}
