package io.github.stepunit.loader;

import static io.github.stepunit.loader.Project.at;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.stepunit.StateMachine;
import io.github.stepunit.definition.Diagnostic;
import io.github.stepunit.definition.InvalidDefinitionException;
import io.github.stepunit.definition.StateMachineType;
import io.github.stepunit.json.JsonPointer;
import io.github.stepunit.task.TaskMocks;
import io.github.stepunit.validation.ValidationResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** SAM and CloudFormation templates. */
class CloudFormationTest {

    private static final String PAY =
            """
            {
              "StartAt": "Pay",
              "States": {
                "Pay": {
                  "Type": "Task",
                  "Resource": "${PayArn}",
                  "TimeoutSeconds": ${Timeout},
                  "End": true
                }
              }
            }
            """;

    private final Project project;

    CloudFormationTest(@TempDir Path folder) {
        project = new Project(folder);
    }

    private LoadedDefinition load(String template) {
        project.write("template.yaml", template);
        return project.file("template.yaml").load();
    }

    /** A template whose only state has a value that a function computes. */
    private String computed(String value, String rest) {
        return at(
                load(
                        """
                        %s
                        Resources:
                          PaymentFunction:
                            Type: AWS::Lambda::Function
                          Orders:
                            Type: AWS::StepFunctions::StateMachine
                            Properties:
                              Definition:
                                StartAt: Note
                                States:
                                  Note:
                                    Type: Pass
                                    Comment: %s
                                    End: true
                        """
                                .formatted(rest, value)),
                "/Comment");
    }

    @Test
    void SAM_with_a_definition_in_a_file_of_its_own() {
        project.write("statemachine/pay.asl.json", PAY);
        LoadedDefinition loaded = load(
                """
                Transform: AWS::Serverless-2016-10-31
                Globals:
                  StateMachine:
                    Type: EXPRESS
                Resources:
                  PaymentFunction:
                    Type: AWS::Serverless::Function
                  OrderWorkflow:
                    Type: AWS::Serverless::StateMachine
                    Properties:
                      Name: !Sub "${AWS::Region}-orders"
                      DefinitionUri: statemachine/pay.asl.json
                      DefinitionSubstitutions:
                        PayArn: !GetAtt PaymentFunction.Arn
                        Timeout: 30
                """);
        assertThat(loaded.name()).isEqualTo("us-east-1-orders");
        assertThat(loaded.type()).isEqualTo(StateMachineType.EXPRESS);
        assertThat(at(loaded, "/Resource")).isEqualTo("arn:aws:lambda:us-east-1:123456789012:function:PaymentFunction");
        assertThat(at(loaded, "/TimeoutSeconds")).isEqualTo("30");
        assertThat(loaded.notes()).isEmpty();
        assertThat(loaded.definition()
                        .sourceMap()
                        .locate(JsonPointer.ROOT.field("States").field("Pay").field("End")))
                .hasToString(project.folder().resolve("statemachine/pay.asl.json") + ":8:14");
    }

    @Test
    void the_test_says_what_the_deployment_would() {
        project.write("pay.asl.json", PAY);
        project.write(
                "template.yaml",
                """
                Parameters:
                  Stage: {Type: String, Default: dev}
                Conditions:
                  IsProd: !Equals [!Ref Stage, prod]
                Resources:
                  Orders:
                    Type: AWS::Serverless::StateMachine
                    Properties:
                      DefinitionUri: pay.asl.json
                      DefinitionSubstitutions:
                        PayArn: arn:aws:lambda:eu-west-1:1:function:pay
                        Timeout: !If [IsProd, 900, 30]
                """);
        DefinitionFile file = project.file("template.yaml");
        assertThat(at(file.load(), "/TimeoutSeconds")).isEqualTo("30");
        assertThat(at(file.withParameter("Stage", "prod").load(), "/TimeoutSeconds"))
                .isEqualTo("900");
        assertThat(at(file.withSubstitution("Timeout", "5").load(), "/TimeoutSeconds"))
                .isEqualTo("5");
        assertThat(file.withType(StateMachineType.EXPRESS).load().type()).isEqualTo(StateMachineType.EXPRESS);
        project.assertNotLoaded(
                file.withSubstitution("TimeOut", "5"),
                """
                PROJECT/pay.asl.json has no placeholder ${TimeOut}. Did you mean "Timeout"? There are:
                  PayArn, Timeout
                  do      correct the name in withSubstitution, or in `substitutions` of @StepFunctionTest.""");
        project.assertNotLoaded(
                file.withSubstitution("Stage", "prod"),
                """
                PROJECT/pay.asl.json has no placeholder ${Stage}: Stage is a parameter of the template.
                  do      give it its value by withParameter, or by parameters = "Stage=…" in @StepFunctionTest.""");
    }

