package io.github.stepunit.samples.docs;

import static io.github.stepunit.assertj.StepUnitAssertions.assertThat;
import static java.time.Duration.ofHours;
import static java.time.Duration.ofSeconds;

import io.github.stepunit.Execution;
import io.github.stepunit.StateMachine;
import io.github.stepunit.budget.EventBudget;
import io.github.stepunit.budget.WorstCase;
import io.github.stepunit.task.TaskMocks;
import java.nio.file.Path;
import org.assertj.core.api.Assertions;
import org.junit.jupiter.api.Test;

/** What docs/budgets.md quotes. */
class BudgetsTest {

    private static final StateMachine SAGA = StateMachine.load(Path.of("statemachines/order-saga.asl.json"));
    private static final StateMachine PIPELINE = StateMachine.load(Path.of("statemachines/nightly-export.asl.json"));

    private static Execution export(int hours) {
        // #region poll
        TaskMocks tasks = new TaskMocks();
        tasks.mock("Start export").returns("{'ExportDescription': {'ExportArn': 'arn:aws:dynamodb:…'}}");
        tasks.mock("Get export")
                .returns("{'ExportDescription': {'ExportStatus': 'IN_PROGRESS'}}")
                .times(hours * 120 - 1)
                .thenReturns("{'ExportDescription': {'ExportStatus': 'COMPLETED'}}");

        Execution execution = PIPELINE.withTasks(tasks).start("{'table': 'orders'}");
        // #endregion
        return execution;
    }

    @Test
    void twelve_hours_of_polling() {
        Execution execution = export(12);

        // #region events
        assertThat(execution).hasSucceeded().took(ofHours(12)).hasUsedAtMostEvents(20_000);

        EventBudget budget = execution.eventBudget();
        Assertions.assertThat(budget.exhaustedAfter().orElseThrow()).isGreaterThan(ofHours(18));
        // #endregion
    }

    @Test
    void payloads_stay_small() {
        Execution execution = export(1);

        // #region payloads
        assertThat(execution).hasPayloadsBelow(200_000);
        // #endregion
    }

    @Test
    void the_worst_case() {
        // #region worst-case
        WorstCase worstCase = SAGA.worstCase();

        Assertions.assertThat(worstCase.state("Charge card").attempts()).isEqualTo(5);
        Assertions.assertThat(worstCase.state("Charge card").worstCase().atMost())
                .isEqualTo(ofSeconds(5 * 30 + 1 + 2 + 4 + 5));
        assertThat(SAGA).takesAtMost(ofHours(3));
        // #endregion
    }
}
