package io.github.stepunit.benchmarks;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.stepunit.definition.Limits;
import io.github.stepunit.json.JsonText;
import io.github.stepunit.task.TaskHandler;
import io.github.stepunit.task.TaskMocks;
import io.github.stepunit.task.TaskOutcome;
import java.nio.charset.StandardCharsets;
import java.util.Objects;
import java.util.function.Supplier;

/** What is measured. */
final class Workloads {

    /** For workloads that are larger than AWS allows. */
    static final Limits LIFTED = Limits.STANDARD
            .withHistoryEvents(Long.MAX_VALUE)
            .withPayloadBytes(Integer.MAX_VALUE)
            .withSteps(Long.MAX_VALUE);

    private static final int STATES_OF_BRANCH = 20;
    private static final int STATES_OF_PAYLOAD = 50;
    private static final int SMALL_EXECUTIONS = 500;

    private static final int RETRIES = 3;
    private static final int BATCH = 100;
    private static final int FAILING_ONE_IN = 50;

    private static final JsonNode OK = JsonNodeFactory.instance.objectNode().put("ok", true);
    private static final TaskOutcome FINE = TaskOutcome.succeed(OK);
    private static final TaskOutcome TRANSIENT = TaskOutcome.fail("Transient");

    private Workloads() {}

    /** W1: a chain of Pass states. */
    static Workload linear(int states) {
        return new Workload(
                states + " Pass states",
                JsonText.writeCompact(Definitions.linear("S", states)),
                small(),
                LIFTED,
                TaskMocks::new,
                1,
                states,
                ByHand.linear(states));
    }

    /** W2: a loop of a Choice and a Pass with {@code States.MathAdd}. */
    static Workload loop(int bound) {
        return new Workload(
                "Choice + MathAdd loop to " + bound,
                JsonText.writeCompact(Definitions.loop()),
                JsonNodeFactory.instance.objectNode().put("i", 0).put("n", bound),
                LIFTED,
                TaskMocks::new,
                1,
                2L * bound + 2,
                ByHand.loop());
    }

    /** W3: a Map whose iterations are a Pass. */
    static Workload mapOfPass(int items) {
        return new Workload(
                "Map of " + items + " items, Pass",
                JsonText.writeCompact(Definitions.mapOfPass()),
                items(items),
                LIFTED,
                TaskMocks::new,
                1,
                items + 1L,
                ByHand.mapOfPass());
    }

    /** W3t: a Map whose iterations are a mocked Task. */
    static Workload mapOfTasks(int items) {
        return new Workload(
                "Map of " + items + " items, mocked Task",
                JsonText.writeCompact(Definitions.mapOfTasks()),
                items(items),
                LIFTED,
                Workloads::everyTaskIsFine,
                1,
                items + 1L,
                ByHand.mapOfTasks());
    }

    /** W8: a Distributed Map, 100 items to a child execution, of which 2 % fail and are tolerated. */
    static Workload distributedMap(int items) {
        return distributedMap(items, BATCH, "batches of " + BATCH);
    }

    /** W8 without ItemBatcher: a child execution for each item. */
    static Workload distributedMapWithoutBatches(int items) {
        return distributedMap(items, 1, "a child for each");
    }

    private static Workload distributedMap(int items, int batch, String how) {
        TaskHandler handler =
                invocation -> Objects.requireNonNull(invocation.mapIndex()) % FAILING_ONE_IN == 0 ? TRANSIENT : FINE;
        return new Workload(
                "Distributed Map of " + items + " items, " + how + ", 2 % tolerated failures",
                JsonText.writeCompact(Definitions.distributedMap(batch)),
                items(items),
                LIFTED,
                () -> handler,
                1,
                // Those of the children are theirs.
                1,
                ByHand.distributedMap(batch, FAILING_ONE_IN));
    }

    /** W4: branches of 20 Pass states. */
    static Workload parallel(int branches) {
        return new Workload(
                "Parallel of " + branches + " branches of " + STATES_OF_BRANCH + " states",
                JsonText.writeCompact(Definitions.parallel(branches, STATES_OF_BRANCH)),
                small(),
                LIFTED,
                TaskMocks::new,
                1,
                (long) branches * STATES_OF_BRANCH + 1,
                ByHand.parallel(branches, STATES_OF_BRANCH));
    }

    /** W5: 500 small executions, a Task of which fails three times before it succeeds; all share one handler. */
    static Workload retry() {
        TaskHandler handler = invocation -> invocation.attempt() <= RETRIES ? TRANSIENT : FINE;
        return smallExecutions("with 3 retries", RETRIES, () -> handler);
    }

