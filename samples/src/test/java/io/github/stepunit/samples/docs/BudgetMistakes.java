package io.github.stepunit.samples.docs;

import static io.github.stepunit.assertj.StepUnitAssertions.assertThat;

import io.github.stepunit.Execution;
import io.github.stepunit.StateMachine;
import io.github.stepunit.fault.FaultKind;
import io.github.stepunit.fault.FaultSweep;
import io.github.stepunit.task.TaskMocks;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.assertj.core.api.Assertions;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.jspecify.annotations.Nullable;

/** Messages of fault sweeps and budgets that docs show; see {@link Printed}. */
final class BudgetMistakes {

    private static final Map<String, ThrowingCallable> ALL = Map.of(
            "fault-sweep", BudgetMistakes::chargesTwice,
            "no-bound", BudgetMistakes::hasNoBound,
            "worst-case", BudgetMistakes::isTooLong,
            "events", BudgetMistakes::usesTooManyEvents,
            "payloads", BudgetMistakes::carriesTooMuch);

    private BudgetMistakes() {}

    /** That of the name, here or among those of the contract. */
    static @Nullable ThrowingCallable orOfContract(String name) {
        ThrowingCallable own = ALL.get(name);
        return own == null ? ContractMistakes.ALL.get(name) : own;
    }

    private static StateMachine machine(String name) {
        return StateMachine.load(Path.of("statemachines", name + ".asl.json"));
    }

    private static void chargesTwice() {
        FaultSweep.of(machine("order-saga"), (saga, tasks) -> {
                    List<String> charges = new ArrayList<>();
                    tasks.mock("Reserve stock").returns("{'reservationId': 's-1'}");
                    tasks.mock("Charge card").runs(order -> {
                        charges.add("r-" + charges.size());
                        return Map.of("receipt", charges.get(charges.size() - 1));
                    });
                    tasks.mock("Book courier").returns("{'tracking': 't-1'}");
                    tasks.mock("Write invoice").succeeds();
                    tasks.mock("Mail invoice").succeeds();
                    tasks.mock("Refund card")
                            .runs(payment ->
                                    charges.remove(payment.path("receipt").asText()));
                    tasks.mock("Release stock").succeeds();
                    Execution execution = saga.start("{'orderId': 'o-42', 'total': 99.5}");
                    Assertions.assertThat(charges)
                            .as("charges of an order that is %s", execution.status())
                            .hasSize(execution.error() == null ? 1 : 0);
                })
                .withoutKinds(FaultKind.SERVICE_ERROR)
                .run()
                .verify();
    }

    private static void hasNoBound() {
        assertThat(machine("nightly-export")).fitsExpress();
    }

    private static void isTooLong() {
        assertThat(machine("order-saga")).fitsExpress();
    }

    private static void usesTooManyEvents() {
        TaskMocks tasks = new TaskMocks();
        tasks.mock("Start export").returns("{'ExportDescription': {'ExportArn': 'arn:aws:dynamodb:…'}}");
        tasks.mock("Get export")
                .returns("{'ExportDescription': {'ExportStatus': 'IN_PROGRESS'}}")
                .times(1439)
                .thenReturns("{'ExportDescription': {'ExportStatus': 'COMPLETED'}}");
        assertThat(machine("nightly-export").withTasks(tasks).start("{'table': 'orders'}"))
                .hasUsedAtMostEvents(10_000);
    }

    private static void carriesTooMuch() {
        TaskMocks tasks = new TaskMocks();
        tasks.mock("Charge card").returns("{'receipt': '" + "x".repeat(250_000) + "'}");
        tasks.mock("Ship").succeeds();
        assertThat(machine("order").withTasks(tasks).start("{'orderId': 42}")).hasPayloadsBelow(200_000);
    }
}
