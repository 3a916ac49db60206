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
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Odd definitions never throw, and what is said to walk is green. */
class SkeletonOddDefinitionsTest {

    private static final String TASK =
            "'Type': 'Task', 'Resource': 'arn:aws:states:::lambda:invoke', 'Parameters': {'FunctionName': 'f'}";
    private static final String DISTRIBUTED = "'ProcessorConfig': {'Mode': 'DISTRIBUTED', 'ExecutionType': 'STANDARD'}";
    private static final String ITEM = "'StartAt': 'Item', 'States': {'Item': {'Type': 'Pass', 'End': true}}";

    private static StateMachineDefinition definition(String asl) {
        return StateMachine.of(asl.replace('\'', '"').replace('~', '\'')).definition();
    }

    private static TestSkeleton skeleton(String asl, String label) {
        StateMachineDefinition definition = definition(asl);
        CoverageElement element = DefinitionElements.of(definition).stream()
                .filter(each -> each.label().equals(label))
                .findFirst()
                .orElseThrow();
        return new TestSkeletons(definition, StateMachineType.STANDARD).of(element);
    }

    /** All at once and each alone; none that says that StepUnit broke down. */
    private static List<TestSkeleton> all(String asl) {
        StateMachineDefinition definition = definition(asl);
        List<CoverageElement> elements = DefinitionElements.of(definition);
        List<TestSkeleton> skeletons = new TestSkeletons(definition, StateMachineType.STANDARD).of(elements);
        for (CoverageElement each : elements) {
            assertThat(new TestSkeletons(definition, StateMachineType.STANDARD)
                            .of(each)
                            .method())
                    .doesNotContain("broke down");
        }
        assertThat(skeletons).extracting(TestSkeleton::method).noneMatch(method -> method.contains("broke down"));
        assertThat(skeletons).flatExtracting(TestSkeleton::elements).containsExactlyInAnyOrderElementsOf(elements);
        return skeletons;
    }

    private static List<Outcome> outcomes(List<TestSkeleton> skeletons) {
        return skeletons.stream().map(TestSkeleton::outcome).distinct().toList();
    }

    // --- never throws

