package io.github.stepunit.task;

import io.github.stepunit.internal.text.DidYouMean;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.apiguardian.api.API;

/**
 * A mock configuration file of Step Functions Local ({@code MockConfigFile.json}), unchanged: which mocked responses the
 * states of a state machine give in each test case. Immutable.
 *
 * <pre>{@code
 * MockConfig mocks = MockConfig.read(Path.of("MockConfigFile.json"));
 * Execution execution = orders.withTasks(mocks.testCase("LambdaSQSIntegration", "RetryPath").tasks()).start();
 * }</pre>
 */
@API(status = API.Status.EXPERIMENTAL, since = "0.1")
public final class MockConfig {

    private final String source;
    private final Map<String, Map<String, MockConfigTestCase>> testCases;

    MockConfig(String source, Map<String, Map<String, MockConfigTestCase>> testCases) {
        this.source = source;
        this.testCases = testCases;
    }

    /**
     * Reads a file.
     *
     * @throws InvalidMockConfigException when Step Functions Local would not take it
     * @throws java.io.UncheckedIOException when it cannot be read; the cause is a {@link java.io.FileNotFoundException}
     *     when there is none
     */
    public static MockConfig read(Path file) {
        return parse(file.toString(), MockConfigFile.text(file));
    }

    /**
     * Takes the text of a file.
     *
     * @param source where it is from, for messages
     * @throws InvalidMockConfigException when Step Functions Local would not take it
     */
    public static MockConfig parse(String source, String json) {
        return new MockConfigReader(Objects.requireNonNull(source, "source"))
                .read(Objects.requireNonNull(json, "json"));
    }

    /** Where it is from. */
    public String source() {
        return source;
    }

    /** The names of the state machines, in the order of the file. */
    public Set<String> stateMachineNames() {
        return new LinkedHashSet<>(testCases.keySet());
    }

    /**
     * The test cases of a state machine, in the order of the file.
     *
     * @throws IllegalArgumentException when the file does not name that state machine
     */
    public List<MockConfigTestCase> testCases(String stateMachineName) {
        return new ArrayList<>(casesOf(stateMachineName).values());
    }

    /**
     * One test case: what {@code StartExecution} on {@code …:stateMachine:NAME#CASE} is to Step Functions Local.
     *
     * @throws IllegalArgumentException when the file does not have it
     */
    public MockConfigTestCase testCase(String stateMachineName, String testCaseName) {
        Map<String, MockConfigTestCase> cases = casesOf(stateMachineName);
        MockConfigTestCase found = cases.get(testCaseName);
        if (found == null) {
            throw unknown(
                    "test case", testCaseName, " for the state machine \"" + stateMachineName + "\"", cases.keySet());
        }
        return found;
    }

    private Map<String, MockConfigTestCase> casesOf(String stateMachineName) {
        Map<String, MockConfigTestCase> cases = testCases.get(stateMachineName);
        if (cases == null) {
            throw unknown("state machine", stateMachineName, "", testCases.keySet());
        }
        return cases;
    }

    private IllegalArgumentException unknown(String what, String name, String where, Collection<String> known) {
        String question =
                DidYouMean.question(name, known).map(text -> " " + text).orElse("");
        String names = known.isEmpty() ? "It has none." : "It has: " + String.join(", ", known) + ".";
        return new IllegalArgumentException(
                source + " has no " + what + " \"" + name + "\"" + where + "." + question + " " + names);
    }
}
