package io.github.stepunit.coverage;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.stepunit.StateMachine;
import io.github.stepunit.task.TaskMocks;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What counts, one rule per test. */
class CoverageTest {

    private static final String TASK =
            "'Type': 'Task', 'Resource': 'arn:aws:states:::lambda:invoke', 'Parameters': {'FunctionName': 'f'}";

    private static String asl(String text) {
        return text.replace('\'', '"').replace("TASK", TASK.replace('\'', '"'));
    }

    private static Gathered machine(String asl) {
        return Gathered.of(asl(asl));
    }

    @Test
    void states_and_next_and_end_count_as_often_as_they_are_walked() {
        Gathered gathered = machine(
                "{'StartAt': 'A', 'States': {'A': {'Type': 'Pass', 'Next': 'B'}, 'B': {'Type': 'Pass', 'End': true}}}");
        assertThat(gathered.run("{}").run("{}").walked())
                .containsExactly("2 /States/A", "2 /States/A/Next", "2 /States/B", "2 /States/B/End");
        assertThat(gathered.coverage().executions()).isEqualTo(2);
        assertThat(gathered.coverage().states()).hasToString("2 of 2");
        assertThat(gathered.coverage().transitions()).hasToString("2 of 2");
    }

    @Test
    void a_definition_that_was_only_loaded_counts_with_nothing_walked() {
        Gathered gathered = machine("{'StartAt': 'A', 'States': {'A': {'Type': 'Succeed'}}}");
        assertThat(gathered.coverage().states()).hasToString("0 of 1");
        assertThat(gathered.coverage().executions()).isZero();
    }

    @Test
    void each_rule_and_the_default_of_a_choice_are_apart() {
        Gathered gathered = machine(
                """
                {'StartAt': 'C', 'States': {
                  'C': {'Type': 'Choice', 'Default': 'Z', 'Choices': [
                    {'Variable': '$.n', 'NumericEquals': 1, 'Next': 'Z'},
                    {'Variable': '$.n', 'NumericEquals': 2, 'Next': 'Z'}]},
                  'Z': {'Type': 'Succeed'}}}""");
        gathered.run("{'n': 2}");
        assertThat(gathered.walked()).containsExactly("1 /States/C", "1 /States/C/Choices/1", "1 /States/Z");
        gathered.run("{'n': 3}");
        assertThat(gathered.missing()).containsExactly("/States/C/Choices/0");
    }

    @Test
    void a_distributed_map_counts_its_items_and_the_failures_that_it_tolerates() {
        Gathered gathered = machine(
                """
                {'StartAt': 'M', 'States': {'M': {'Type': 'Map', 'End': true, 'ToleratedFailureCount': 1,
                  'ItemProcessor': {'ProcessorConfig': {'Mode': 'DISTRIBUTED', 'ExecutionType': 'STANDARD'},
                    'StartAt': 'T', 'States': {'T': {TASK, 'End': true}}}}}}""");
        gathered.run("[]");
        assertThat(gathered.walked())
                .containsExactly("1 /States/M", "1 /States/M/End", "1 /States/M/ItemProcessor#none");
        gathered.run("[1]", tasks -> tasks.mock("T").returns("{}"));
        assertThat(gathered.walked())
                .contains("1 /States/M/ItemProcessor#none", "1 /States/M/ItemProcessor#one")
                .noneMatch(each -> each.contains("Tolerated"));
        gathered.run("[1, 2]", tasks -> tasks.mock("T").fails("E").times(1).thenReturns("{}"));
        assertThat(gathered.walked())
                .contains(
                        "1 /States/M/ItemProcessor#one",
                        "1 /States/M/ItemProcessor#many",
                        "1 /States/M/ToleratedFailureCount");
        gathered.run("[1, 2]", tasks -> tasks.mock("T").fails("E").always());
        assertThat(gathered.walked()).contains("2 /States/M/ItemProcessor#many", "1 /States/M/ToleratedFailureCount");
    }

