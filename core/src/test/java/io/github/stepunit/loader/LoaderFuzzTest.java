package io.github.stepunit.loader;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.stepunit.StateMachine;
import io.github.stepunit.definition.InvalidDefinitionException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Broken files of every form give a message, and never an exception from inside. */
class LoaderFuzzTest {

    private static final int MUTANTS = 200;

    private static final String ASL =
            "{\"StartAt\": \"A\", \"States\": {\"A\": {\"Type\": \"Task\", \"Resource\": \"arn:aws:states:::lambda:invoke\","
                    + " \"Parameters\": {\"FunctionName\": \"f\", \"Payload.$\": \"$\"}, \"Next\": \"B\"}, \"B\": {\"Type\": \"Succeed\"}}}";

    private static final Map<String, String> FILES = Map.of(
            "machine.asl.json", ASL,
            "machine.asl.yaml",
                    """
                    StartAt: A
                    States:
                      A:
                        Type: Wait
                        Seconds: 3
                        Next: B
                      B: { Type: Pass, Result: { x: &x [1, 2], y: *x }, End: true }
                    """,
            "template.yaml",
                    """
                    Transform: AWS::Serverless-2016-10-31
                    Parameters: { Stage: { Type: String, Default: dev } }
                    Mappings: { M: { dev: { Day: "2026-11-25T00:00:00Z" } } }
                    Conditions: { IsDev: !Equals [!Ref Stage, dev] }
                    Resources:
                      F: { Type: AWS::Serverless::Function, Properties: { Handler: x, Runtime: java17 } }
                      Orders:
                        Type: AWS::Serverless::StateMachine
                        Properties:
                          Definition:
                            StartAt: A
                            States:
                              A: { Type: Task, Resource: !GetAtt F.Arn, Next: B }
                              B: { Type: Wait, Timestamp: !FindInMap [M, !Ref Stage, Day], End: true }
                    """,
            "template.json",
                    """
                    { "Resources": { "M": { "Type": "AWS::StepFunctions::StateMachine", "Properties": {
                        "StateMachineType": "EXPRESS",
                        "DefinitionString": { "Fn::Join": ["", ["{\\"StartAt\\":\\"A\\",\\"States\\":{\\"A\\":{\\"Type\\":\\"Pass\\",\\"Result\\":\\"", { "Ref": "AWS::Region" }, "\\",\\"End\\":true}}}"] ] } } } } }
                    """,
            "serverless.yml",
                    """
                    service: shop
                    custom: { stage: "${opt:stage, 'dev'}" }
                    provider: { name: aws, stage: "${self:custom.stage}" }
                    stepFunctions:
                      stateMachines:
                        orders:
                          name: orders-${self:provider.stage}
                          definition:
                            StartAt: A
                            States: { A: { Type: Pass, End: true } }
                    """,
            "main.tf",
                    """
                    locals { seconds = { dev = 3 } }
                    variable "stage" { default = "dev" }
                    resource "aws_sfn_state_machine" "orders" {
                      name       = "orders-${var.stage}"
                      definition = jsonencode({
                        StartAt = "A"
                        States = { A = { Type = "Wait", Seconds = lookup(local.seconds, var.stage, 5), End = true } }
                      })
                    }
                    """);

    static Stream<Arguments> files() {
        return FILES.entrySet().stream().map(each -> Arguments.of(each.getKey(), each.getValue()));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("files")
    void mutants_of_a_file_are_refused_in_words_or_loaded(String name, String text, @TempDir Path folder)
            throws IOException {
        Path file = folder.resolve(name);
        Files.writeString(file, text);
        StateMachine.load(file);
        List<String> escaped = new ArrayList<>();
        for (int seed = 0; seed < MUTANTS; seed++) {
            String mutant = mutant(text, new Random(seed));
            Files.write(file, mutant.getBytes(StandardCharsets.UTF_8));
            try {
                StateMachine.load(file);
            } catch (InvalidDefinitionException | DefinitionLoadException | UncheckedIOException refused) {
                if (refused.getMessage() == null || refused.getMessage().isBlank()) {
                    escaped.add("seed " + seed + ": no message\n" + mutant);
                }
            } catch (RuntimeException | StackOverflowError inside) {
                escaped.add("seed " + seed + ": " + inside + "\n" + mutant);
            }
        }
        assertThat(escaped).isEmpty();
    }

    private static final List<String> TOKENS = List.of(
            "{", "}", "[", "]", "\"", "'", ":", ",", "\n", "  ", "\t", "${", "}", "!Ref ", "!Sub ", "&a ", "*a ",
            "<<: ", "- ", "null", "0", "-1", "1e999", "true", "\u0000", "\ud83d", "\u2028", "%", "#", "\\", "\\u12",
            "Fn::Sub", "States", "$.", "<<EOT\n", "...");

    /** One to four edits: cut out, doubled, moved, replaced. */
    private static String mutant(String text, Random random) {
        StringBuilder mutant = new StringBuilder(text);
        int edits = 1 + random.nextInt(4);
        for (int i = 0; i < edits && !mutant.isEmpty(); i++) {
            int at = random.nextInt(mutant.length());
            int end = Math.min(mutant.length(), at + 1 + random.nextInt(random.nextBoolean() ? 3 : 40));
            String part = mutant.substring(at, end);
            switch (random.nextInt(5)) {
                case 0 -> mutant.delete(at, end);
                case 1 -> mutant.insert(at, part);
                case 2 -> mutant.insert(random.nextInt(mutant.length()), part);
                case 3 -> mutant.replace(at, end, TOKENS.get(random.nextInt(TOKENS.size())));
                default -> mutant.insert(at, TOKENS.get(random.nextInt(TOKENS.size())));
            }
        }
        return mutant.toString();
    }
}
