package io.github.stepunit.loader;

import static io.github.stepunit.loader.Project.at;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.github.stepunit.definition.InvalidDefinitionException;
import io.github.stepunit.definition.StateMachineType;
import io.github.stepunit.json.JsonPointer;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The CDK, Terraform, the Serverless Framework, answers of the AWS CLI. */
class OtherFormsTest {

    private final Project project;

    OtherFormsTest(@TempDir Path folder) {
        project = new Project(folder);
    }

    // --- CDK

    private void writeAssembly() {
        project.write(
                "cdk.out/manifest.json",
                """
                {"version": "36.0.0", "artifacts": {
                  "Shop": {"type": "aws:cloudformation:stack", "properties": {"templateFile": "Shop.template.json"}},
                  "assembly-Prod": {"type": "cdk:cloud-assembly", "properties": {"directoryName": "assembly-Prod"}}}}
                """);
        project.write("cdk.out/Shop.template.json", template("Shop"));
        project.write(
                "cdk.out/assembly-Prod/manifest.json",
                """
                {"version": "36.0.0", "artifacts": {
                  "Shop": {"type": "aws:cloudformation:stack", "properties": {"templateFile": "ProdShop.template.json"}}}}
                """);
        project.write("cdk.out/assembly-Prod/ProdShop.template.json", template("Prod/Shop"));
    }

    private static String template(String stack) {
        return """
                {"Resources": {
                  "PayFn1A2B": {"Type": "AWS::Lambda::Function"},
                  "Orders9F8E": {"Type": "AWS::StepFunctions::StateMachine",
                    "Metadata": {"aws:cdk:path": "STACK/Orders/Resource"},
                    "Properties": {"StateMachineType": "EXPRESS", "DefinitionString": {"Fn::Join": ["", [
                      "{\\"StartAt\\":\\"Pay\\",\\"States\\":{\\"Pay\\":{\\"End\\":true,\\"Type\\":\\"Task\\",\\"Resource\\":\\"",
                      {"Fn::GetAtt": ["PayFn1A2B", "Arn"]}, "\\"}}}"]]}}}}}
                """
                .replace("STACK", stack);
    }

    @Test
    void the_CDK_names_machines_by_their_construct_path() {
        writeAssembly();
        LoadedDefinition loaded = project.file("cdk.out").load("Prod/Shop/Orders");
        assertThat(loaded.type()).isEqualTo(StateMachineType.EXPRESS);
        assertThat(at(loaded, "/Resource")).endsWith(":function:PayFn1A2B");
        assertThat(project.file("cdk.out/Shop.template.json").load("Orders").name())
                .isEqualTo("Orders9F8E");
        assertThatExceptionOfType(DefinitionLoadException.class)
                .isThrownBy(() -> project.file("cdk.out/manifest.json").load("Orders"))
                .withMessageContaining("has 2 state machines `Orders`")
                .withMessageContaining("(Shop/Orders, Orders)")
                .withMessageContaining("(Prod/Shop/Orders, Orders)");
    }

    // --- Terraform

    @Test
    void terraform_with_templatefile() {
        project.write(
                "infra/pay.asl.json.tpl",
                """
                {"StartAt": "Pay", "States": {
                %{ for name in steps ~}
                  "${name}": {"Type": "Pass", "Next": "Pay"},
                %{ endfor ~}
                  "Pay": {"Type": "Task", "Resource": "${pay_arn}",
                    "Parameters": {"price": "$${money}", "ids": ${jsonencode(ids)}},
                    "TimeoutSeconds": ${timeout}, "End": true}}}
                """
                        .replace("\"StartAt\": \"Pay\"", "\"StartAt\": \"a\""));
        project.write(
                "infra/main.tf",
                """
                # The shop.
                locals { prefix = "shop-${var.stage}" }
                variable "timeout" {
                  type    = number
                  default = 30
                }
                variable "stage" {}
                resource "aws_lambda_function" "pay" { function_name = "${local.prefix}-pay" }
                resource "aws_sfn_state_machine" "orders" {
                  name       = "${local.prefix}-orders"
                  type       = "EXPRESS"
                  definition = templatefile("${path.module}/pay.asl.json.tpl", {
                    pay_arn = aws_lambda_function.pay.arn
                    steps   = ["a"]
                    ids     = [for id in [1, 2] : "id-${id}"]
                    timeout = var.stage == "prod" ? 900 : var.timeout
                  })
                }
                """);
        LoadedDefinition loaded =
                project.file("infra").withParameter("stage", "prod").load("orders");
        assertThat(loaded.name()).isEqualTo("shop-prod-orders");
        assertThat(loaded.type()).isEqualTo(StateMachineType.EXPRESS);
        assertThat(Project.json(loaded).at("/States/Pay"))
                .hasToString(
                        "{\"Type\":\"Task\",\"Resource\":\"arn:aws:lambda:us-east-1:123456789012:function:shop-prod-pay\","
                                + "\"Parameters\":{\"price\":\"${money}\",\"ids\":[\"id-1\",\"id-2\"]},\"TimeoutSeconds\":900,\"End\":true}");
        assertThat(loaded.definition().logicalIds()).containsKey("pay");
        assertThat(loaded.definition()
                        .sourceMap()
                        .locate(JsonPointer.ROOT.field("States").field("Pay").field("End")))
                .hasToString(project.folder().resolve("infra/pay.asl.json.tpl") + ":7:42");
    }