    @Test
    void a_retrier_is_used_and_exhausted_and_a_catcher_catches() {
        Gathered gathered = machine(
                """
                {'StartAt': 'T', 'States': {
                  'T': {TASK, 'Next': 'Z',
                    'Retry': [{'ErrorEquals': ['A'], 'MaxAttempts': 2}, {'ErrorEquals': ['B'], 'MaxAttempts': 0}],
                    'Catch': [{'ErrorEquals': ['A'], 'Next': 'Z'}, {'ErrorEquals': ['States.ALL'], 'Next': 'Z'}]},
                  'Z': {'Type': 'Succeed'}}}""");
        gathered.run("{}", tasks -> tasks.mock("T").fails("A").times(1).thenReturns("{}"));
        assertThat(gathered.walked())
                .containsExactly("1 /States/T", "1 /States/T/Next", "1 /States/T/Retry/0#used", "1 /States/Z");
        gathered.run("{}", tasks -> tasks.mock("T").fails("A"));
        assertThat(gathered.walked())
                .contains("3 /States/T/Retry/0#used", "1 /States/T/Retry/0#exhausted", "1 /States/T/Catch/0");
        gathered.run("{}", tasks -> tasks.mock("T").fails("B"));
        assertThat(gathered.missing()).isEmpty();
        assertThat(gathered.coverage().unreachable())
                .extracting(each -> each.element().id())
                .containsExactly("/States/T/Retry/1#used");
    }

    @Test
    void a_retrier_is_exhausted_where_nothing_catches() {
        Gathered gathered = machine(
                "{'StartAt': 'T', 'States': {'T': {TASK, 'End': true, 'Retry': [{'ErrorEquals': ['A'], 'MaxAttempts': 1}]}}}");
        gathered.run("{}", tasks -> tasks.mock("T").fails("A"));
        assertThat(gathered.walked())
                .containsExactly("1 /States/T", "1 /States/T/Retry/0#used", "1 /States/T/Retry/0#exhausted");
    }

    @Test
    void a_retrier_in_a_branch_is_exhausted_although_the_parallel_state_is_tried_again() {
        Gathered gathered = machine(
                """
                {'StartAt': 'P', 'States': {
                  'P': {'Type': 'Parallel', 'End': true, 'Retry': [{'ErrorEquals': ['States.ALL'], 'MaxAttempts': 1}],
                    'Branches': [{'StartAt': 'T', 'States': {
                      'T': {TASK, 'End': true, 'Retry': [{'ErrorEquals': ['A'], 'MaxAttempts': 1}]}}}]}}}""");
        gathered.run("{}", tasks -> tasks.mock("T").fails("A").times(2).thenReturns("{}"));
        assertThat(gathered.walked())
                .contains(
                        "1 /States/P/Retry/0#used",
                        "1 /States/P/Branches/0/States/T/Retry/0#used",
                        "1 /States/P/Branches/0/States/T/Retry/0#exhausted");
    }

    @Test
    void a_retrier_in_a_branch_is_exhausted_when_the_parallel_state_fails() {
        Gathered gathered = machine(
                """
                {'StartAt': 'P', 'States': {
                  'P': {'Type': 'Parallel', 'End': true,
                    'Branches': [{'StartAt': 'T', 'States': {
                      'T': {TASK, 'End': true, 'Retry': [{'ErrorEquals': ['A'], 'MaxAttempts': 1}]}}}]}}}""");
        gathered.run("{}", tasks -> tasks.mock("T").fails("A"));
        assertThat(gathered.walked()).contains("1 /States/P/Branches/0/States/T/Retry/0#exhausted");
    }

    @Test
    void timeout_heartbeat_and_the_machines_timeout_are_apart() {
        Gathered gathered = machine(
                """
                {'StartAt': 'T', 'TimeoutSeconds': 100, 'States': {
                  'T': {'Type': 'Task', 'Resource': 'arn:aws:states:::sqs:sendMessage.waitForTaskToken',
                    'Parameters': {'QueueUrl': 'q', 'MessageBody.$': '$$.Task.Token'},
                    'TimeoutSeconds': 20, 'HeartbeatSeconds': 10, 'Next': 'W',
                    'Catch': [{'ErrorEquals': ['States.ALL'], 'Next': 'W'}]},
                  'W': {'Type': 'Wait', 'Seconds': 200, 'End': true}}}""");
        gathered.run("{}", tasks -> tasks.mock("T").neverAnswers());
        assertThat(gathered.walked())
                .containsExactly(
                        "1 /TimeoutSeconds",
                        "1 /States/T",
                        "1 /States/T/Catch/0",
                        "1 /States/T/HeartbeatSeconds",
                        "1 /States/W");
        gathered.run("{}", tasks -> tasks.mock("T").timesOut());
        assertThat(gathered.missing()).containsExactly("/States/T/Next", "/States/W/End");
    }

