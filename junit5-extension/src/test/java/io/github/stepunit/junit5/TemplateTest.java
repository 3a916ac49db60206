package io.github.stepunit.junit5;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.stepunit.StateMachine;
import io.github.stepunit.definition.StateMachineType;
import io.github.stepunit.task.TaskMock;
import org.jspecify.annotations.NullUnmarked;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

/** Machines out of templates. */
@NullUnmarked // fields are injected
@StepFunctionTest(value = "template.yaml", machine = "Greeting")
class TemplateTest {

    @MockTask("Greeter")
    TaskMock greeter;

    @Test
    void the_type_is_the_template_s_and_a_mock_names_the_logical_id(StateMachine machine) {
        greeter.returns("{'text': 'hello'}");
        assertThat(machine.type()).isEqualTo(StateMachineType.EXPRESS);
        assertThat(machine.start().output()).hasToString("{\"text\":\"hello\"}");
        assertThat(machine.definition().text()).contains(":function:dev-greeter");
    }

    @StepFunctionTest(
            value = "template.yaml",
            machine = "Greeting",
            type = StateMachineType.STANDARD,
            parameters = "Stage=prod",
            substitutions = "Word=a=b")
    void the_test_has_its_own_values(StateMachine machine) {
        greeter.returns("{}");
        machine.start();
        assertThat(machine.type()).isEqualTo(StateMachineType.STANDARD);
        assertThat(machine.definition().text()).contains(":function:prod-greeter", "\"Comment\":\"a=b\"");
    }

    @Test
    void which_of_the_machines_is_asked_for() {
        assertThat(TestRun.of(NoMachineTestCase.class).message())
                .startsWith(
                        """
                        The definition `template.yaml` for NoMachineTestCase cannot be loaded.
                        classpath:template.yaml holds 2 state machines. Which one?
                          Greeting  classpath:template.yaml:5:3
                          Other     classpath:template.yaml:11:3
                        """);
    }

    @StepFunctionTest("template.yaml")
    static class NoMachineTestCase {
        @Test
        void test() {}
    }

    @Test
    void a_file_that_the_template_misses_is_no_missing_template() {
        assertThat(TestRun.of(MissingFileTestCase.class).message())
                .startsWith("The definition `template.yaml` for MissingFileTestCase cannot be loaded.")
                .contains("classpath:template.yaml:13:33: It refers to missing.asl.yaml. There is no file ");
    }

    @StepFunctionTest(value = "template.yaml", machine = "Other")
    static class MissingFileTestCase {
        @Test
        void test() {}
    }

    @Test
    void a_value_needs_a_name() {
        assertThat(TestRun.of(NoPairTestCase.class).message())
                .isEqualTo("@StepFunctionTest of NoPairTestCase has `prod` among its parameters, which names no value."
                        + "\n  do      write name and value: parameters = \"Name=value\".");
    }

    @StepFunctionTest(value = "template.yaml", machine = "Greeting", parameters = "prod")
    static class NoPairTestCase {
        @Test
        void test() {}
    }

    @Test
    void a_parameter_that_the_template_does_not_have_is_refused() {
        assertThat(TestRun.of(MistypedParameterTestCase.class).message())
                .isEqualTo(
                        """
                        The definition `template.yaml` for MistypedParameterTestCase cannot be loaded.
                        classpath:template.yaml has no parameter `Stge`. Did you mean "Stage"? There are:
                          Stage
                          do      correct the name in withParameter, or in `parameters` of @StepFunctionTest.""");
    }

    @StepFunctionTest(value = "template.yaml", machine = "Greeting", parameters = "Stge=prod")
    static class MistypedParameterTestCase {
        @Test
        void test() {}
    }

    @Test
    void a_definition_without_a_template_has_no_parameters() {
        assertThat(TestRun.of(NoParametersTestCase.class).message())
                .contains("classpath:order.asl.json has no parameters, but the test gives `Stage` a value.");
    }

    @StepFunctionTest(value = "order.asl.json", parameters = "Stage=prod")
    static class NoParametersTestCase {
        @Test
        void test() {}
    }

    @Test
    void a_machine_has_one_type() {
        assertThat(TestRun.of(TwoTypesTestCase.class).message())
                .isEqualTo("@StepFunctionTest of TwoTypesTestCase has more than one type."
                        + "\n  do      write one, or none where the template says it.");
    }

    @StepFunctionTest(
            value = "template.yaml",
            machine = "Greeting",
            type = {StateMachineType.STANDARD, StateMachineType.EXPRESS})
    static class TwoTypesTestCase {
        @Test
        void test() {}
    }

    @Nested
    class Inside {
        @Test
        void the_annotation_of_the_outer_class_holds(StateMachine machine) {
            greeter.returns("{}");
            machine.start();
            assertThat(machine.name()).isEqualTo("Greeting");
        }
    }
}