    @Test
    void a_problem_in_a_block_of_text_is_shown_in_the_template() {
        assertThatExceptionOfType(InvalidDefinitionException.class)
                .isThrownBy(
                        () -> load(
                                """
                        Resources:
                          Orders:
                            Type: AWS::StepFunctions::StateMachine
                            Properties:
                              DefinitionString: !Sub |
                                {
                                  "StartAt": "Pay",
                                  "States": {
                                    "Pay": {"Type": "Task", "Resource": "${PaymentFunction.Arn}", "Next": "Pey"}
                                  }
                                }
                          PaymentFunction:
                            Type: AWS::Lambda::Function
                        """))
                .withMessageContaining(
                        """
                        template.yaml:9:83
                             9 |             "Pay": {"Type": "Task", "Resource": "${PaymentFunction.Arn}", "Next": "Pey"}
                               |                                                                                   ^""");
    }

    @Test
    void a_problem_in_an_escaped_string_is_shown_at_its_column() {
        project.write(
                "template.json",
                """
                {"Resources": {"Orders": {"Type": "AWS::StepFunctions::StateMachine", "Properties": {
                  "DefinitionString": {"Fn::Join": ["", [
                    "{\\"StartAt\\":\\"Pay\\",\\"States\\":{\\"Pay\\":{\\"Type\\":\\"Task\\",\\"Resource\\":\\"",
                    {"Fn::GetAtt": ["Pay", "Arn"]},
                    "\\",\\"Next\\":\\"Pey\\"}}}"]]}}}}}
                """);
        assertThatExceptionOfType(InvalidDefinitionException.class)
                .isThrownBy(() -> project.file("template.json").load())
                .withMessageContaining("template.json:5:18");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    !Sub 'a ${AWS::Region} ${!Left}'                                  | a us-east-1 ${Left}
                    !Sub ['${x}-${Stage}', {x: !Ref AWS::AccountId}]                   | 123456789012-dev
                    !Join [':', [a, !Ref Stage, !GetAtt PaymentFunction.Arn]]          | a:dev:arn:aws:lambda:us-east-1:123456789012:function:PaymentFunction
                    !FindInMap [Sizes, !Ref Stage, Memory]                             | 128
                    !Select [1, !Split ['/', 'a/b/c']]                                 | b
                    !Select ['0', !Ref Zones]                                          | x
                    !If [IsDev, yes, no]                                               | yes
                    !If [IsProd, p, !If [IsDev, d, n]]                                 | d
                    !Base64 abc                                                        | YWJj
                    !ImportValue 'shared-PaymentFunctionArn'                           | arn:aws:lambda:us-east-1:123456789012:function:shared-PaymentFunction
                    !ImportValue {'Fn::Sub': '${AWS::StackName}-OrdersTableName'}      | stack-OrdersTableName
                    !Ref PaymentFunction                                               | PaymentFunction
                    !Ref NoDefault                                                     | NoDefault
                    !Ref SomeTopicArn                                                  | arn:aws:sns:us-east-1:123456789012:SomeTopic
                    !Ref Count                                                         | 3
                    !ToJsonString {a: [1, !Ref Stage]}                                 | {"a":[1,"dev"]}
                    """)
    void functions(String value, String expected) {
        assertThat(
                        computed(
                                value,
                                """
                        Parameters:
                          Stage: {Type: String, Default: dev}
                          NoDefault: {Type: String}
                          SomeTopicArn: {Type: String}
                          Count: {Type: Number, MinValue: 3}
                          Zones: {Type: CommaDelimitedList, Default: "x, y"}
                        Mappings:
                          Sizes: {dev: {Memory: 128}, prod: {Memory: 512}}
                        Conditions:
                          IsDev: !And [!Equals [!Ref Stage, dev], !Not [!Condition IsProd]]
                          IsProd: !Or [!Equals [!Ref Stage, prod], !Equals [a, b]]
                        """))
                .isEqualTo(expected);
    }

    @Test
    void what_stands_for_a_resource_reads_like_it() {
        LoadedDefinition loaded = load(
                """
                Resources:
                  Jobs: {Type: AWS::SQS::Queue}
                  Done: {Type: AWS::SNS::Topic, Properties: {TopicName: done}}
                  Table: {Type: AWS::DynamoDB::Table}
                  Child: {Type: AWS::StepFunctions::StateMachine, Properties: {StateMachineName: child}}
                  Work: {Type: AWS::StepFunctions::Activity}
                  Glue: {Type: AWS::Glue::Job}
                  Orders:
                    Type: AWS::Serverless::StateMachine
                    Properties:
                      Definition:
                        StartAt: All
                        States:
                          All:
                            Type: Pass
                            Result: [!Ref Jobs, !GetAtt Jobs.Arn, !Ref Done, !Ref Table, !Ref Child, !Ref Work, !GetAtt Glue.Arn]
                            End: true
                """,
                "Orders");
        assertThat(Project.json(loaded).at("/States/All/Result"))
                .hasToString("[\"https://sqs.us-east-1.amazonaws.com/123456789012/Jobs\","
                        + "\"arn:aws:sqs:us-east-1:123456789012:Jobs\","
                        + "\"arn:aws:sns:us-east-1:123456789012:done\","
                        + "\"Table\","
                        + "\"arn:aws:states:us-east-1:123456789012:stateMachine:child\","
                        + "\"arn:aws:states:us-east-1:123456789012:activity:Work\","
                        + "\"arn:aws:glue:us-east-1:123456789012:job/Glue\"]");
    }

    private LoadedDefinition load(String template, String machine) {
        project.write("template.yaml", template);
        return project.file("template.yaml").load(machine);
    }

    @Test
    void a_mock_names_the_logical_id() {
        LoadedDefinition loaded = load(
                """
                Resources:
                  PaymentFunction: {Type: AWS::Lambda::Function, Properties: {FunctionName: pay-prod}}
                  Orders:
                    Type: AWS::Serverless::StateMachine
                    Properties:
                      Definition:
                        StartAt: Pay
                        States:
                          Pay:
                            Type: Task
                            Resource: arn:aws:states:::lambda:invoke
                            Parameters: {FunctionName: !GetAtt PaymentFunction.Arn}
                            End: true
                """);
        assertThat(at(loaded, "/Parameters/FunctionName")).endsWith(":function:pay-prod");
        TaskMocks mocks = TaskMocks.of(loaded.definition());
        mocks.mock("PaymentFunction").returns("{'receipt': 1}");
        JsonNode output = StateMachine.of(loaded).withTasks(mocks).start().output();
        assertThat(output).isNotNull();
        assertThat(String.valueOf(output)).contains("\"Payload\":{\"receipt\":1}");
        assertThatExceptionOfType(IllegalArgumentException.class)
                .isThrownBy(() -> mocks.mock("PaymentFuncton"))
                .withMessageContaining("PaymentFunction");
    }

    @Test
    void the_machines_are_listed_when_none_is_chosen() {
        String machine = "{Type: AWS::Serverless::StateMachine, Properties: {Name: %s, DefinitionUri: x.json}}";
        project.write(
                "template.yaml",
                "Resources:\n  Orders: " + machine.formatted("orders-prod") + "\n  RefundOrders: "
                        + machine.formatted("RefundOrders") + "\n");
        DefinitionFile file = project.file("template.yaml");
        project.assertNotLoaded(
                file,
                """
                PROJECT/template.yaml holds 2 state machines. Which one?
                  Orders        PROJECT/template.yaml:2:3  (orders-prod)
                  RefundOrders  PROJECT/template.yaml:3:3
                  do      name it: load("Orders"), or machine = "Orders" in @StepFunctionTest.""");
        assertThatExceptionOfType(DefinitionLoadException.class)
                .isThrownBy(() -> file.load("RefundOrdrs"))
                .withMessageStartingWith(project.folder() + "/template.yaml has no state machine `RefundOrdrs`."
                        + " Did you mean \"RefundOrders\"? It holds:\n  Orders ");
        assertThat(file.machines()).extracting(MachineEntry::id).containsExactly("Orders", "RefundOrders");
    }

    @Test
    void a_machine_may_be_meant_by_how_its_name_begins() {
        project.write(
                "template.yaml",
                """
                Resources:
                  RefundOrders: {Type: AWS::Serverless::StateMachine, Properties: {}}
                  BookingStateMachine: {Type: AWS::Serverless::StateMachine, Properties: {}}
                """);
        assertThatExceptionOfType(DefinitionLoadException.class)
                .isThrownBy(() -> project.file("template.yaml").load("Bookings"))
                .withMessageContaining("no state machine `Bookings`. Did you mean \"BookingStateMachine\"? It holds:");
        assertThatExceptionOfType(DefinitionLoadException.class)
                .isThrownBy(() -> project.file("template.yaml").load("Invoices"))
                .withMessageContaining("no state machine `Invoices`. It holds:");
    }

    @Test
    void a_parameter_that_the_template_does_not_have_is_refused() {
        project.write(
                "template.yaml",
                "Parameters:\n  Stage: {Type: String}\n  Size: {Type: Number}\n"
                        + machineWith(
                                """
                Definition: {StartAt: A, States: {A: {Type: Succeed, Comment: !Ref Owner}}}"""));
        project.assertNotLoaded(
                project.file("template.yaml").withParameter("Stge", "prod"),
                """
                PROJECT/template.yaml has no parameter `Stge`. Did you mean "Stage"? There are:
                  Stage, Size
                  do      correct the name in withParameter, or in `parameters` of @StepFunctionTest.""");
        // Used or not; and what is referred to without being declared, as in a part of a template.
        for (String name : List.of("Stage", "Size", "Owner", "AWS::StackName")) {
            project.file("template.yaml").withParameter(name, "1").load();
        }
    }

    @Test
    void a_missing_file_names_what_refers_to_it() {
        project.write("statemachine/order.asl.json", PAY);
        project.write("template.yaml", machineWith("DefinitionUri: statemachine/orders.asl.json"));
        project.assertNotLoaded(
                project.file("template.yaml"),
                """
                PROJECT/template.yaml:5:22: It refers to statemachine/orders.asl.json. There is no file PROJECT/statemachine/orders.asl.json (looked for PROJECT/statemachine/orders.asl.json). Did you mean order.asl.json?
                  do      correct the reference; it is relative to PROJECT.""");
    }

    private static String machineWith(String properties) {
        return "Resources:\n  Orders:\n    Type: AWS::Serverless::StateMachine\n    Properties:\n      " + properties
                + "\n";
    }

    @Test
    void nothing_is_fetched() {
        project.write("template.yaml", machineWith("DefinitionUri: s3://bucket/pay.asl.json"));
        project.assertNotLoaded(
                project.file("template.yaml"),
                """
                PROJECT/template.yaml:5:22: It refers to s3://bucket/pay.asl.json, which is not in the project, and StepUnit fetches nothing.
                  do      say which file stands for it: DefinitionFile.of(…).withLocalFile("s3://bucket/pay.asl.json", Path.of("…")).""");
        Path local = project.write("here.json", "{\"StartAt\": \"A\", \"States\": {\"A\": {\"Type\": \"Succeed\"}}}");
        assertThat(project.file("template.yaml")
                        .withLocalFile("s3://bucket/pay.asl.json", local)
                        .load()
                        .definition()
                        .graph()
                        .startAt())
                .isEqualTo("A");
    }

    @Test
    void an_object_of_S3_is_taken_from_the_assets_of_the_CDK() {
        project.write("asset.1f2e.json", "{\"StartAt\": \"A\", \"States\": {\"A\": {\"Type\": \"Succeed\"}}}");
        assertThat(load(machineWith("DefinitionUri: {Bucket: assets, Key: 1f2e.json}"))
                        .definition()
                        .graph()
                        .startAt())
                .isEqualTo("A");
    }

    @Test
    void no_reference_leads_out_of_the_project() throws Exception {
        Path outside =
                project.folder().resolveSibling("outside-" + project.folder().getFileName() + ".json");
        Files.writeString(outside, "{}");
        try {
            for (String reference : List.of("../" + outside.getFileName(), outside.toString(), "link.json")) {
                if (reference.equals("link.json")) {
                    Files.createSymbolicLink(project.folder().resolve(reference), outside);
                }
                project.write("template.yaml", machineWith("DefinitionUri: " + reference));
                assertThatExceptionOfType(DefinitionLoadException.class)
                        .as(reference)
                        .isThrownBy(() -> project.file("template.yaml").load())
                        .withMessageContaining(
                                "It refers to " + reference + ", which is outside of the project folder");
            }
        } finally {
            Files.delete(outside);
        }
    }

    @Test
    void substitutions_are_text_and_repeat() {
        project.write("pay.asl.json", PAY);
        assertThat(at(
                        load(
                                machineWith(
                                        """
                                        DefinitionUri: pay.asl.json
                                              DefinitionSubstitutions:
                                                Timeout: ${Minutes}0
                                                Minutes: 6
                                                PayArn: arn:aws:lambda:us-east-1:1:function:${Name}
                                                Name: pay""")),
                        "/TimeoutSeconds"))
                .isEqualTo("60");
    }

    @Test
    void a_circle_of_substitutions_is_refused() {
        project.write("pay.asl.json", PAY);
        project.write(
                "template.yaml",
                machineWith(
                        """
                        DefinitionUri: pay.asl.json
                              DefinitionSubstitutions: {Timeout: "1", PayArn: "${A}", A: "x${B}", B: "${A}"}"""));
        project.assertNotLoaded(
                project.file("template.yaml"),
                """
                PROJECT/pay.asl.json:1:1: Its substitutions refer to each other in a circle: A -> B -> A.
                  do      give one of them a value without placeholders. CloudFormation refuses a circle, too.""");
    }

    @Test
    void a_placeholder_without_a_value_is_noted_with_its_place() {
        project.write(
                "orders.asl.json",
                """
                {"StartAt": "Put", "States": {"Put": {"Type": "Task", "End": true,
                  "Resource": "arn:aws:states:::dynamodb:putItem",
                  "Parameters": {"TableName": "${OrderTable}", "Item": {}}}}}
                """);
        LoadedDefinition loaded = load(
                machineWith("DefinitionUri: orders.asl.json\n      DefinitionSubstitutions: {OrdersTable: orders}"));
        assertThat(loaded.notes()).singleElement().satisfies(note -> {
            assertThat(note.message()).isEqualTo("Nothing replaces the placeholder ${OrderTable}: left as it is");
            assertThat(note.location()).hasToString(project.folder() + "/orders.asl.json:3:32");
            assertThat(note.remedy())
                    .isEqualTo(
                            "Add OrderTable to the DefinitionSubstitutions of Orders. Did you mean \"OrdersTable\"?");
        });
    }

    @Test
    void without_its_template_a_definition_gets_readable_values() {
        project.write("pay.asl.json", PAY);
        LoadedDefinition loaded = project.file("pay.asl.json").load();
        assertThat(at(loaded, "/Resource")).isEqualTo("arn:aws:lambda:us-east-1:123456789012:function:Pay");
        assertThat(loaded.notes())
                .extracting(Diagnostic::message)
                .containsExactlyInAnyOrder(
                        "Nothing replaces the placeholder ${PayArn}: taken for"
                                + " arn:aws:lambda:us-east-1:123456789012:function:Pay",
                        "Nothing replaces the placeholder ${Timeout}: taken for 60");
    }

    @Test
    void what_was_made_up_is_a_warning_of_the_validator_too() {
        project.write("pay.asl.json", PAY);
        ValidationResult result =
                StateMachine.of(project.file("pay.asl.json").load()).validate();
        assertThat(result.warnings())
                .filteredOn(each -> each.code().equals("PLACEHOLDER_LEFT"))
                .extracting(each -> String.valueOf(each.location()))
                .containsExactly(
                        project.folder().resolve("pay.asl.json") + ":6:19",
                        project.folder().resolve("pay.asl.json") + ":7:25");
    }

    @Test
    void what_is_no_JSON_is_read_as_YAML_like_CloudFormation_does() {
        project.write("pay.asl.json", "{\"StartAt\": \"A\", \"States\": {\"A\": {\"Type\": \"Succeed\",},},}");
        assertThat(load(machineWith("DefinitionUri: pay.asl.json")).notes()).isEmpty();
        assertThat(project.file("pay.asl.json").load().notes())
                .singleElement()
                .extracting(Diagnostic::code)
                .isEqualTo("DEFINITION_NOT_JSON");
    }

    @Test
    void of_fields_that_stand_twice_in_a_template_the_last_counts() {
        assertThat(computed("first\n            Comment: last", "Description: a\nDescription: b"))
                .isEqualTo("last");
    }

    @Test
    void a_machine_has_exactly_one_definition() {
        project.write("template.yaml", machineWith("Name: orders"));
        project.assertNotLoaded(
                project.file("template.yaml"),
                """
                PROJECT/template.yaml:2:3: The state machine Orders has no definition.
                  do      give it exactly one of DefinitionUri, Definition, DefinitionString and DefinitionS3Location.""");
    }

    @Test
    void conditions_in_a_circle_are_refused() {
        assertThatExceptionOfType(DefinitionLoadException.class)
                .isThrownBy(() -> computed("!If [A, 1, 2]", "Conditions:\n  A: !Condition B\n  B: !Condition A"))
                .withMessageContaining("Its conditions refer to each other in a circle.");
    }

    @Test
    void nested_stacks_in_the_project_are_followed() {
        project.write(
                "nested.yaml",
                """
                Parameters: {PayArn: {Type: String}}
                Resources:
                  Inner:
                    Type: AWS::StepFunctions::StateMachine
                    Properties:
                      DefinitionString: !Sub '{"StartAt": "Pay", "States": {"Pay": {"Type": "Task", "Resource": "${PayArn}", "End": true}}}'
                """);
        LoadedDefinition loaded = load(
                """
                Resources:
                  Pay: {Type: AWS::Lambda::Function}
                  Nested:
                    Type: AWS::CloudFormation::Stack
                    Properties: {TemplateURL: nested.yaml, Parameters: {PayArn: !GetAtt Pay.Arn}}
                """,
                "Inner");
        assertThat(at(loaded, "/Resource")).isEqualTo("arn:aws:lambda:us-east-1:123456789012:function:Pay");
    }
}