    @Test
    void terraform_with_jsonencode_and_a_heredoc() {
        project.write(
                "main.tf",
                """
                resource "aws_sfn_state_machine" "encoded" {
                  definition = jsonencode({
                    StartAt = "A"
                    States = { A = { Type = "Pass", Nxt = "B" } }
                  })
                }
                resource "aws_sfn_state_machine" "text" {
                  definition = <<-EOT
                    {
                      "StartAt": "A",
                      "States": {"A": {"Type": "Succeed"}}
                    }
                  EOT
                }
                """);
        assertThat(project.file("main.tf").load("text").definition().graph().startAt())
                .isEqualTo("A");
        assertThatExceptionOfType(InvalidDefinitionException.class)
                .isThrownBy(() -> project.file("main.tf").load("encoded"))
                .withMessageContaining("main.tf:4:43");
    }

    @Test
    void terraform_says_what_it_does_not_know() {
        project.write(
                "main.tf",
                "resource \"aws_sfn_state_machine\" \"m\" {\n  definition = data.http.it.response_body\n}\n");
        project.assertNotLoaded(
                project.file("main.tf"),
                """
                PROJECT/main.tf:2:16: The definition of aws_sfn_state_machine.m is only known when Terraform is applied: it is it-response_body.
                  do      load a plan or the state instead: terraform show -json. Or give the variable that it comes from a value: withParameter.""");
    }

    @Test
    void terraform_has_no_other_variables_than_it_declares() {
        project.write(
                "main.tf",
                """
                variable "stage" {}
                resource "aws_sfn_state_machine" "m" {
                  definition = jsonencode({ StartAt = "A", States = { A = { Type = "Succeed" } } })
                }
                """);
        project.file("main.tf").withParameter("stage", "prod").load();
        project.assertNotLoaded(
                project.file("main.tf").withParameter("stag", "prod"),
                """
                PROJECT/main.tf has no parameter `stag`. Did you mean "stage"? There are:
                  stage
                  do      correct the name in withParameter, or in `parameters` of @StepFunctionTest.""");
    }

    @Test
    void a_definition_has_no_parameters() {
        project.write("a.asl.json", "{\"StartAt\": \"A\", \"States\": {\"A\": {\"Type\": \"Succeed\"}}}");
        project.assertNotLoaded(
                project.file("a.asl.json").withParameter("stage", "prod"),
                """
                PROJECT/a.asl.json has no parameters, but the test gives `stage` a value.
                  do      leave it out. A placeholder ${stage} of the definition gets its value by withSubstitution, or by substitutions = "stage=…" in @StepFunctionTest.""");
    }

    @Test
    void a_substitution_for_no_placeholder_of_the_definition_is_refused() {
        project.write(
                "a.asl.yaml",
                """
                StartAt: A
                States:
                  A: {Type: Wait, Seconds: ${WaitSeconds}, Next: B}
                  B: {Type: Task, Resource: "${Function}", End: true}
                """);
        project.file("a.asl.yaml").withSubstitution("WaitSeconds", "5").load();
        project.assertNotLoaded(
                project.file("a.asl.yaml").withSubstitution("WaitSecond", "5"),
                """
                PROJECT/a.asl.yaml has no placeholder ${WaitSecond}. Did you mean "WaitSeconds"? There are:
                  WaitSeconds, Function
                  do      correct the name in withSubstitution, or in `substitutions` of @StepFunctionTest.""");
        project.write("b.asl.json", "{\"StartAt\": \"A\", \"States\": {\"A\": {\"Type\": \"Succeed\"}}}");
        project.assertNotLoaded(
                project.file("b.asl.json").withSubstitution("Stage", "prod"),
                """
                PROJECT/b.asl.json has no placeholders, but the test gives ${Stage} a value.
                  do      leave it out: withSubstitution, or `substitutions` of @StepFunctionTest.""");
    }

    @Test
    void a_placeholder_in_the_value_of_another_one_is_one() {
        project.write("a.asl.json", "{\"StartAt\": \"${Name}\", \"States\": {\"AB\": {\"Type\": \"Succeed\"}}}");
        project.file("a.asl.json")
                .withSubstitution("Name", "A${Rest}")
                .withSubstitution("Rest", "B")
                .load();
    }

    @Test
    void a_terraform_module_of_the_project_is_followed() {
        project.write(
                "modules/machine/main.tf",
                """
                variable "arn" {}
                resource "aws_sfn_state_machine" "this" {
                  definition = jsonencode({StartAt = "A", States = {A = {Type = "Task", Resource = var.arn, End = true}}})
                }
                """);
        project.write(
                "main.tf",
                """
                resource "aws_lambda_function" "pay" {}
                module "orders" {
                  source = "./modules/machine"
                  arn    = aws_lambda_function.pay.arn
                }
                """);
        assertThat(at(project.file("main.tf").load("module.orders.aws_sfn_state_machine.this"), "/Resource"))
                .endsWith(":function:pay");
    }

