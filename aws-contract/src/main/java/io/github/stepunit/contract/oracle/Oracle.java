package io.github.stepunit.contract.oracle;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.stepunit.Execution;
import io.github.stepunit.contract.recorded.SecretRules;
import io.github.stepunit.teststate.FieldValidationMode;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;
import org.apiguardian.api.API;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.sfn.SfnClient;

/**
 * Asks AWS's own {@code TestState} about each state that tests run, and shows where StepUnit answers differently. Answers
 * are kept in a file, so that a build needs no AWS. Immutable but for the file; for several threads.
 *
 * <pre>{@code
 * Oracle oracle = Oracle.asking(SfnClient.create(), Path.of("src/test/stepunit/oracle.json"));
 * assertThat(oracle.check(execution)).hasNoDifference();
 * }</pre>
 *
 * <p>Task, Map and Parallel states go with a mock of what their work gave in the test, so that nothing real is called. The
 * answers are kept and compared with secrets masked by {@link SecretRules#DEFAULT} unless told otherwise.
 */
@API(status = API.Status.EXPERIMENTAL, since = "0.1")
public final class Oracle {

    private static final int MOST = 2_000;

    private final OracleCache cache;
    private final @Nullable Supplier<SfnClient> client;
    private final RateLimit rate;
    private final SecretRules rules;
    private final FieldValidationMode validation;
    private final int most;

    private Oracle(
            OracleCache cache,
            @Nullable Supplier<SfnClient> client,
            RateLimit rate,
            SecretRules rules,
            FieldValidationMode validation,
            int most) {
        this.cache = cache;
        this.client = client;
        this.rate = rate;
        this.rules = rules;
        this.validation = validation;
        this.most = most;
    }

    /**
     * Takes answers from that file only.
     *
     * @throws IllegalArgumentException when it is another file
     */
    public static Oracle cachedIn(Path file) {
        return new Oracle(
                OracleCache.in(file),
                null,
                RateLimit.perSecond(RateLimit.USUAL),
                SecretRules.DEFAULT,
                FieldValidationMode.NONE,
                MOST);
    }

    /**
     * Asks AWS what the file has no answer to, and writes the answers into it.
     *
     * @param client stays the caller's to close
     * @throws IllegalArgumentException when it is another file
     */
    public static Oracle asking(SfnClient client, Path file) {
        return cachedIn(file).withClient(() -> client);
    }

    /** The same, asking AWS what the file has no answer to, by a client that is made when it is needed. */
    public Oracle withClient(Supplier<SfnClient> newClient) {
        return new Oracle(cache, newClient, rate, rules, validation, most);
    }

    /** The same, with another limit on calls (default 8 a second; AWS takes 10). */
    public Oracle withRateLimit(RateLimit limit) {
        return new Oracle(cache, client, limit, rules, validation, most);
    }

    /** The same, with secrets masked by those rules. */
    public Oracle masking(SecretRules newRules) {
        return new Oracle(cache, client, rate, newRules, validation, most);
    }

    /**
     * The same, with mocked results checked against the model of their service, by both (default NONE: most mocks of tests
     * have only what the test needs).
     */
    public Oracle withFieldValidation(FieldValidationMode mode) {
        return new Oracle(cache, client, rate, rules, mode, most);
    }

    /** The same, which asks that many different questions in one check at most (default 2,000). */
    public Oracle withMostQuestions(int questions) {
        return new Oracle(cache, client, rate, rules, validation, questions);
    }

    /** Checks the states of one execution and its child executions. */
    public OracleReport check(Execution execution) {
        return check(List.of(execution));
    }

    /**
     * Checks the states of several executions and their child executions.
     *
     * @throws io.github.stepunit.contract.AwsCallException when AWS gives no answer; the message says what to do. What it
     *     has answered before is kept
     */
    public OracleReport check(Collection<Execution> executions) {
        Check check = new Check();
        try {
            for (Execution execution : executions) {
                StateExecutions.of(execution).forEach(check::add);
            }
        } catch (RuntimeException failure) {
            keepAnswers(failure);
            throw failure;
        }
        cache.write();
        return new OracleReport(
                check.compared,
                check.asked,
                check.differences,
                check.missing,
                check.notAsked,
                cache.file().toString());
    }

    /** What happened first is what has to be told; that the file is damaged comes with it. */
    private void keepAnswers(RuntimeException failure) {
        try {
            cache.write();
        } catch (RuntimeException notWritten) {
            failure.addSuppressed(notWritten);
        }
    }

    /** One check, as far as it has got. */
    private final class Check {

        private final Set<String> seen = new HashSet<>();
        private final List<OracleDifference> differences = new ArrayList<>();
        private final List<String> missing = new ArrayList<>();
        private final Map<String, Integer> notAsked = new LinkedHashMap<>();
        private int compared;
        private int asked;

        void add(StateExecution state) {
            OracleQuestion question = state.question();
            if (question == null) {
                notAsked.merge(state.whyNot(), 1, Integer::sum);
                return;
            }
            String key = key(question);
            if (!seen.add(key)) {
                return;
            }
            if (seen.size() > most) {
                notAsked.merge("came after the " + most + "th different question", 1, Integer::sum);
                return;
            }
            JsonNode aws = answer(key, question, state.name());
            if (aws == null) {
                missing.add(state.name());
                return;
            }
            compared++;
            JsonNode ours = rules.masked(OurAnswer.to(question, validation));
            List<OracleDifference.Value> values = AnswerComparison.compare(question, aws, ours);
            if (!values.isEmpty()) {
                differences.add(new OracleDifference(state.name(), key, values));
            }
        }

        private @Nullable JsonNode answer(String key, OracleQuestion question, String state) {
            JsonNode known = cache.answer(key);
            if (known != null || client == null) {
                return known;
            }
            rate.take();
            asked++;
            JsonNode answer = rules.masked(new TestStateCall(client.get(), validation).answer(question, state));
            cache.put(key, state, answer);
            return answer;
        }
    }

    private String key(OracleQuestion question) {
        return validation == FieldValidationMode.NONE ? question.key() : validation + "-" + question.key();
    }
}
