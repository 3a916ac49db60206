package io.github.stepunit.contract.deployed;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.stepunit.StateMachine;
import io.github.stepunit.definition.StateMachineType;
import io.github.stepunit.json.JsonText;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class DefinitionComparisonTest {

    private static final String TASK = "{'StartAt': 'Charge', 'States': {'Charge': {'Type': 'Task',"
            + " 'Resource': 'arn:aws:states:::lambda:invoke', 'Parameters': {'FunctionName': 'charge',"
            + " 'Payload': {'a': 1, 'Comment': 'x'}}, 'Retry': [{'ErrorEquals': ['A', 'B'], 'MaxAttempts': 2}], 'End': true}}}";

    private static List<String> differences(String deployed, String local) {
        return differences(deployed, local, Ignoring.NOTHING);
    }

    private static List<String> differences(String deployed, String local, Ignoring ignoring) {
        StateMachine machine = StateMachine.of(JsonText.write(JsonText.parseLenient(local)));
        return DefinitionComparison.between(Deployed.of(deployed), machine, ignoring).stream()
                .map(DefinitionDifference::toString)
                .toList();
    }

    @Test
    void the_same_text_is_the_same() {
        assertThat(differences(TASK, TASK)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '~',
            textBlock =
                    """
            'MaxAttempts': 2              | 'MaxAttempts': 3           | /States/Charge/Retry/0/MaxAttempts: deployed 3, but local 2
            'MaxAttempts': 2              | 'MaxAttempts': 2.0         |
            'MaxAttempts': 2              | 'MaxAttempts': 2, 'IntervalSeconds': 1 |
            'MaxAttempts': 2              | 'MaxAttempts': 2, 'IntervalSeconds': 5 | /States/Charge/Retry/0/IntervalSeconds: deployed only: 5
            ['A', 'B']                    | ['B', 'A']                 |
            ['A', 'B']                    | ['B']                      | /States/Charge/Retry/0/ErrorEquals: deployed ["B"], but local ["A","B"]
            'a': 1, 'Comment': 'x'        | 'Comment': 'x', 'a': 1     |
            'Comment': 'x'                | 'Comment': 'y'             | /States/Charge/Parameters/Payload/Comment: deployed "y", but local "x"
            'End': true                   | 'End': true, 'TimeoutSeconds': 60 | /States/Charge/TimeoutSeconds: deployed only: 60
            'End': true                   | 'End': true, 'ResultPath': '$' |
            {'a': 1,                      | {'a': 1, 'InputPath': '$', | /States/Charge/Parameters/Payload/InputPath: deployed only: "$"
            {'StartAt'                    | {'QueryLanguage': 'JSONPath', 'StartAt' |
            {'StartAt'                    | {'TimeoutSeconds': 9, 'StartAt' | /TimeoutSeconds: deployed only: 9
            """)
    void tells_what_differs_and_nothing_else(String local, String deployed, String expected) {
        List<String> found = differences(TASK.replace(local, deployed), TASK);

        assertThat(String.join("; ", found)).isEqualTo(expected == null ? "" : expected);
    }

    @Test
    void tells_the_type() {
        StateMachine local = StateMachine.of(JsonText.write(JsonText.parseLenient(TASK)), StateMachineType.EXPRESS);

        assertThat(DefinitionComparison.between(Deployed.of(TASK), local, Ignoring.NOTHING))
                .extracting(DefinitionDifference::toString)
                .containsExactly("type: deployed \"STANDARD\", but local \"EXPRESS\"");
    }

    @Test
    void a_state_that_is_only_there_or_here_is_one_difference() {
        String local = "{'StartAt': 'A', 'States': {'A': {'Type': 'Pass', 'Next': 'B'}, 'B': {'Type': 'Succeed'}}}";
        String deployed = "{'StartAt': 'A', 'States': {'A': {'Type': 'Pass', 'Next': 'C'}, 'C': {'Type': 'Succeed'}}}";

        assertThat(differences(deployed, local))
                .containsExactly(
                        "/States/A/Next: deployed \"C\", but local \"B\"",
                        "/States/C: a state that is deployed only",
                        "/States/B: a state that is not deployed");
    }

    @Test
    void knows_the_state_inside_of_branches_and_maps() {
        String local =
                "{'StartAt': 'All', 'States': {'All': {'Type': 'Map', 'ItemProcessor': {'StartAt': 'P', 'States':"
                        + " {'P': {'Type': 'Pass', 'Result': 1, 'End': true}}}, 'End': true}}}";

        DefinitionDifference difference = DefinitionComparison.between(
                        Deployed.of(local.replace("'Result': 1", "'Result': 2")),
                        StateMachine.of(JsonText.write(JsonText.parseLenient(local))),
                        Ignoring.NOTHING)
                .get(0);

        assertThat(difference.state()).isEqualTo("All/P");
        assertThat(difference.what()).isEqualTo("Result");
        assertThat(difference.pointer()).hasToString("/States/All/ItemProcessor/States/P/Result");
    }

    // --- placeholders

    @ParameterizedTest
    @CsvSource({
        "${Charge}, arn:aws:lambda:eu-west-1:123456789012:function:charge, true",
        "fn-${Stage}-charge, fn-prod-charge, true",
        "fn-${Stage}-charge, fn-prod-refund, false",
        "${A}:${A}, x:x, true",
        "${A}:${A}, x:y, false",
        "plain, other, false",
    })
    void a_placeholder_stands_for_what_was_deployed(String local, String deployed, boolean same) {
        assertThat(differences(
                                TASK.replace("'FunctionName': 'charge'", "'FunctionName': '" + deployed + "'"),
                                TASK.replace("'FunctionName': 'charge'", "'FunctionName': '" + local + "'"))
                        .isEmpty())
                .isEqualTo(same);
    }

    @Test
    void a_placeholder_is_the_same_everywhere() {
        String local = TASK.replace("'charge'", "'${F}'").replace("'x'", "'${F}'");

        assertThat(differences(TASK.replace("'x'", "'charge'"), local)).isEmpty();
        assertThat(differences(TASK, local))
                .containsExactly("/States/Charge/Parameters/Payload/Comment: deployed \"x\", but local \"${F}\"");
    }

    // --- ARNs

    @ParameterizedTest
    @CsvSource({
        "arn:aws:lambda:eu-west-1:123456789012:function:a, arn:aws:lambda:us-east-1:210987654321:function:a, true, true",
        "arn:aws:lambda:eu-west-1:123456789012:function:a, arn:aws:lambda:us-east-1:210987654321:function:b, false, true",
        "arn:aws:lambda:eu-west-1:123456789012:function:a, arn:aws:sqs:us-east-1:210987654321:a, false, false",
        "arn:aws:states:::lambda:invoke, arn:aws:states:::sqs:sendMessage, false, false",
        "see arn:aws:s3:::a/x now, see arn:aws-cn:s3:::a/x now, true, true",
    })
    void arns_are_ignored_as_told(String deployed, String local, boolean account, boolean arns) {
        String there = TASK.replace("'charge'", "'" + deployed + "'");
        String here = TASK.replace("'charge'", "'" + local + "'");

        assertThat(differences(there, here)).hasSize(1);
        assertThat(differences(there, here, Ignoring.NOTHING.andAccountAndRegion())
                        .isEmpty())
                .isEqualTo(account);
        assertThat(differences(there, here, Ignoring.NOTHING.andArns()).isEmpty())
                .isEqualTo(arns);
    }

    @ParameterizedTest
    @ValueSource(strings = {"{'StartAt'", "{'Type'"})
    void comments_are_ignored_as_told(String before) {
        String deployed = TASK.replace(before, before.replace("{", "{'Comment': 'new', "));

        assertThat(differences(deployed, TASK)).hasSize(1);
        assertThat(differences(deployed, TASK, Ignoring.NOTHING.andComments())).isEmpty();
    }

    /** Whatever is shuffled in a definition's objects, it stays the same; whatever scalar is changed, one is found. */
    @Test
    void property_key_order_never_counts_and_scalars_always_do() {
        Random random = new Random(20261125);
        for (int round = 0; round < 200; round++) {
            Shuffled shuffled =
                    Shuffled.of(JsonText.parseWithoutText(JsonText.write(JsonText.parseLenient(TASK))), random);

            assertThat(differences(shuffled.sameMeaning(), TASK)).isEmpty();
            assertThat(differences(shuffled.otherMeaning(), TASK))
                    .as(shuffled.otherMeaning())
                    .isNotEmpty();
        }
    }
}
