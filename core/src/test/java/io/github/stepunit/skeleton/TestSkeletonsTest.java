package io.github.stepunit.skeleton;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.stepunit.StateMachine;
import io.github.stepunit.coverage.CoverageElement;
import io.github.stepunit.coverage.DefinitionElements;
import io.github.stepunit.definition.StateMachineDefinition;
import io.github.stepunit.definition.StateMachineType;
import io.github.stepunit.skeleton.TestSkeleton.Outcome;
import java.util.List;
import org.junit.jupiter.api.Test;

class TestSkeletonsTest {

    private static TestSkeleton skeleton(String asl, String label) {
        StateMachineDefinition definition = StateMachine.of(asl).definition();
        CoverageElement element = DefinitionElements.of(definition).stream()
                .filter(each -> each.label().equals(label))
                .findFirst()
                .orElseThrow();
        return new TestSkeletons(definition, StateMachineType.STANDARD).of(element);
    }

    @Test
    void mocks_answer_what_a_Parallel_state_takes_from_its_branches() {
        TestSkeleton skeleton = skeleton(
                """
                {"StartAt": "Check", "States": {
                  "Check": {"Type": "Parallel", "Next": "Done",
                    "ResultSelector": {"identity.$": "$[0].Payload.approved", "address.$": "$[1].Payload.valid"},
                    "Branches": [
                      {"StartAt": "Identity", "States": {"Identity": {"Type": "Task", "End": true,
                        "Resource": "arn:aws:states:::lambda:invoke", "Parameters": {"FunctionName": "identity"}}}},
                      {"StartAt": "Address", "States": {"Address": {"Type": "Task", "End": true,
                        "Resource": "arn:aws:states:::lambda:invoke", "Parameters": {"FunctionName": "address"}}}}]},
                  "Done": {"Type": "Succeed"}}}
                """,
                "Done");

        assertThat(skeleton.method())
                .isEqualTo(
                        """
                @Test
                void visits_done(StateMachine machine, TaskMocks tasks) {
                    tasks.mock("Identity").returns("{'approved':'approved'}");
                    tasks.mock("Address").returns("{'valid':'valid'}");

                    Execution execution = machine.start();

                    assertThat(execution).hasSucceeded().hasVisited("Done");
                }
                """);
    }

    @Test
    void a_rule_in_JSONata_gets_data_by_which_it_matches() {
        TestSkeleton skeleton = skeleton(
                """
                {"QueryLanguage": "JSONata", "StartAt": "Which?", "States": {
                  "Which?": {"Type": "Choice", "Default": "None", "Choices": [
                    {"Condition": "{% $states.input.total > 100 %}", "Next": "Large"},
                    {"Condition": "{% $count($states.input.lines[kind = 'gift']) > 0 and $states.input.country in ['CH', 'AT'] %}",
                     "Next": "Gift"}]},
                  "Large": {"Type": "Succeed"}, "Gift": {"Type": "Succeed"}, "None": {"Type": "Succeed"}}}
                """,
                "Which?, rule 1 ($count($states.input.lines[kind = 'gift']) > 0 and $states.input.country in ['CH', 'AT']) → Gift");

        assertThat(skeleton.method())
                .isEqualTo(
                        """
                @Test
                void which_leads_to_gift(StateMachine machine) {
                    Execution execution = machine.start("{'lines':[{'kind':'gift'}],'country':'CH','total':100}");

                    assertThat(execution).hasSucceeded().state("Which?").matchedRule(1);
                }
                """);
    }

