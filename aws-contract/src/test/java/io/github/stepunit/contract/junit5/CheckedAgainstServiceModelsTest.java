package io.github.stepunit.contract.junit5;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.platform.engine.discovery.DiscoverySelectors.selectClass;

import io.github.stepunit.StateMachine;
import io.github.stepunit.junit5.MockTask;
import io.github.stepunit.junit5.StepFunctionTest;
import io.github.stepunit.task.TaskMock;
import io.github.stepunit.teststate.FieldValidationMode;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.NullUnmarked;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.platform.engine.TestExecutionResult;
import org.junit.platform.engine.reporting.ReportEntry;
import org.junit.platform.testkit.engine.EngineExecutionResults;
import org.junit.platform.testkit.engine.EngineTestKit;
import org.junit.platform.testkit.engine.EventType;

@NullUnmarked // fields are injected
class CheckedAgainstServiceModelsTest {

    private static final String WRONG_ANSWER =
            """
            The mock of `Read` answers what aws-sdk:ssm:getParameter never does:
              /Parameters: there is no such member. Did you mean "Parameter"?
            """;

    @StepFunctionTest("contract/parameter.asl.json")
    static class PlainCase {

        @MockTask("Read")
        TaskMock read;

        @MockTask("Flow")
        TaskMock flow;

        @Test
        void answers_what_the_service_never_does(StateMachine parameter) {
            read.returns("{'Parameters': []}");
            flow.returns("{'ExecutionId': 'e'}");
            parameter.start();
        }
    }

    @CheckedAgainstServiceModels
    static class CheckedCase extends PlainCase {

        @Test
        void answers_what_it_does(StateMachine parameter) {
            read.returns("{'Parameter': {'Value': 'x'}}");
            flow.returns("{'ExecutionId': 'e'}");
            parameter.start();
        }

        @Test
        @CheckedAgainstServiceModels(FieldValidationMode.NONE)
        void is_not_checked(StateMachine parameter) {
            answers_what_the_service_never_does(parameter);
        }

        @Nested
        class Inside {
            @Test
            void is_checked_too(StateMachine parameter) {
                answers_what_the_service_never_does(parameter);
            }
        }
    }

    private static EngineExecutionResults run(Class<?> testCase, Map<String, String> configuration) {
        return EngineTestKit.engine("junit-jupiter")
                .selectors(selectClass(testCase))
                .configurationParameters(configuration)
                .execute();
    }

    private static List<String> failures(EngineExecutionResults results) {
        return results.testEvents().stream()
                .filter(event -> event.getType() == EventType.FINISHED)
                .map(event -> event.getRequiredPayload(TestExecutionResult.class))
                .flatMap(result -> result.getThrowable().stream())
                .map(Throwable::getMessage)
                .toList();
    }

    @Test
    void tests_are_checked_where_the_annotation_says_so() {
        EngineExecutionResults results = run(CheckedCase.class, Map.of());

        results.testEvents().assertStatistics(tests -> tests.succeeded(2).failed(2));
        assertThat(failures(results)).hasSize(2).allSatisfy(message -> assertThat(message)
                .startsWith(WRONG_ANSWER));
    }

    @Test
    void tests_without_it_are_checked_as_configured() {
        assertThat(failures(run(PlainCase.class, Map.of()))).isEmpty();
        assertThat(failures(run(PlainCase.class, Map.of("stepunit.contract.serviceModels", "none"))))
                .isEmpty();
        assertThat(failures(run(PlainCase.class, Map.of("stepunit.contract.serviceModels", "Strict"))))
                .singleElement()
                .asString()
                .startsWith(WRONG_ANSWER);
        assertThat(failures(run(PlainCase.class, Map.of("stepunit.contract.serviceModels", "present"))))
                .singleElement()
                .asString()
                .startsWith(WRONG_ANSWER);
        assertThat(failures(run(PlainCase.class, Map.of("stepunit.contract.serviceModels", "yes"))))
                .containsExactly("The configuration parameter stepunit.contract.serviceModels is neither strict nor"
                        + " present nor none.");
    }

    @Test
    void the_annotation_wins_over_the_configuration() {
        run(CheckedCase.class, Map.of("stepunit.contract.serviceModels", "present"))
                .testEvents()
                .assertStatistics(tests -> tests.succeeded(2).failed(2));
    }

    @Test
    void what_could_not_be_checked_is_reported_once() {
        List<String> entries = run(CheckedCase.class, Map.of()).testEvents().reportingEntryPublished().stream()
                .map(event -> event.getRequiredPayload(ReportEntry.class).getKeyValuePairs())
                .map(pairs -> pairs.get("stepunit.contract.unchecked"))
                .toList();

        assertThat(entries)
                .containsExactly("add software.amazon.awssdk:appflow (scope test) to check Tasks that call it");
    }
}
