package io.github.stepunit.contract.junit5;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.platform.engine.discovery.DiscoverySelectors.selectClass;

import io.github.stepunit.StateMachine;
import io.github.stepunit.contract.internal.AwsServer;
import io.github.stepunit.junit5.MockTask;
import io.github.stepunit.junit5.StepFunctionTest;
import io.github.stepunit.task.TaskMock;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.NullUnmarked;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Isolated;
import org.junit.platform.engine.TestExecutionResult;
import org.junit.platform.testkit.engine.EngineExecutionResults;
import org.junit.platform.testkit.engine.EngineTestKit;
import org.junit.platform.testkit.engine.EventType;

/** Isolated, because the SDK takes its configuration from the properties of the JVM. */
@NullUnmarked // fields are injected
@Isolated
class OracleInterceptorTest {

    private static final String SAME = "{\"status\": \"SUCCEEDED\", \"output\": \"{\\\"receipt\\\": \\\"r-1\\\"}\"}";

    private final AwsServer aws = new AwsServer();

    @TempDir
    Path folder;

    @BeforeEach
    void configure() {
        System.setProperty("aws.endpointUrl", aws.uri().toString());
        System.setProperty("aws.accessKeyId", "AKIDEXAMPLE");
        System.setProperty("aws.secretAccessKey", "not-a-real-secret");
        System.setProperty("aws.region", "eu-west-1");
        System.setProperty("aws.maxAttempts", "1");
    }

    @AfterEach
    void clear() {
        List.of("endpointUrl", "accessKeyId", "secretAccessKey", "region", "maxAttempts")
                .forEach(each -> System.clearProperty("aws." + each));
        aws.close();
    }

    @StepFunctionTest("contract/orders.asl.json")
    static class OrdersCase {

        @MockTask("Charge")
        TaskMock charge;

        @Test
        void charges(StateMachine orders) {
            charge.returns("{'receipt': 'r-1'}");
            assertThat(orders.start().output().path("receipt").asText()).isEqualTo("r-1");
        }
    }

    private EngineExecutionResults run(String... configuration) {
        Map<String, String> parameters = new HashMap<>();
        parameters.put("stepunit.oracle.file", folder.resolve("oracle.json").toString());
        for (int i = 0; i < configuration.length; i += 2) {
            parameters.put(configuration[i], configuration[i + 1]);
        }
        return EngineTestKit.engine("junit-jupiter")
                .selectors(selectClass(OrdersCase.class))
                .configurationParameters(parameters)
                .execute();
    }

    private static String reason(EngineExecutionResults results) {
        return results.testEvents().stream()
                .filter(event -> event.getType() == EventType.FINISHED)
                .map(event -> event.getRequiredPayload(TestExecutionResult.class))
                .flatMap(result -> result.getThrowable().stream())
                .map(Throwable::getMessage)
                .findFirst()
                .orElse("none");
    }

    @Test
    void is_off_unless_it_is_asked_for() {
        run().testEvents().assertStatistics(count -> count.succeeded(1));

        assertThat(aws.requests("TestState")).isEmpty();
        assertThat(folder).isEmptyDirectory();
    }

    @Test
    void asks_once_and_takes_the_file_from_then_on() {
        aws.answers("TestState", SAME);

        run("stepunit.oracle", "aws").testEvents().assertStatistics(count -> count.succeeded(1));
        assertThat(aws.requests("TestState")).hasSize(1);
        aws.reset();
        run("stepunit.oracle", "cache").testEvents().assertStatistics(count -> count.succeeded(1));
        assertThat(aws.requests("TestState")).isEmpty();
    }

    @Test
    void a_difference_fails_the_test_or_is_reported_only() {
        aws.answers("TestState", SAME.replace("r-1", "r-2"));

        EngineExecutionResults failed = run("stepunit.oracle", "aws");
        failed.testEvents().assertStatistics(count -> count.failed(1));
        assertThat(reason(failed))
                .isEqualTo("AWS's TestState and StepUnit differ about 1 of 1 state execution:"
                        + "\n\nCharge\n  output.receipt: AWS \"r-2\", StepUnit \"r-1\"");
        EngineExecutionResults reported = run("stepunit.oracle", "cache", "stepunit.oracle.differences", "report");
        reported.testEvents().assertStatistics(count -> count.succeeded(1).reportingEntryPublished(1));
    }

    @Test
    void a_missing_answer_fails_the_test_or_skips_it() {
        EngineExecutionResults failed = run("stepunit.oracle", "cache");
        failed.testEvents().assertStatistics(count -> count.failed(1));
        assertThat(reason(failed))
                .contains("has no answer of AWS about 1 state execution: Charge.\n  do      ask AWS once");

        run("stepunit.oracle", "cache", "stepunit.oracle.missing", "skip")
                .testEvents()
                .assertStatistics(count -> count.aborted(1));
        run("stepunit.oracle", "cache", "stepunit.oracle.missing", "report")
                .testEvents()
                .assertStatistics(count -> count.succeeded(1));
    }

    @Test
    void without_credentials_tests_are_skipped_with_the_reason() {
        aws.stub(AwsServer.action("TestState")
                .willReturn(AwsServer.error(400, "ExpiredTokenException", "The security token is expired")));

        EngineExecutionResults skipped = run("stepunit.oracle", "aws");

        skipped.testEvents().assertStatistics(count -> count.aborted(1));
        assertThat(reason(skipped)).startsWith("Skipped, because AWS gave no answer to TestState of Charge");
    }

    @Test
    void says_what_can_be_configured() {
        assertThat(reason(run("stepunit.oracle", "on")))
                .isEqualTo(
                        "The configuration parameter stepunit.oracle is `on`.\n  do      give one of: off, cache, aws.");
        assertThat(reason(run("stepunit.oracle", "cache", "stepunit.oracle.rate", "fast")))
                .isEqualTo("The configuration parameter stepunit.oracle.rate is `fast`."
                        + "\n  do      give one of: a number of calls a second.");
    }
}