    @Test
    void a_loop_ends_after_its_element_was_walked() {
        TestSkeleton skeleton = skeleton(
                """
                {"StartAt": "Poll", "States": {
                  "Poll": {"Type": "Task", "Resource": "arn:aws:lambda:eu-west-1:1:function:poll", "Next": "Done?"},
                  "Done?": {"Type": "Choice", "Default": "Wait", "Choices": [
                    {"Variable": "$.status", "StringEquals": "DONE", "Next": "End"}]},
                  "Wait": {"Type": "Wait", "Seconds": 5, "Next": "Poll"},
                  "End": {"Type": "Succeed"}}}
                """,
                "Done?, Default → Wait");

        assertThat(skeleton.method())
                .isEqualTo(
                        """
                @Test
                void done_by_default_leads_to_wait(StateMachine machine, TaskMocks tasks) {
                    tasks.mock("Poll").returns("{'status':'other'}").thenReturns("{'status':'DONE'}");

                    Execution execution = machine.start();

                    assertThat(execution).hasSucceeded().state("Done?").visit(1).tookDefault();
                }
                """);
    }

    @Test
    void the_cause_of_an_error_holds_what_is_read_of_it() {
        TestSkeleton skeleton = skeleton(
                """
                {"StartAt": "Job", "States": {
                  "Job": {"Type": "Task", "Resource": "arn:aws:states:::batch:submitJob.sync", "End": true,
                    "Parameters": {"JobName": "j", "JobQueue": "q", "JobDefinition": "d"},
                    "Catch": [{"ErrorEquals": ["States.TaskFailed"], "ResultPath": "$.error", "Next": "Why"}]},
                  "Why": {"Type": "Pass", "Parameters": {"cause.$": "States.StringToJson($.error.Cause)"}, "Next": "Spot?"},
                  "Spot?": {"Type": "Choice", "Default": "Lost", "Choices": [
                    {"Variable": "$.cause.StatusReason", "StringMatches": "Host EC2*", "Next": "Again"}]},
                  "Again": {"Type": "Succeed"}, "Lost": {"Type": "Fail", "Error": "Lost"}}}
                """,
                "Again");

        assertThat(skeleton.outcome()).isEqualTo(Outcome.WALKS);
        assertThat(skeleton.method()).contains("{\\\"StatusReason\\\":\\\"Host EC2x\\\"}");
    }

    @Test
    void what_comes_to_no_answer_says_where_it_stands_and_fails() {
        TestSkeleton skeleton = skeleton(
                """
                {"StartAt": "Hash", "States": {
                  "Hash": {"Type": "Pass", "Parameters": {"hash.$": "States.Hash($.text, 'MD5')"}, "Next": "Known?"},
                  "Known?": {"Type": "Choice", "Default": "No", "Choices": [
                    {"Variable": "$.hash", "StringEquals": "abc", "Next": "Yes"}]},
                  "Yes": {"Type": "Succeed"}, "No": {"Type": "Fail", "Error": "Unknown"}}}
                """,
                "Yes");

        assertThat(skeleton.outcome()).isEqualTo(Outcome.UNFINISHED);
        assertThat(skeleton.method())
                .startsWith(
                        """
                @Test
                void visits_yes(StateMachine machine) {
                    // To be completed: nothing was found that walks "Yes".
                    // No data were found with which "Known?" goes to "Yes".
                """)
                .endsWith("    assertThat(execution).hasVisited(\"Yes\");\n}\n");
    }

    /** A mock may not fail so, and no Task does. */
    @Test
    void an_error_name_that_only_a_mistake_can_have_made_is_told() {
        TestSkeleton skeleton = skeleton(
                """
                {"StartAt": "Charge", "States": {
                  "Charge": {"Type": "Task", "End": true,
                    "Resource": "arn:aws:states:::lambda:invoke", "Parameters": {"FunctionName": "charge"},
                    "Catch": [{"ErrorEquals": ["States.TaskFailedId"], "Next": "Declined"}]},
                  "Declined": {"Type": "Fail"}}}
                """,
                "Charge, catcher 0 (States.TaskFailedId) → Declined");

        assertThat(skeleton.outcome()).isEqualTo(Outcome.UNFINISHED);
        assertThat(skeleton.method())
                .contains("// AWS has no error \"States.TaskFailedId\": did you mean States.TaskFailed?");
    }