    @Test
    void a_tolerated_percentage_may_be_an_expression() {
        List<TestSkeleton> skeletons = all("{'QueryLanguage': 'JSONata', 'StartAt': 'Each', 'States': {'Each': {"
                + "'Type': 'Map', 'End': true, 'Items': '{% $states.input.items %}',"
                + "'ToleratedFailurePercentage': '{% $states.input.pct %}', 'ItemProcessor': {" + DISTRIBUTED
                + ", 'StartAt': 'Item', 'States': {'Item': {'Type': 'Task', 'End': true,"
                + "'Resource': 'arn:aws:lambda:eu-west-1:123456789012:function:item'}}}}}}");

        assertThat(skeletons).isNotEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"20240101123456", "7", "a/b", "a[0]", "lambda:invoke", "x[", "/", "#", "日本"})
    void states_may_be_called_anything(String name) {
        List<TestSkeleton> skeletons = all(
                "{'StartAt': 'Both', 'States': {'Both': {'Type': 'Parallel', 'End': true, 'Branches': [{'StartAt': '"
                        + name + "', 'States': {'" + name + "': {'Type': 'Succeed'}}}, {'StartAt': '" + name
                        + " 2', 'States': {'" + name + " 2': {" + TASK
                        + ", 'Catch': [{'ErrorEquals': ['States.ALL'], 'Next': 'C" + name + "'}], 'End': true}, 'C"
                        + name
                        + "': {'Type': 'Pass', 'End': true}}}]}}}");

        assertThat(skeletons).isNotEmpty();
    }

    /** A mock cannot be for it, so that the test of whoever has such a state needs another way. */
    @Test
    void a_Task_of_blanks_is_left_to_the_user() {
        List<TestSkeleton> skeletons = all("{'StartAt': ' ', 'States': {' ': {" + TASK + ", 'End': true}}}");

        assertThat(outcomes(skeletons)).containsExactly(Outcome.UNFINISHED);
        assertThat(skeletons).extracting(TestSkeleton::method).noneMatch(method -> method.contains("tasks.mock"));
    }

    @Test
    void a_bucket_may_have_no_name() {
        List<TestSkeleton> skeletons = all("{'StartAt': 'Each', 'States': {'Each': {'Type': 'Map', 'End': true,"
                + "'ItemReader': {'Resource': 'arn:aws:states:::s3:getObject', 'ReaderConfig': {'InputType': 'JSON'},"
                + "'Parameters': {'Bucket': '', 'Key': ''}}, 'ItemProcessor': {" + DISTRIBUTED + ", " + ITEM + "}}}}");

        assertThat(outcomes(skeletons)).contains(Outcome.UNFINISHED);
    }

    /** Each execution starts two more. */
    @Test
    void a_machine_may_start_itself_without_end() {
        String start = "{'Type': 'Task', 'Resource': 'arn:aws:states:::states:startExecution.sync:2', 'End': true,"
                + "'Parameters': {'StateMachineArn.$': '$$.StateMachine.Id', 'Input': {}}}";
        TestSkeleton skeleton = skeleton(
                "{'StartAt': 'Both', 'States': {'Both': {'Type': 'Parallel', 'End': true,"
                        + "'Branches': [{'StartAt': 'A', 'States': {'A': " + start
                        + "}}, {'StartAt': 'B', 'States': {'B': "
                        + start
                        + "}}]}}}",
                "A");

        assertThat(skeleton.outcome()).isEqualTo(Outcome.UNFINISHED);
        assertThat(skeleton.method()).doesNotContain("broke down");
    }

    // --- says what is so

    @Test
    void items_that_are_constant_by_one_way_may_not_be_by_another() {
        String asl = "{'StartAt': 'Own?', 'States': {'Own?': {'Type': 'Choice', 'Default': 'Given', 'Choices': ["
                + "{'Variable': '$.mode', 'StringEquals': 'const', 'Next': 'Const'}]},"
                + "'Const': {'Type': 'Pass', 'Result': [1, 2, 3], 'Next': 'Each'},"
                + "'Given': {'Type': 'Task', 'Resource': 'arn:aws:lambda:eu-west-1:123456789012:function:given',"
                + "'Next': 'Each'}, 'Each': {'Type': 'Map', 'End': true, 'ItemProcessor': {" + ITEM + "}}}}";

        TestSkeleton skeleton = skeleton(asl, "Each, no item");

        assertThat(skeleton.outcome()).isEqualTo(Outcome.WALKS);
        assertThat(skeleton.method())
                .contains("tasks.mock(\"Given\").returns(\"[]\");")
                .contains(".hasSucceeded().state(\"Each\").hasIterations(0);");
        assertThat(outcomes(all(asl))).containsExactly(Outcome.WALKS);
    }

    @Test
    void items_that_are_constant_by_all_ways_are_constant() {
        TestSkeleton skeleton = skeleton(
                "{'StartAt': 'Many?', 'States': {'Many?': {'Type': 'Choice', 'Default': 'Two', 'Choices': ["
                        + "{'Variable': '$.many', 'BooleanEquals': true, 'Next': 'Three'}]},"
                        + "'Two': {'Type': 'Pass', 'Result': [1, 2], 'Next': 'Each'},"
                        + "'Three': {'Type': 'Pass', 'Result': [1, 2, 3], 'Next': 'Each'},"
                        + "'Each': {'Type': 'Map', 'End': true, 'ItemProcessor': {" + ITEM + "}}}}",
                "Each, no item");

        assertThat(skeleton.outcome()).isEqualTo(Outcome.IMPOSSIBLE);
    }

    @Test
    void a_timeout_that_was_tried_again_is_one_of_an_attempt() {
        TestSkeleton skeleton = skeleton(
                "{'StartAt': 'Call', 'States': {'Call': {" + TASK + ", 'TimeoutSeconds': 5, 'End': true,"
                        + "'Retry': [{'ErrorEquals': ['States.Timeout'], 'IntervalSeconds': 1}]}}}",
                "Call, retrier 0 (States.Timeout) used");
        List<TestSkeleton> all = all("{'StartAt': 'Call', 'States': {'Call': {" + TASK
                + ", 'TimeoutSeconds': 5, 'End': true,"
                + "'Retry': [{'ErrorEquals': ['States.Timeout'], 'IntervalSeconds': 1}]}}}");

        assertThat(skeleton.outcome()).isEqualTo(Outcome.WALKS);
        assertThat(all)
                .extracting(TestSkeleton::method)
                .noneMatch(method ->
                        method.contains(".hasTimedOut()") && method.contains("state(\"Call\").hasSucceeded()"));
    }

    @Test
    void a_Map_Run_says_how_many_items_it_had() {
        List<TestSkeleton> skeletons =
                all("{'StartAt': 'Three', 'States': {'Three': {'Type': 'Pass', 'Result': [1, 2, 3],"
                        + "'Next': 'Each'}, 'Each': {'Type': 'Map', 'End': true, 'ItemProcessor': {" + DISTRIBUTED
                        + ", " + ITEM
                        + "}}}}");

        assertThat(skeletons).extracting(TestSkeleton::method).anyMatch(method -> method.contains(".hasItems(3)"));
        assertThat(skeletons).extracting(TestSkeleton::method).noneMatch(method -> method.contains(".hasItems(2)"));
    }

    /** They are counted, and no iteration is started. */
    @Test
    void items_without_iterations_are_not_asserted() {
        TestSkeleton skeleton = skeleton(
                "{'StartAt': 'Each', 'States': {'Each': {'Type': 'Map', 'Next': 'End', 'ItemSelector': {"
                        + "'wrong.$': \"States.ArrayGetItem(States.Array(~a~), 7)\"}, 'ItemProcessor': {" + ITEM
                        + "}, 'Catch': [{'ErrorEquals': ['States.ALL'], 'Next': 'End'}]}, 'End': {'Type': 'Succeed'}}}",
                "Each, many items");

        assertThat(skeleton.outcome()).isEqualTo(Outcome.UNFINISHED);
    }

    /** It has no iteration either when it fails before. */
    @Test
    void a_Map_that_is_not_reached_has_to_succeed_without_items() {
        TestSkeleton skeleton = skeleton(
                "{'StartAt': 'Hash', 'States': {'Hash': {'Type': 'Pass', 'Parameters': {"
                        + "'hash.$': \"States.Hash($.text, ~MD5~)\"}, 'Next': 'Known?'},"
                        + "'Known?': {'Type': 'Choice', 'Default': 'No', 'Choices': ["
                        + "{'Variable': '$.hash', 'StringEquals': 'abc', 'Next': 'Each'}]},"
                        + "'No': {'Type': 'Succeed'}, 'Each': {'Type': 'Map', 'End': true, 'ItemProcessor': {" + ITEM
                        + "}}}}",
                "Each, no item");

        assertThat(skeleton.outcome()).isEqualTo(Outcome.UNFINISHED);
        assertThat(skeleton.method()).contains("state(\"Each\").hasSucceeded().hasIterations(0);");
    }

    @Test
    void what_is_no_error_needs_no_Task_that_raises_it() {
        List<TestSkeleton> skeletons =
                all("{'StartAt': 'A', 'TimeoutSeconds': 5, 'States': {" + "'A': {'Type': 'Pass', 'End': true}}}");

        assertThat(skeletons).extracting(TestSkeleton::outcome).contains(Outcome.UNFINISHED);
        assertThat(skeletons)
                .extracting(TestSkeleton::method)
                .noneMatch(method -> method.contains("No Task was found"));
    }

    @Test
    void a_loop_without_a_way_out_is_called_so() {
        List<TestSkeleton> skeletons = all(
                "{'StartAt': 'A', 'States': {'A': {'Type': 'Pass', 'Next': 'B'},"
                        + "'B': {'Type': 'Choice', 'Default': 'A', 'Choices': ["
                        + "{'Variable': '$$.Execution.Name', 'StringEquals': 'x', 'Next': 'End'}]}, 'End': {'Type': 'Succeed'}}}");

        assertThat(skeletons).extracting(TestSkeleton::method).noneMatch(method -> method.contains("(2000)"));
    }
}