    /** W5a: the same, never failing. */
    static Workload noRetry() {
        TaskHandler handler = invocation -> FINE;
        return smallExecutions("without a retry", 0, () -> handler);
    }

    /** W5, each execution with mocks of its own, as 500 tests would have them; the ceiling has none to make. */
    static Workload retryWithOwnMocks() {
        return smallExecutions("with 3 retries and mocks of their own", RETRIES, Workloads::failing);
    }

    /** W5a, each execution with mocks of its own. */
    static Workload noRetryWithOwnMocks() {
        return smallExecutions("without a retry, with mocks of their own", 0, Workloads::neverFailing);
    }

    private static Workload smallExecutions(String which, int failures, Supplier<TaskHandler> mocks) {
        return new Workload(
                SMALL_EXECUTIONS + " executions " + which,
                JsonText.writeCompact(Definitions.retry()),
                JsonNodeFactory.instance.objectNode().put("order", 7),
                Limits.STANDARD,
                mocks,
                SMALL_EXECUTIONS,
                3,
                ByHand.retry(failures));
    }

    /** W7: a payload of that many kilobytes through 50 states, with AWS's limits, which by hand are checked once. */
    static Workload payload(int kilobytes) {
        HandWritten unlimited = ByHand.payload(STATES_OF_PAYLOAD);
        return payload(kilobytes, "limit enforced", Limits.STANDARD, (input, history) -> {
            PayloadByHand.requireAtMost(Limits.STANDARD.payloadBytes(), input);
            return unlimited.run(input, history);
        });
    }

    /** W7 without limits. */
    static Workload unlimitedPayload(int kilobytes) {
        return payload(kilobytes, "limit lifted", LIFTED, ByHand.payload(STATES_OF_PAYLOAD));
    }

    private static Workload payload(int kilobytes, String which, Limits limits, HandWritten byHand) {
        ObjectNode input = JsonNodeFactory.instance.objectNode();
        input.putObject("data").set("items", customers(kilobytes * 1_000));
        return new Workload(
                kilobytes + " KB through " + STATES_OF_PAYLOAD + " states, " + which,
                JsonText.writeCompact(Definitions.payload(STATES_OF_PAYLOAD)),
                input,
                limits,
                TaskMocks::new,
                1,
                STATES_OF_PAYLOAD,
                byHand);
    }

    /** W9: as little as there can be. */
    static Workload tiny() {
        return new Workload(
                "one Pass state",
                JsonText.writeCompact(Definitions.tiny()),
                JsonNodeFactory.instance.objectNode(),
                Limits.STANDARD,
                TaskMocks::new,
                1,
                1,
                (input, history) -> input);
    }

    private static TaskHandler everyTaskIsFine() {
        TaskMocks mocks = new TaskMocks();
        mocks.mock("Work").returns(OK);
        return mocks;
    }

    private static TaskHandler failing() {
        TaskMocks mocks = new TaskMocks();
        mocks.mock("Call").fails("Transient").times(RETRIES).thenReturns(OK);
        return mocks;
    }

    private static TaskHandler neverFailing() {
        TaskMocks mocks = new TaskMocks();
        mocks.mock("Call").returns(OK);
        return mocks;
    }

    private static JsonNode small() {
        return JsonText.parseWithoutText(
                "{\"id\": 1, \"name\": \"x\", \"tags\": [\"a\", \"b\"], \"nested\": {\"k\": 1}}");
    }

    private static JsonNode items(int count) {
        ObjectNode input = JsonNodeFactory.instance.objectNode();
        ArrayNode items = input.putArray("items");
        for (int i = 0; i < count; i++) {
            items.addObject().put("v", i).put("s", "item-" + i);
        }
        return input;
    }

    private static ArrayNode customers(int bytes) {
        ArrayNode customers = JsonNodeFactory.instance.arrayNode();
        int size = 2;
        while (size < bytes) {
            ObjectNode customer = customer(customers.size());
            customers.add(customer);
            size += JsonText.writeCompact(customer).getBytes(StandardCharsets.UTF_8).length + 1;
        }
        return customers;
    }

    private static ObjectNode customer(int number) {
        ObjectNode customer = JsonNodeFactory.instance.objectNode();
        customer.put("id", number).put("name", "customer-" + (1_000_000 + number));
        customer.put("amount", 12.5);
        customer.putArray("flags").add(true).add(false).addNull();
        customer.putObject("addr").put("street", "Main St").put("no", 7).put("zip", "12345");
        return customer;
    }
}