    @Test
    void a_map_counts_no_item_one_item_and_many_items_and_the_states_inside() {
        Gathered gathered = machine(
                """
                {'StartAt': 'M', 'States': {
                  'M': {'Type': 'Map', 'End': true, 'ItemProcessor': {'StartAt': 'I', 'States': {
                    'I': {'Type': 'Pass', 'End': true}}}}}}""");
        gathered.run("[]").run("[1, 2, 3]");
        assertThat(gathered.walked())
                .containsExactly(
                        "2 /States/M",
                        "2 /States/M/End",
                        "1 /States/M/ItemProcessor#none",
                        "1 /States/M/ItemProcessor#many",
                        "3 /States/M/ItemProcessor/States/I",
                        "3 /States/M/ItemProcessor/States/I/End");
        assertThat(gathered.missing()).containsExactly("/States/M/ItemProcessor#one");
    }

    @Test
    void a_state_that_only_a_shadowed_catcher_leads_to_is_unreachable() {
        Gathered gathered = machine(
                """
                {'StartAt': 'T', 'States': {
                  'T': {TASK, 'End': true, 'Catch': [
                    {'ErrorEquals': ['A', 'B'], 'Next': 'X'}, {'ErrorEquals': ['B'], 'Next': 'Y'}]},
                  'X': {'Type': 'Fail'}, 'Y': {'Type': 'Fail'}}}""");
        assertThat(gathered.coverage().unreachable())
                .extracting(each -> each.element().id())
                .containsExactly("/States/T/Catch/1", "/States/Y");
        assertThat(gathered.coverage().states()).hasToString("0 of 2");
    }

    @Test
    void the_tests_that_walked_an_element_are_kept() {
        Gathered gathered = machine(
                """
                {'StartAt': 'C', 'States': {
                  'C': {'Type': 'Choice', 'Default': 'Z', 'Choices': [{'Variable': '$.n', 'NumericEquals': 1, 'Next': 'Z'}]},
                  'Z': {'Type': 'Succeed'}}}""");
        gathered.run("{'n': 1}").run("{'n': 2}");
        List<List<String>> tests = gathered.coverage().elements().stream()
                .map(each -> each.tests().stream().map(CoveringTest::name).toList())
                .toList();
        assertThat(tests)
                .containsExactly(
                        List.of("Test.t0", "Test.t1"),
                        List.of("Test.t0"),
                        List.of("Test.t1"),
                        List.of("Test.t0", "Test.t1"));
    }

    @Test
    void an_execution_that_still_runs_counts_as_far_as_it_is() {
        StateMachine machine = StateMachine.of(
                asl(
                        "{'StartAt': 'A', 'States': {'A': {'Type': 'Wait', 'Seconds': 5, 'Next': 'B'}, 'B': {'Type': 'Succeed'}}}"));
        Gathered gathered = new Gathered(machine);
        gathered.add(machine.withTasks(new TaskMocks()).startPaused("{}"));
        assertThat(gathered.walked()).isEmpty();
        assertThat(gathered.coverage().executions()).isEqualTo(1);
    }

    @Test
    void labels_tell_rules_in_short() {
        Gathered gathered = machine(
                """
                {'StartAt': 'C', 'States': {
                  'C': {'Type': 'Choice', 'Choices': [
                    {'And': [{'Variable': '$.n', 'NumericGreaterThanEquals': 1},
                             {'Not': {'Variable': '$.s', 'StringEqualsPath': '$.t'}}], 'Next': 'Z'},
                    {'Variable': '$.s', 'IsPresent': false, 'Next': 'Z'}]},
                  'Z': {'Type': 'Succeed'}}}""");
        assertThat(gathered.coverage().missing())
                .extracting(each -> each.element().label())
                .containsExactly(
                        "C", "C, rule 0 ($.n ≥ 1 and not ($.s = $.t)) → Z", "C, rule 1 (not $.s IsPresent) → Z", "Z");
    }
}
