package io.github.stepunit.contract.internal;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.equalTo;
import static com.github.tomakehurst.wiremock.client.WireMock.post;
import static com.github.tomakehurst.wiremock.client.WireMock.postRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.urlEqualTo;

import com.github.tomakehurst.wiremock.WireMockServer;
import com.github.tomakehurst.wiremock.client.MappingBuilder;
import com.github.tomakehurst.wiremock.client.ResponseDefinitionBuilder;
import com.github.tomakehurst.wiremock.core.WireMockConfiguration;
import com.github.tomakehurst.wiremock.stubbing.Scenario;
import com.github.tomakehurst.wiremock.verification.LoggedRequest;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.core.client.config.SdkAdvancedClientOption;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.retries.StandardRetryStrategy;
import software.amazon.awssdk.services.sfn.SfnClient;

/** A server on the loopback that speaks AWS JSON 1.0 as Step Functions does, and the real client for it. */
public final class AwsServer implements AutoCloseable {

    private static final String TARGET = "X-Amz-Target";
    private static final String SERVICE = "AWSStepFunctions.";

    private final WireMockServer server = new WireMockServer(
            WireMockConfiguration.options().bindAddress("127.0.0.1").dynamicPort());
    private final SfnClient client;

    /** Patient, since the machines of CI are busy. */
    public AwsServer() {
        this(Duration.ofSeconds(30));
    }

    /** The client waits that long for an answer. */
    public AwsServer(Duration timeout) {
        server.start();
        client = SfnClient.builder()
                .httpClientBuilder(UrlConnectionHttpClient.builder().socketTimeout(timeout))
                .endpointOverride(uri())
                .region(Region.EU_WEST_1)
                .credentialsProvider(StaticCredentialsProvider.create(
                        AwsBasicCredentials.create("AKIDEXAMPLE", "not-a-real-secret")))
                .overrideConfiguration(configuration -> configuration
                        // There is no host sync-127.0.0.1.
                        .putAdvancedOption(SdkAdvancedClientOption.DISABLE_HOST_PREFIX_INJECTION, true)
                        .retryStrategy(
                                // No pauses between the attempts, so that the tests are fast.
                                StandardRetryStrategy.builder()
                                        .maxAttempts(3)
                                        .backoffStrategy(attempt -> Duration.ZERO)
                                        .throttlingBackoffStrategy(attempt -> Duration.ZERO)
                                        .build()))
                .build();
    }

    public URI uri() {
        return URI.create("http://127.0.0.1:" + server.port());
    }

    public SfnClient client() {
        return client;
    }

    /** Forgets all answers and requests. */
    public void reset() {
        server.resetAll();
    }

    /** The action gives that JSON; single quotes are turned into double ones. */
    public AwsServer answers(String action, String json) {
        server.stubFor(action(action).willReturn(ok(json)));
        return this;
    }

    /** The action gives those answers one after the other, and then the last one for ever. */
    public AwsServer answersInTurn(String action, ResponseDefinitionBuilder... answers) {
        for (int i = 0; i < answers.length; i++) {
            server.stubFor(action(action)
                    .inScenario(action)
                    .whenScenarioStateIs(i == 0 ? Scenario.STARTED : String.valueOf(i))
                    .willReturn(answers[i])
                    .willSetStateTo(nextState(i, answers.length)));
        }
        return this;
    }

    private static String nextState(int at, int count) {
        int next = Math.min(at + 1, count - 1);
        return next == 0 ? Scenario.STARTED : String.valueOf(next);
    }

    public AwsServer stub(MappingBuilder mapping) {
        server.stubFor(mapping);
        return this;
    }

    public static MappingBuilder action(String action) {
        return post(urlEqualTo("/")).withHeader(TARGET, equalTo(SERVICE + action));
    }

    public static ResponseDefinitionBuilder ok(String json) {
        return aResponse()
                .withStatus(200)
                .withHeader("Content-Type", "application/x-amz-json-1.0")
                .withHeader("x-amzn-RequestId", "11111111-2222-3333-4444-555555555555")
                .withBody(json);
    }

    public static ResponseDefinitionBuilder error(int status, String code, String message) {
        return aResponse()
                .withStatus(status)
                .withHeader("Content-Type", "application/x-amz-json-1.0")
                .withHeader("x-amzn-RequestId", "11111111-2222-3333-4444-555555555555")
                .withBody("{\"__type\": \"com.amazonaws.swf.service.v2.model#" + code + "\", \"message\": \"" + message
                        + "\"}");
    }

    /** All requests for an action, in their order. */
    public List<LoggedRequest> requests(String action) {
        return server.findAll(postRequestedFor(urlEqualTo("/")).withHeader(TARGET, equalTo(SERVICE + action)));
    }

    @Override
    public void close() {
        client.close();
        server.stop();
    }
}