    @Test
    void the_input_holds_what_a_catcher_assigns_of_it() {
        TestSkeleton skeleton = skeleton(
                """
                {"QueryLanguage": "JSONata", "StartAt": "Ask", "States": {
                  "Ask": {"Type": "Task", "End": true,
                    "Resource": "arn:aws:states:::lambda:invoke", "Arguments": {"FunctionName": "ask"},
                    "Catch": [{"ErrorEquals": ["States.ALL"], "Next": "Escalate",
                      "Assign": {"approver": "{% $states.input.managerApprover %}"}}]},
                  "Escalate": {"Type": "Pass", "Output": "{% $approver %}", "End": true}}}
                """,
                "Escalate");

        assertThat(skeleton.outcome()).isEqualTo(Outcome.WALKS);
        assertThat(skeleton.method()).contains("machine.start(\"{'managerApprover':'managerApprover'}\")");
    }

    @Test
    void what_no_test_can_walk_has_no_test() {
        TestSkeleton shadowed = skeleton(
                """
                {"StartAt": "A", "States": {"A": {"Type": "Task", "Resource": "arn:aws:lambda:eu-west-1:1:function:a",
                  "Retry": [{"ErrorEquals": ["E"], "MaxAttempts": 0}, {"ErrorEquals": ["States.ALL"]}], "End": true}}}
                """,
                "A, retrier 0 (E) used");
        TestSkeleton constant = skeleton(
                """
                {"StartAt": "Two", "States": {"Two": {"Type": "Pass", "Result": [1, 2], "Next": "Each"},
                  "Each": {"Type": "Map", "End": true, "ItemProcessor": {"StartAt": "I", "States": {
                    "I": {"Type": "Pass", "End": true}}}}}}
                """,
                "Each, one item");

        assertThat(List.of(shadowed.outcome(), constant.outcome()))
                .containsExactly(Outcome.IMPOSSIBLE, Outcome.IMPOSSIBLE);
        assertThat(constant.method())
                .isEqualTo(
                        """
                // No test can walk "Each, one item":
                // the definition itself says which items "Each" has.
                """);
    }

    @Test
    void one_test_is_proposed_once_for_all_that_it_walks() {
        StateMachineDefinition definition = StateMachine.of(
                        """
                {"StartAt": "A", "States": {
                  "A": {"Type": "Pass", "Next": "B"}, "B": {"Type": "Pass", "Next": "C"}, "C": {"Type": "Succeed"}}}
                """)
                .definition();
        List<CoverageElement> elements = DefinitionElements.of(definition);

        List<TestSkeleton> skeletons = new TestSkeletons(definition, StateMachineType.STANDARD).of(elements);

        assertThat(skeletons).hasSize(1);
        assertThat(skeletons.get(0).elements()).containsExactlyInAnyOrderElementsOf(elements);
        assertThat(skeletons.get(0).method()).contains(".hasSucceeded().hasPath(\"A\", \"B\", \"C\");");
    }

    @Test
    void names_are_Java_whatever_states_are_called() {
        StateMachineDefinition definition = StateMachine.of(
                        """
                {"StartAt": "1 \\"x\\" \\u202e😀 */ \\\\u000a", "States": {
                  "1 \\"x\\" \\u202e😀 */ \\\\u000a": {"Type": "Choice", "Default": "😀", "Choices": [
                    {"Variable": "$.a", "BooleanEquals": true, "Next": "😀"}]},
                  "😀": {"Type": "Succeed"}}}
                """)
                .definition();

        List<TestSkeleton> skeletons =
                new TestSkeletons(definition, StateMachineType.STANDARD).of(DefinitionElements.of(definition));

        assertThat(skeletons)
                .extracting(TestSkeleton::name)
                .doesNotHaveDuplicates()
                .allMatch(name -> Character.isJavaIdentifierStart(name.charAt(0))
                        && name.chars().allMatch(Character::isJavaIdentifierPart));
        assertThat(skeletons).extracting(TestSkeleton::method).noneMatch(text -> text.contains("\u202e"));
    }
}