    @Test
    void a_plan_of_terraform() {
        project.write(
                "plan.json",
                """
                {"format_version": "1.2", "terraform_version": "1.9.0", "planned_values": {"root_module": {
                  "resources": [{"address": "aws_sfn_state_machine.unknown", "type": "aws_sfn_state_machine",
                    "name": "unknown", "values": {"name": "u"}}],
                  "child_modules": [{"resources": [{"address": "module.a.aws_sfn_state_machine.b",
                    "type": "aws_sfn_state_machine", "name": "b", "values": {"name": "orders", "type": "EXPRESS",
                      "definition": "{\\"StartAt\\":\\"A\\",\\n\\"States\\":{\\"A\\":{\\"Type\\":\\"Succeed\\"}}}"}}]}]}}}
                """);
        LoadedDefinition loaded = project.file("plan.json").load("orders");
        assertThat(loaded.type()).isEqualTo(StateMachineType.EXPRESS);
        assertThat(loaded.definition()
                        .sourceMap()
                        .locate(JsonPointer.ROOT.field("States").field("A")))
                .hasToString(project.folder().resolve("plan.json") + ":6:55");
        assertThatExceptionOfType(DefinitionLoadException.class)
                .isThrownBy(() -> project.file("plan.json").load("unknown"))
                .withMessageContaining(
                        "Terraform does not know the definition of aws_sfn_state_machine.unknown before");
    }

    // --- the Serverless Framework

    @Test
    void serverless_with_variables_and_a_file() {
        project.write(
                "machines/orders.yml",
                """
                definition:
                  StartAt: Pay
                  States:
                    Pay:
                      Type: Task
                      Resource: !GetAtt pay-order.Arn
                      TimeoutSeconds: ${self:custom.timeouts.${sls:stage}, 5}
                      End: true
                """);
        project.write(
                "serverless.yml",
                """
                service: shop
                provider: {name: aws, stage: "${opt:stage, 'dev'}"}
                custom: {timeouts: {prod: 900}}
                functions:
                  pay-order: {handler: pay.handler}
                stepFunctions:
                  stateMachines:
                    orders:
                      name: ${self:service}-${sls:stage}-orders
                      type: EXPRESS
                      definition: ${file(./machines/orders.yml):definition}
                """);
        DefinitionFile file = project.file("serverless.yml");
        LoadedDefinition loaded = file.load();
        assertThat(loaded.name()).isEqualTo("shop-dev-orders");
        assertThat(loaded.type()).isEqualTo(StateMachineType.EXPRESS);
        assertThat(at(loaded, "/Resource")).endsWith(":function:shop-dev-pay-order");
        assertThat(at(loaded, "/TimeoutSeconds")).isEqualTo("5");
        assertThat(at(file.withParameter("stage", "prod").load(), "/TimeoutSeconds"))
                .isEqualTo("900");
        assertThat(loaded.definition()
                        .sourceMap()
                        .locate(JsonPointer.ROOT.field("States").field("Pay").field("End")))
                .hasToString(project.folder().resolve("machines/orders.yml") + ":8:12");
    }

    @Test
    void serverless_runs_no_program() {
        project.write(
                "serverless.yml",
                "service: s\nprovider: {name: aws}\nstepFunctions:\n  stateMachines:\n    a:\n      definition: ${file(./a.js)}\n");
        assertThatExceptionOfType(DefinitionLoadException.class)
                .isThrownBy(() -> project.file("serverless.yml").load())
                .withMessageContaining("It refers to ./a.js, a program, which StepUnit does not run.");
    }

    // --- others

    @Test
    void the_answer_of_the_AWS_CLI() {
        project.write(
                "described.json",
                """
                {"name": "orders", "type": "EXPRESS",
                 "definition": "{\\"StartAt\\": \\"A\\", \\"States\\": {\\"A\\": {\\"Type\\": \\"Succeed\\"}}}"}
                """);
        LoadedDefinition loaded = project.file("described.json").load();
        assertThat(loaded.name()).isEqualTo("orders");
        assertThat(loaded.type()).isEqualTo(StateMachineType.EXPRESS);
    }

    @Test
    void a_file_without_a_machine_says_so() {
        project.write("template.yaml", "Resources:\n  Table: {Type: AWS::DynamoDB::Table}\n");
        project.assertNotLoaded(
                project.file("template.yaml"),
                "PROJECT/template.yaml holds no state machine.\n  do      pass the file that declares it, or the definition itself.");
    }

    @Test
    void the_form_can_be_said() {
        project.write("orders.txt", "StartAt: A\nStates: {A: {Type: Succeed}}\n");
        assertThat(project.file("orders.txt").as(DefinitionFormat.ASL).load().name())
                .isEqualTo("orders");
    }
}
