package io.github.stepunit.maven;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import org.apache.maven.plugin.MojoExecutionException;
import org.apache.maven.project.MavenProject;
import org.jspecify.annotations.NullUnmarked;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Pictures without any test. */
@NullUnmarked // fields are injected
class GraphMojoTest {

    private static final String TEMPLATE =
            """
            Resources:
              Orders:
                Type: AWS::Serverless::StateMachine
                Properties:
                  Definition:
                    StartAt: A
                    States:
                      A: {Type: Succeed}
              Refunds:
                Type: AWS::Serverless::StateMachine
                Properties:
                  Definition:
                    StartAt: B
                    States:
                      B: {Type: Succeed}
            """;

    @TempDir
    Path folder;

    private Goals goals;
    private GraphMojo graph;

    @BeforeEach
    void module() {
        goals = new Goals(folder);
        graph = goals.graph();
    }

    private void write(String file, String text) throws Exception {
        Files.createDirectories(folder.resolve(file).getParent());
        Files.writeString(folder.resolve(file), text);
    }

    @Test
    void every_definition_of_the_module_is_drawn() throws Exception {
        write("src/order.asl.json", Goals.ORDER);
        write("other/order.asl.json", Goals.ORDER);
        write("src/wait.asl.yaml", "StartAt: A\nStates:\n  A: {Type: Succeed}\n");
        write("target/classes/copy.asl.json", Goals.ORDER);
        write("module/pom.xml", "");
        write("module/src/another-module.asl.json", Goals.ORDER);
        graph.formats = new String[] {"svg", "Mermaid", "HTML"};
        graph.execute();
        assertThat(graph.outputDirectory.list())
                .containsExactlyInAnyOrder(
                        "order.svg",
                        "order.mmd",
                        "order.html",
                        "order-2.svg",
                        "order-2.mmd",
                        "order-2.html",
                        "wait.svg",
                        "wait.mmd",
                        "wait.html");
        assertThat(graph.outputDirectory.toPath().resolve("order.html"))
                .content()
                .contains("<title>Graph of order</title>")
                .contains("<svg")
                .contains("Charge card");
    }

    @Test
    void a_template_gives_a_picture_for_each_machine_or_for_the_one_that_is_named() throws Exception {
        write("template.yaml", TEMPLATE);
        graph.files = new File[] {goals.file("template.yaml")};
        graph.machine = "Refunds";
        graph.execute();
        assertThat(graph.outputDirectory.list()).containsExactly("Refunds.svg");
        graph.machine = null;
        graph.execute();
        assertThat(graph.outputDirectory.list()).containsExactlyInAnyOrder("Orders.svg", "Refunds.svg");
    }

    @Test
    void a_definition_that_aws_refuses_is_told_of_and_nothing_is_left() throws Exception {
        write("src/order.asl.json", Goals.ORDER.replace("\"StartAt\": \"Charge card\"", "\"StartAt\": \"Charge\""));
        assertThatExceptionOfType(MojoExecutionException.class)
                .isThrownBy(graph::execute)
                .withMessageContaining("order.asl.json");
        assertThat(graph.outputDirectory).doesNotExist();
    }

    @Test
    void nothing_to_draw_says_what_to_do() throws Exception {
        graph.execute();
        assertThat(goals.told.toString())
                .isEqualTo(
                        """
                        WARN There is nothing to draw: no file in %s is called *.asl.json, *.asl.yaml or *.asl.yml.
                        WARN   do      name the files: -Dstepunit.graph.files=template.yaml
                        """
                                .formatted(folder));
    }

    @Test
    void a_template_that_lies_there_is_proposed() throws Exception {
        write("template.yml", TEMPLATE);
        graph.execute();
        assertThat(goals.told.toString()).endsWith("-Dstepunit.graph.files=template.yml\n");
    }

    @Test
    void without_a_POM_the_pictures_are_below_the_current_folder() throws Exception {
        write("template.yml", TEMPLATE);
        graph.outputDirectory = null;
        graph.project = new MavenProject();
        graph.project.getBuild().setDirectory("${project.basedir}/target");
        graph.files = new File[] {goals.file("template.yml")};
        graph.execute();
        Path drawn = folder.resolve("target").resolve("stepunit").resolve("graph");
        assertThat(drawn.toFile().list()).containsExactlyInAnyOrder("Orders.svg", "Refunds.svg");
        assertThat(goals.told.toString())
                .isEqualTo("INFO Drawn " + drawn.resolve("Orders.svg") + ".\nINFO Drawn " + drawn.resolve("Refunds.svg")
                        + ".\n");
    }

    @Test
    void with_a_POM_they_are_in_its_build_folder() throws Exception {
        write("src/order.asl.json", Goals.ORDER);
        graph.outputDirectory = null;
        graph.project = goals.module();
        graph.project.getBuild().setDirectory(folder.resolve("out").toString());
        graph.execute();
        assertThat(folder.resolve("out/stepunit/graph/order.svg")).exists();
    }
}
