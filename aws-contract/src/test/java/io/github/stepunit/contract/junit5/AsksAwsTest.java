package io.github.stepunit.contract.junit5;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.platform.engine.discovery.DiscoverySelectors.selectClass;

import io.github.stepunit.contract.AwsCallException;
import io.github.stepunit.contract.AwsCallException.Reason;
import io.github.stepunit.contract.internal.AwsEnvironment;
import io.github.stepunit.contract.validation.AwsValidation;
import io.github.stepunit.contract.validation.AwsValidationResult;
import io.github.stepunit.definition.StateMachineType;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInfo;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.platform.engine.TestExecutionResult;
import org.junit.platform.testkit.engine.EngineExecutionResults;
import org.junit.platform.testkit.engine.EngineTestKit;
import org.junit.platform.testkit.engine.EventType;

class AsksAwsTest {

    private static AwsCallException noNetwork() {
        return new AwsCallException(Reason.UNREACHABLE, "AWS gave no answer.", null);
    }

    private static AwsCallException denied() {
        return new AwsCallException(Reason.ACCESS_DENIED, "AWS denied access.", null);
    }

    @AsksAws
    static class UnreachableCase {

        @Test
        void asks() {
            throw noNetwork();
        }

        @Nested
        class Inside {
            @Test
            void asks_too() {
                throw noNetwork();
            }
        }
    }

    @AsksAws
    static class DeniedCase {
        @Test
        void asks() {
            throw denied();
        }
    }

    @AsksAws
    static class BrokenCase {
        @Test
        void is_wrong_anyway() {
            throw new IllegalStateException("broken");
        }
    }

    @AsksAws
    static class FirstAskedBeforeAllCase {
        @BeforeAll
        static void ask() {
            throw noNetwork();
        }

        @Test
        void never_runs() {
            throw denied();
        }
    }

    static class OneMethodCase {

        private final List<Integer> nothing = List.of();

        @BeforeEach
        void ask() {
            if (nothing.isEmpty()) {
                throw noNetwork();
            }
        }

        @Test
        @AsksAws
        void is_skipped() {
            throw denied();
        }

        @Test
        @AsksAws(whenUnavailable = WhenUnavailable.FAIL)
        void fails() {
            throw denied();
        }
    }

    @AsksAws
    static class AskedInAFieldCase {

        private final AwsValidationResult result =
                AwsValidation.ofEnvironment().validate(AwsValidation.definition("{}", StateMachineType.STANDARD));

        @Test
        void asks() {
            assertThat(result.status()).isNull();
        }
    }

    @AsksAws
    @TestInstance(Lifecycle.PER_CLASS)
    static class OneInstanceCase {

        OneInstanceCase(TestInfo info) {
            assertThat(info.getDisplayName()).startsWith("AsksAwsTest");
            throw noNetwork();
        }

        @Test
        void never_runs() {
            throw denied();
        }
    }

    @AsksAws
    static class DeniedInTheConstructorCase {

        private final int answer;

        DeniedInTheConstructorCase(TestInfo info) {
            answer = info.getTags().size();
            throw denied();
        }

        @Test
        void asks() {
            assertThat(answer).isZero();
        }
    }

    static class OneMethodWithAConstructorCase {

        OneMethodWithAConstructorCase(TestInfo info) {
            assertThat(info.getTags()).isEmpty();
            throw noNetwork();
        }

        @Test
        @AsksAws
        void is_skipped() {}

        @Test
        @AsksAws(whenUnavailable = WhenUnavailable.FAIL)
        void fails() {}

        @Test
        void fails_too_since_it_does_not_say_that_it_asks() {}
    }

    private static EngineExecutionResults run(Class<?> testCase, Map<String, String> configuration) {
        return EngineTestKit.engine("junit-jupiter")
                .selectors(selectClass(testCase))
                .configurationParameters(configuration)
                .execute();
    }

    private static List<String> thrown(Class<?> testCase) {
        return run(testCase, Map.of()).allEvents().stream()
                .filter(event -> event.getType() == EventType.FINISHED)
                .map(event -> event.getRequiredPayload(TestExecutionResult.class))
                .flatMap(result ->
                        result.getThrowable().stream().map(each -> result.getStatus() + " " + each.getMessage()))
                .toList();
    }

    @Test
    void where_aws_cannot_be_asked_tests_are_skipped_with_the_reason() {
        assertThat(thrown(UnreachableCase.class))
                .containsExactly(
                        "ABORTED Skipped, because AWS gave no answer.", "ABORTED Skipped, because AWS gave no answer.");
        assertThat(thrown(FirstAskedBeforeAllCase.class))
                .containsExactly("ABORTED Skipped, because AWS gave no answer.");
    }

    /** A test may ask in its constructor or in a field, too. */
    @Test
    void tests_that_ask_while_they_are_made_are_skipped_as_well() {
        try (AwsEnvironment environment = AwsEnvironment.none()) {
            assertThat(environment).isNotNull();
            assertThat(thrown(AskedInAFieldCase.class))
                    .containsExactly("ABORTED Skipped, because AWS cannot be asked: no region is configured."
                            + "\n  do      set AWS_REGION, or a region for your AWS_PROFILE.");
        }
        assertThat(thrown(OneInstanceCase.class)).containsExactly("ABORTED Skipped, because AWS gave no answer.");
        assertThat(thrown(DeniedInTheConstructorCase.class)).containsExactly("FAILED AWS denied access.");
        run(OneMethodWithAConstructorCase.class, Map.of()).testEvents().assertStatistics(tests -> tests.failed(2)
                .aborted(1));
    }

    @Test
    void or_they_fail_as_configured() {
        run(UnreachableCase.class, Map.of("stepunit.contract.unavailable", "fail"))
                .testEvents()
                .assertStatistics(tests -> tests.failed(2).aborted(0));
        run(OneMethodCase.class, Map.of()).testEvents().assertStatistics(tests -> tests.failed(1)
                .aborted(1));
    }

    @Test
    void what_aws_refuses_fails_them_and_so_does_all_else() {
        assertThat(thrown(DeniedCase.class)).containsExactly("FAILED AWS denied access.");
        assertThat(thrown(BrokenCase.class)).containsExactly("FAILED broken");
    }
}
