package io.github.stepunit.history;

import static io.github.stepunit.history.HistoryEventType.*;
import static io.github.stepunit.history.Scope.EXECUTION;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.github.stepunit.StateMachine;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class StateVisitTest {

    @Test
    void attempts_carry_errors_waits_and_the_retrier() {
        StateVisit charge =
                SampleHistories.retriedAndCaught().history().visits().get(0);

        assertThat(charge.name()).isEqualTo("Charge card");
        assertThat(charge.attempts())
                .extracting(Attempt::number, Attempt::failed, Attempt::error, Attempt::cause, Attempt::waited)
                .containsExactly(
                        tuple(1, true, "Throttled", "slow down", null),
                        tuple(2, true, "Throttled", "slow\ndown", Duration.ofSeconds(1)),
                        tuple(3, true, "Card.Declined", "no money", Duration.ofSeconds(2)));
        assertThat(charge.attempts().get(0).taskInput()).isEqualTo(HistoryFixture.json("{'FunctionName':'charge'}"));
        assertThat(charge.status()).isEqualTo(VisitStatus.CAUGHT);
        assertThat(charge.caught()).isEqualTo(new Trace.Caught(1, "Card.Declined", "no money", null));
        assertThat(charge.error()).isEqualTo("Card.Declined");
        assertThat(charge.duration()).isEqualTo(Duration.ofSeconds(5));
    }

    @Test
    void visits_of_a_loop_are_counted() {
        List<StateVisit> visits = SampleHistories.retriedAndCaught().history().visits();

        assertThat(visits)
                .extracting(StateVisit::name, StateVisit::number, StateVisit::matchedRule, StateVisit::tookDefault)
                .containsExactly(
                        tuple("Charge card", 1, null, false),
                        tuple("Route", 1, 2, false),
                        tuple("Route", 2, null, true),
                        tuple("Done", 1, null, false));
    }

    @Test
    void a_failing_iteration_fails_the_states_on_its_way_and_aborts_its_siblings() {
        List<StateVisit> visits = SampleHistories.failingMap().history().visits();

        assertThat(visits)
                .extracting(StateVisit::path, StateVisit::status, StateVisit::error, StateVisit::cause)
                .containsExactly(
                        tuple("Ship all", VisitStatus.FAILED, "Printer.Jam", "paper"),
                        tuple("Ship all[0]/Print label", VisitStatus.SUCCEEDED, null, null),
                        tuple("Ship all[1]/Cool down", VisitStatus.ABORTED, null, null),
                        tuple("Ship all[2]/Jam", VisitStatus.FAILED, "Printer.Jam", "paper"));
        assertThat(visits.get(0).runs()).extracting(run -> run.scope().index()).containsExactly(0, 1, 2);
        assertThat(visits.get(0).runs().get(2).visits()).containsExactly(visits.get(3));
    }

    @Test
    void each_attempt_of_a_parallel_state_has_its_own_branches() {
        StateVisit both = SampleHistories.retriedParallel().history().visits().get(0);

        assertThat(both.status()).isEqualTo(VisitStatus.SUCCEEDED);
        assertThat(both.error()).isNull();
        assertThat(both.attempts())
                .extracting(Attempt::failed, Attempt::error, attempt -> attempt.runs()
                        .size())
                .containsExactly(tuple(true, "Boom", 2), tuple(false, null, 2));
        assertThat(both.attempts().get(0).end()).isEqualTo(both.start().plusSeconds(3));
        assertThat(both.attempts().get(0).runs())
                .extracting(run -> run.visits().get(0).status())
                .containsExactly(VisitStatus.ABORTED, VisitStatus.FAILED);
        assertThat(both.runs())
                .extracting(run -> run.visits().get(0).status())
                .containsExactly(VisitStatus.SUCCEEDED, VisitStatus.SUCCEEDED);
    }

    @Test
    void a_failure_before_the_first_attempt_takes_its_error_from_the_event_that_ends_the_execution() {
        StateVisit visit = new HistoryFixture()
                .enter(TASK_STATE_ENTERED, "Charge card")
                .fail("States.Runtime", "Invalid path")
                .history()
                .visits()
                .get(0);

        assertThat(visit.status()).isEqualTo(VisitStatus.FAILED);
        assertThat(visit.error()).isEqualTo("States.Runtime");
        assertThat(visit.cause()).isEqualTo("Invalid path");
        assertThat(visit.attempts()).isEmpty();
    }

    @Test
    void a_timed_out_task_is_told_from_a_failed_one() {
        StateVisit visit = new HistoryFixture()
                .enter(TASK_STATE_ENTERED, "Charge card")
                .schedule(EXECUTION, "{}", null)
                .after(60)
                .add(
                        EXECUTION,
                        TASK_TIMED_OUT,
                        new HistoryEventDetails.TaskFailed("lambda", "invoke", "States.Timeout", null))
                .fail("States.Timeout", null)
                .history()
                .visits()
                .get(0);

        assertThat(visit.timedOut()).isTrue();
        assertThat(visit.error()).isEqualTo("States.Timeout");
        assertThat(visit.duration()).isEqualTo(Duration.ofSeconds(60));
    }

    @Test
    void a_running_execution_has_an_open_visit_and_the_list_grows_with_it() {
        HistoryFixture fixture = new HistoryFixture().enter(WAIT_STATE_ENTERED, "Wait");
        ExecutionHistory history = fixture.history();

        assertThat(history.visits()).extracting(StateVisit::status).containsExactly(VisitStatus.RUNNING);
        fixture.exit(WAIT_STATE_EXITED, "Wait").enter(WAIT_STATE_ENTERED, "Wait");
        assertThat(history.visits())
                .extracting(StateVisit::status)
                .containsExactly(VisitStatus.SUCCEEDED, VisitStatus.RUNNING);
    }

    @Test
    void stopping_the_execution_aborts_the_open_states() {
        Scope branch = HistoryFixture.branch("Both", 0);
        List<StateVisit> visits = new HistoryFixture()
                .enter(PARALLEL_STATE_ENTERED, "Both")
                .add(EXECUTION, PARALLEL_STATE_STARTED)
                .enter(branch, WAIT_STATE_ENTERED, "Left", "{}")
                .from(0)
                .add(EXECUTION, EXECUTION_ABORTED, new HistoryEventDetails.Failed(null, null))
                .history()
                .visits();

        assertThat(visits).extracting(StateVisit::status).containsExactly(VisitStatus.ABORTED, VisitStatus.ABORTED);
    }

    @Test
    void a_history_from_aws_gives_the_same_structure_by_its_chains() {
        for (HistoryFixture fixture : List.of(
                SampleHistories.retriedAndCaught(), SampleHistories.failingMap(), SampleHistories.retriedParallel())) {
            assertThat(fixture.asFromAws().visits())
                    .extracting(StateVisit::path, StateVisit::status, StateVisit::number, visit -> visit.runs()
                            .size())
                    .containsExactlyElementsOf(fixture.history().visits().stream()
                            .map(v -> tuple(
                                    v.path(), v.status(), v.number(), v.runs().size()))
                            .toList());
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"{'n': 3, 'inner': [1]}", "{'n': 3, 'inner': []}", "{'n': 3}"})
    void an_execution_read_back_from_aws_json_has_the_same_structure(String slowItem) {
        ExecutionHistory own = StateMachine.of(NESTED)
                .start("[" + slowItem + ", {'n': 2, 'inner': []}]")
                .history();
        ExecutionHistory read = ExecutionHistory.parse(own.toJson());

        assertThat(read.visits())
                .extracting(StateVisit::path, StateVisit::status, visit -> visit.runs()
                        .size())
                .containsExactlyElementsOf(own.visits().stream()
                        .map(v -> tuple(v.path(), v.status(), v.runs().size()))
                        .toList());
        assertThat(own.visits()).noneMatch(visit -> visit.status() == VisitStatus.RUNNING);
    }

    /** A Map in a Map that fails, has nothing to do, or cannot begin; then a Parallel state with a Map and a failing branch. */
    private static final String NESTED =
            """
            {"StartAt": "All", "States": {
              "All": {"Type": "Map", "Next": "Items", "Catch": [{"ErrorEquals": ["States.ALL"], "Next": "Items"}],
                "ItemProcessor": {"StartAt": "Pause", "States": {
                  "Pause": {"Type": "Wait", "SecondsPath": "$.n", "Next": "Inner"},
                  "Inner": {"Type": "Map", "ItemsPath": "$.inner", "End": true, "ItemProcessor": {
                    "StartAt": "Leaf", "States": {"Leaf": {"Type": "Fail", "Error": "Leaf.Fell"}}}}}}},
              "Items": {"Type": "Pass", "Result": [1, 2], "Next": "Both"},
              "Both": {"Type": "Parallel", "End": true, "Branches": [
                {"StartAt": "Each", "States": {"Each": {"Type": "Map", "End": true, "ItemProcessor": {
                  "StartAt": "Deep", "States": {
                    "Deep": {"Type": "Wait", "Seconds": 1, "Next": "Deeper"},
                    "Deeper": {"Type": "Wait", "Seconds": 5, "End": true}}}}}},
                {"StartAt": "Rest", "States": {"Rest": {"Type": "Wait", "Seconds": 2, "Next": "Broken"},
                  "Broken": {"Type": "Fail", "Error": "Boom"}}}]}}}
            """;

    @Test
    void a_million_events_are_gathered_in_linear_time_and_without_deep_stacks() {
        HistoryFixture fixture = new HistoryFixture();
        for (int i = 0; i < 500_000; i++) {
            fixture.pass(EXECUTION, "Again");
        }
        ExecutionHistory history = fixture.succeed("{}").history();

        List<StateVisit> visits = history.visits();

        assertThat(visits).hasSize(500_000);
        assertThat(visits.get(499_999).number()).isEqualTo(500_000);
        assertThat(history.visits()).isSameAs(visits);
        assertThat(ExecutionTree.of(history).render().lines().count()).isLessThan(60);
    }

    @Test
    void a_map_of_many_iterations_keeps_them_in_order() {
        HistoryFixture fixture = new HistoryFixture()
                .enter(MAP_STATE_ENTERED, "All")
                .add(EXECUTION, MAP_STATE_STARTED, new HistoryEventDetails.MapStateStarted(1000));
        List<Scope> scopes = new ArrayList<>();
        for (int i = 0; i < 1000; i++) {
            scopes.add(HistoryFixture.iteration("All", i));
        }
        scopes.forEach(scope -> fixture.enter(scope, PASS_STATE_ENTERED, "Item", "{}"));
        scopes.forEach(scope -> fixture.exit(scope, PASS_STATE_EXITED, "Item", "{}", null));

        StateVisit all = fixture.history().visits().get(0);

        assertThat(all.runs()).hasSize(1000).allSatisfy(run -> assertThat(run.visits())
                .extracting(StateVisit::status)
                .containsExactly(VisitStatus.SUCCEEDED));
    }
}
