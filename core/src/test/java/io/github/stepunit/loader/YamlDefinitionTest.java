package io.github.stepunit.loader;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.github.stepunit.definition.InvalidDefinitionException;
import io.github.stepunit.definition.StateMachineDefinition;
import io.github.stepunit.json.JsonPointer;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Definitions in YAML, as the AWS Toolkit and SAM take them. */
class YamlDefinitionTest {

    private final Path folder;

    YamlDefinitionTest(@TempDir Path folder) {
        this.folder = folder;
    }

    private Path write(String yaml) throws IOException {
        return Files.writeString(folder.resolve("orders.asl.yaml"), yaml);
    }

    private StateMachineDefinition load(String yaml) throws IOException {
        return DefinitionFile.of(write(yaml)).load().definition();
    }

    private String place(StateMachineDefinition definition, String... fields) {
        JsonPointer pointer = JsonPointer.ROOT;
        for (String field : fields) {
            pointer = pointer.field(field);
        }
        return definition.sourceMap().locate(pointer).toString().replace(folder + "/", "");
    }

    @Test
    void every_element_knows_its_place_in_the_YAML() throws IOException {
        StateMachineDefinition definition = load(
                """
                StartAt: Note
                States:
                  Note:
                    Type: Pass
                    Result: &note
                      text: |
                        First line
                        second line
                    Next: "D\\u006fne"
                  Done: {Type: Pass, Result: *note, End: true}
                """);
        assertThat(place(definition, "States", "Note")).isEqualTo("orders.asl.yaml:3:3");
        assertThat(place(definition, "States", "Note", "Next")).isEqualTo("orders.asl.yaml:9:11");
        assertThat(place(definition, "States", "Done", "End")).isEqualTo("orders.asl.yaml:10:42");
        // An alias has the place of what it stands for.
        assertThat(place(definition, "States", "Done", "Result", "text")).isEqualTo("orders.asl.yaml:6:13");
    }

    @Test
    void a_problem_is_shown_in_the_YAML() throws IOException {
        Path file = write(
                """
                StartAt: Note
                States:
                  Note:
                    Type: Pass
                    Next: Dne
                  Done:
                    Type: Succeed
                """);
        assertThatExceptionOfType(InvalidDefinitionException.class)
                .isThrownBy(() -> DefinitionFile.of(file).load())
                .withMessage(
                        """
                        FILE has 2 problems:

                        ERROR MISSING_TRANSITION_TARGET: Missing 'Next' target: Dne at /States/Note/Next
                          FILE:5:11
                             5 |     Next: Dne
                               |           ^
                          Did you mean "Done"?

                        ERROR MISSING_TRANSITION_TARGET: State "Done" is not reachable. at /States/Done
                          FILE:6:3
                             6 |   Done:
                               |   ^
                          Let a transition lead to it, or remove it."""
                                .replace("FILE", file.toString()));
    }

    @Test
    void what_is_no_YAML_is_shown_too() throws IOException {
        Path file = write("StartAt: Note\nStates:\n  Note: [\n");
        assertThatExceptionOfType(InvalidDefinitionException.class)
                .isThrownBy(() -> DefinitionFile.of(file).load())
                .withMessage(
                        """
                        FILE has 1 problem:

                        ERROR INVALID_JSON_DESCRIPTION: while parsing a flow node: expected the node content, but found '<stream end>'
                          FILE:4:1
                             4 |
                               | ^
                          Correct the YAML there."""
                                .replace("FILE", file.toString())
                                .replace("4 |\n", "4 | \n"));
    }

    @Test
    void states_may_be_called_Yes_and_No() throws IOException {
        StateMachineDefinition definition = load(
                """
                StartAt: Yes
                States:
                  Yes: {Type: Pass, Next: No}
                  No: {Type: Pass, Next: 1}
                  1: {Type: Pass, Next: "2"}
                  2: {Type: Succeed}
                """
                        .replace("Next: 1}", "Next: '1'}"));
        assertThat(definition.graph().states().keySet()).containsExactly("Yes", "No", "1", "2");
    }

    @Test
    void an_anchor_can_be_defined_anew() throws IOException {
        StateMachineDefinition definition = load(
                """
                StartAt: A
                States:
                  A: {Type: Pass, Comment: &c first, Next: B}
                  B: {Type: Pass, Comment: &c second, Next: C}
                  C: {Type: Pass, Comment: *c, End: true}
                """);
        assertThat(definition.text()).contains("\"C\":{\"Type\":\"Pass\",\"Comment\":\"second\"");
    }

    @Test
    void merge_keys_bring_in_what_is_not_there() throws IOException {
        StateMachineDefinition definition = load(
                """
                StartAt: A
                States:
                  A: &base {Type: Pass, Comment: base, Next: B}
                  B:
                    <<: *base
                    Next: C
                  C: {Type: Succeed}
                """);
        assertThat(definition.text()).contains("\"B\":{\"Next\":\"C\",\"Type\":\"Pass\",\"Comment\":\"base\"}");
    }

    @Test
    void a_field_that_stands_twice_is_refused_as_in_JSON() throws IOException {
        Path file = write("StartAt: A\nStates:\n  A: {Type: Succeed}\n  A: {Type: Succeed}\n");
        assertThatExceptionOfType(InvalidDefinitionException.class)
                .isThrownBy(() -> DefinitionFile.of(file).load())
                .withMessageContaining("Duplicate State name: A")
                .withMessageContaining(file + ":4:3");
    }

    @Test
    void aliases_of_aliases_are_refused_before_they_grow() throws IOException {
        StringBuilder yaml = new StringBuilder("a0: &a0 [x, x, x, x, x, x, x, x, x]\n");
        for (int i = 1; i < 12; i++) {
            String alias = "*a" + (i - 1);
            yaml.append("a" + i + ": &a" + i + " [" + (alias + ", ").repeat(8) + alias + "]\n");
        }
        Path file = write(yaml + "StartAt: A\n");
        assertThatExceptionOfType(InvalidDefinitionException.class)
                .isThrownBy(() -> DefinitionFile.of(file).load())
                .withMessageContaining("Its aliases make more than 1000000 values of it.");
    }

    @Test
    void an_anchor_within_itself_is_refused() throws IOException {
        Path file = write("StartAt: A\nStates: &s {A: *s}\n");
        assertThatExceptionOfType(InvalidDefinitionException.class)
                .isThrownBy(() -> DefinitionFile.of(file).load())
                .withMessageContaining("The alias *s stands for no anchor before it");
    }

    @Test
    void depth_is_bounded() throws IOException {
        Path file = write("StartAt: " + "[".repeat(600) + "]".repeat(600) + "\n");
        assertThatExceptionOfType(InvalidDefinitionException.class)
                .isThrownBy(() -> DefinitionFile.of(file).load())
                .withMessageContaining("It is nested more than 500 levels deep");
    }
}
