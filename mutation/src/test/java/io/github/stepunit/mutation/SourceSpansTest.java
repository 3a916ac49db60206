package io.github.stepunit.mutation;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.stepunit.definition.StateMachineDefinition;
import io.github.stepunit.definition.StateMachineType;
import io.github.stepunit.loader.DefinitionFile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The text that a mutant is shown to change is the text that it changes. */
class SourceSpansTest {

    private static final String JSON =
            """
            {
              "StartAt": "A \\"1\\"",
              "States": {
                "A \\"1\\"": {
                  "Type": "Wait", "Seconds": 5,
                  "Next": "Choose"
                },
                "Choose": {
                  "Type": "Choice",
                  "Choices": [
                    { "Variable": "$.n", "NumericLessThan" : 3 , "Next": "B" },
                    { "Variable": "$.n", "IsNull": true, "Next": "C" }
                  ],
                  "Default": "B"
                },
                "B": { "Type": "Pass", "Result": { "b": 1 }, "End": true },
                "C": { "Type": "Succeed" }
              }
            }
            """;

    private static final String YAML =
            """
            StartAt: Charge card
            States:
              Charge card:
                Type: Task
                Resource: arn:aws:states:::lambda:invoke
                Parameters:
                  FunctionName: charge
                  Payload: {a: 1}
                TimeoutSeconds: 30   # half a minute
                Catch:
                  - ErrorEquals: [A, B]
                    Next: Give up
                  - ErrorEquals:
                      - States.ALL
                    Next: Done
                Next: Done
              Done:
                Type: Succeed
              Give up:
                Type: Fail
                Error: GivenUp
            """;

    private static List<String> shown(StateMachineDefinition definition, String source) {
        return Mutants.of(definition, StateMachineType.STANDARD).stream()
                .map(each -> each.mutator().text() + ": " + cut(source, each.location()) + " -> " + each.replacement())
                .toList();
    }

    private static String cut(String source, MutantLocation at) {
        List<String> lines = source.lines().toList();
        StringBuilder text = new StringBuilder();
        for (int line = at.startLine(); line <= at.endLine(); line++) {
            String whole = lines.get(line - 1);
            int from = line == at.startLine() ? at.startColumn() - 1 : 0;
            int to = line == at.endLine() ? at.endColumn() - 1 : whole.length();
            text.append(line == at.startLine() ? "" : "⏎")
                    .append(whole.substring(from, to).strip());
        }
        return text.toString();
    }

    @Test
    void in_json() {
        assertThat(shown(StateMachineDefinition.parse("x.asl.json", JSON, StateMachineType.STANDARD), JSON))
                .containsExactly(
                        "Next: \"Choose\" -> \"B\"",
                        "State: \"A \\\"1\\\"\": {⏎\"Type\": \"Wait\", \"Seconds\": 5,⏎\"Next\": \"Choose\"⏎}, -> ",
                        "Wait: 5 -> 6",
                        "Next: \"B\" -> \"C\"",
                        "Next: \"C\" -> \"B\"",
                        "Next: \"B\" -> \"C\"",
                        "ChoiceRule: { \"Variable\": \"$.n\", \"NumericLessThan\" : 3 , \"Next\": \"B\" }, -> ",
                        "Condition: { \"Variable\": \"$.n\", \"NumericLessThan\" : 3 , \"Next\": \"B\" } ->"
                                + " {\"Not\":{\"Variable\":\"$.n\",\"NumericLessThan\":3},\"Next\":\"B\"}",
                        "Comparison: \"NumericLessThan\" : 3 -> \"NumericLessThanEquals\": 3",
                        "Comparison: 3 -> 4",
                        "ChoiceRule: { \"Variable\": \"$.n\", \"IsNull\": true, \"Next\": \"C\" } -> ",
                        "Condition: true -> false",
                        "Default: \"Default\": \"B\" -> ",
                        "ResultPath: { \"Type\": \"Pass\", \"Result\": { \"b\": 1 }, \"End\": true } ->"
                                + " {\"Type\":\"Pass\",\"Result\":{\"b\":1},\"End\":true,\"ResultPath\":null}",
                        "DataFlow: \"Result\": { \"b\": 1 }, -> ");
    }

    @Test
    void in_yaml(@TempDir Path folder) throws Exception {
        Path file = Files.writeString(folder.resolve("x.asl.yaml"), YAML);
        StateMachineDefinition definition = DefinitionFile.of(file).load().definition();
        assertThat(shown(definition, YAML))
                .contains(
                        "Next: Give up -> \"Done\"",
                        "Catcher: ErrorEquals: [A, B]⏎Next: Give up -> ",
                        "Catcher: ErrorEquals:⏎- States.ALL⏎Next: Done -> ",
                        "Payload: Payload: {a: 1} -> ",
                        "Timeout: 30   # half a minute -> 31",
                        "Timeout: TimeoutSeconds: 30   # half a minute -> ");
    }
}
