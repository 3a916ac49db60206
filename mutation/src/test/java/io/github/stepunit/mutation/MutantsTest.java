package io.github.stepunit.mutation;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.stepunit.definition.StateMachineDefinition;
import io.github.stepunit.definition.StateMachineType;
import io.github.stepunit.json.JsonText;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What each mutator does, one example after the other. */
class MutantsTest {

    private static final String TASK = "'Type': 'Task', 'Resource': 'arn:aws:states:::lambda:invoke',"
            + " 'Parameters': {'FunctionName': 'charge', 'Payload': {'id.$': '$.id', 'kind': 'card'}}";

    /** A Task with these fields more, and states that it may lead to. */
    private static String task(String fields) {
        return machine(
                "'Charge': {" + TASK + ", " + fields + "}, 'Ship': {'Type': 'Succeed'}, 'Refund': {'Type': 'Fail'}");
    }

    private static String choice(String rules) {
        return machine("'Large?': {'Type': 'Choice', 'Choices': [" + rules + "], 'Default': 'Ship'},"
                + " 'Ship': {'Type': 'Succeed'}, 'Refund': {'Type': 'Fail'}");
    }

    private static String machine(String states) {
        String name = states.substring(1, states.indexOf('\'', 1));
        return ("{'StartAt': '" + name + "', 'States': {" + states + "}}").replace('\'', '"');
    }

    private static List<Mutant> mutants(Mutator mutator, String asl) {
        StateMachineDefinition definition = StateMachineDefinition.parse("test", asl, StateMachineType.STANDARD);
        return Mutants.of(definition, StateMachineType.STANDARD).stream()
                .filter(each -> each.mutator() == mutator)
                .toList();
    }

    private static List<String> descriptions(Mutator mutator, String asl) {
        return mutants(mutator, asl).stream().map(Mutant::description).toList();
    }

    /** What stands at the place in each mutant. */
    private static List<String> at(String pointer, Mutator mutator, String asl) {
        return mutants(mutator, asl).stream()
                .map(each -> {
                    JsonNode found =
                            JsonText.parseWithoutText(each.definition()).at(pointer);
                    return found.isMissingNode()
                            ? "nothing"
                            : JsonText.writeCompact(found).replace('"', '\'');
                })
                .toList();
    }

    private static final String CATCHERS = task("'Catch': [{'ErrorEquals': ['A', 'B'], 'Next': 'Refund'},"
            + " {'ErrorEquals': ['States.ALL'], 'Next': 'Ship'}], 'Next': 'Ship'");

    @Test
    void a_catcher_is_dropped() {
        assertThat(descriptions(Mutator.CATCHER, CATCHERS))
                .containsExactly(
                        "catcher 0 (A, B) of \"Charge\" dropped", "catcher 1 (States.ALL) of \"Charge\" dropped");
        assertThat(at("/States/Charge/Catch/0/ErrorEquals/0", Mutator.CATCHER, CATCHERS))
                .containsExactly("'States.ALL'", "'A'");
    }

    @Test
    void what_only_a_dropped_catcher_leads_to_goes_with_it_since_aws_refuses_states_that_nothing_leads_to() {
        assertThat(at("/States/Refund", Mutator.CATCHER, CATCHERS)).containsExactly("nothing", "{'Type':'Fail'}");
    }

    @Test
    void the_last_catcher_goes_with_the_whole_list() {
        String asl = task("'Catch': [{'ErrorEquals': ['A'], 'Next': 'Refund'}], 'Next': 'Ship'");
        assertThat(at("/States/Charge/Catch", Mutator.CATCHER, asl)).containsExactly("nothing");
    }

    @Test
    void an_error_name_is_dropped_where_there_are_several() {
        assertThat(at("/States/Charge/Catch/0/ErrorEquals", Mutator.ERROR_NAME, CATCHERS))
                .containsExactly("['B']", "['A']");
        assertThat(descriptions(Mutator.ERROR_NAME, CATCHERS))
                .first()
                .isEqualTo("error name A of catcher 0 (A, B) of \"Charge\" dropped");
    }

    @Test
    void a_catcher_that_nothing_reaches_is_left_alone() {
        String asl = task("'Catch': [{'ErrorEquals': ['A'], 'Next': 'Refund'},"
                + " {'ErrorEquals': ['A'], 'Next': 'Ship'}], 'Next': 'Ship'");
        assertThat(mutants(Mutator.CATCHER, asl)).hasSize(1);
    }

    private static final String RETRIERS = task("'Retry': [{'ErrorEquals': ['A'], 'MaxAttempts': 5},"
            + " {'ErrorEquals': ['B'], 'IntervalSeconds': 2, 'BackoffRate': 1.5, 'MaxDelaySeconds': 4}],"
            + " 'Next': 'Ship', 'Catch': [{'ErrorEquals': ['A'], 'Next': 'Refund'}]");

    @Test
    void a_retrier_is_dropped() {
        assertThat(descriptions(Mutator.RETRIER, RETRIERS))
                .containsExactly("retrier 0 (A) of \"Charge\" dropped", "retrier 1 (B) of \"Charge\" dropped");
    }

    @Test
    void max_attempts_is_one_more_and_0_where_another_retrier_comes_after() {
        assertThat(descriptions(Mutator.MAX_ATTEMPTS, RETRIERS))
                .containsExactly(
                        "MaxAttempts of retrier 0 (A) of \"Charge\" is 0, no longer 5",
                        "MaxAttempts of retrier 0 (A) of \"Charge\" is 6, no longer 5",
                        "MaxAttempts of retrier 1 (B) of \"Charge\" is 4, no longer the default");
    }

    @Test
    void intervals_between_attempts_are_others() {
        assertThat(descriptions(Mutator.RETRY_INTERVAL, RETRIERS))
                .containsExactly(
                        "IntervalSeconds of retrier 0 (A) of \"Charge\" is 2, no longer the default",
                        "BackoffRate of retrier 0 (A) of \"Charge\" is 1, no longer 2",
                        "IntervalSeconds of retrier 1 (B) of \"Charge\" is 3, no longer 2",
                        "BackoffRate of retrier 1 (B) of \"Charge\" is 1, no longer 1.5",
                        "MaxDelaySeconds of retrier 1 (B) of \"Charge\" dropped");
    }

    @Test
    void a_longest_delay_that_no_attempt_reaches_is_left_alone() {
        assertThat(
                        mutants(
                                        Mutator.RETRY_INTERVAL,
                                        RETRIERS.replace("\"MaxDelaySeconds\": 4", "\"MaxDelaySeconds\": 9"))
                                .stream()
                                .map(Mutant::description))
                .noneMatch(each -> each.startsWith("MaxDelaySeconds"));
    }

    @Test
    void an_error_name_that_an_earlier_entry_has_is_left_alone() {
        String asl = task("'Catch': [{'ErrorEquals': ['A', 'B'], 'Next': 'Refund'},"
                + " {'ErrorEquals': ['B', 'C'], 'Next': 'Ship'}], 'Next': 'Ship'");
        assertThat(descriptions(Mutator.ERROR_NAME, asl))
                .containsExactly(
                        "error name A of catcher 0 (A, B) of \"Charge\" dropped",
                        "error name B of catcher 0 (A, B) of \"Charge\" dropped",
                        "error name C of catcher 1 (B, C) of \"Charge\" dropped");
    }

    @Test
    void next_leads_elsewhere_but_not_in_a_circle_and_not_past_one_state_as_if_that_were_removed() {
        String asl = machine("'A': {'Type': 'Pass', 'Next': 'B'}, 'B': {'Type': 'Pass', 'Next': 'C'},"
                + " 'C': {'Type': 'Pass', 'Next': 'D'}, 'D': {'Type': 'Succeed'}");
        assertThat(descriptions(Mutator.NEXT, asl))
                .containsExactly(
                        "Next of \"A\" is \"D\", no longer \"B\"",
                        "\"B\" ends, and no longer goes on with \"C\"",
                        "\"C\" ends, and no longer goes on with \"D\"");
    }

    @Test
    void next_of_rules_and_catchers_and_the_default_lead_elsewhere() {
        assertThat(descriptions(Mutator.NEXT, CATCHERS))
                .containsExactly(
                        "Next of \"Charge\" is \"Refund\", no longer \"Ship\"",
                        "Next of catcher 0 of \"Charge\" is \"Ship\", no longer \"Refund\"",
                        "Next of catcher 1 of \"Charge\" is \"Refund\", no longer \"Ship\"");
        String asl = choice("{'Variable': '$.ok', 'IsPresent': true, 'Next': 'Refund'}");
        assertThat(descriptions(Mutator.NEXT, asl))
                .containsExactly(
                        "Next of rule 0 of \"Large?\" is \"Ship\", no longer \"Refund\"",
                        "Default of \"Large?\" is \"Refund\", no longer \"Ship\"");
    }

    @Test
    void a_state_is_removed_and_what_led_to_it_leads_on() {
        String asl = machine("'A': {'Type': 'Pass', 'Next': 'B'}, 'B': {'Type': 'Pass', 'Next': 'C'},"
                + " 'C': {'Type': 'Pass', 'End': true}");
        assertThat(descriptions(Mutator.STATE, asl)).containsExactly("\"A\" removed", "\"B\" removed", "\"C\" removed");
        assertThat(mutants(Mutator.STATE, asl).stream().map(Mutant::definition))
                .containsExactly(
                        "{\"StartAt\":\"B\",\"States\":{\"B\":{\"Type\":\"Pass\",\"Next\":\"C\"},"
                                + "\"C\":{\"Type\":\"Pass\",\"End\":true}}}",
                        "{\"StartAt\":\"A\",\"States\":{\"A\":{\"Type\":\"Pass\",\"Next\":\"C\"},"
                                + "\"C\":{\"Type\":\"Pass\",\"End\":true}}}",
                        "{\"StartAt\":\"A\",\"States\":{\"A\":{\"Type\":\"Pass\",\"Next\":\"B\"},"
                                + "\"B\":{\"Type\":\"Pass\",\"End\":true}}}");
    }

    @Test
    void a_last_state_that_a_catcher_leads_to_stays() {
        String asl =
                machine("'A': {" + TASK + ", 'Next': 'Z', 'Catch': [{'ErrorEquals': ['States.ALL'], 'Next': 'Z'}]},"
                        + " 'Z': {'Type': 'Pass', 'End': true}");
        assertThat(descriptions(Mutator.STATE, asl)).containsExactly("\"A\" removed");
    }

    @Test
    void a_comparison_is_negated_shifted_and_has_another_constant() {
        String asl = choice("{'Variable': '$.total', 'NumericGreaterThan': 100, 'Next': 'Refund'}");
        assertThat(at("/States/Large?/Choices/0", Mutator.CONDITION, asl))
                .containsExactly("{'Not':{'Variable':'$.total','NumericGreaterThan':100},'Next':'Refund'}");
        assertThat(at("/States/Large?/Choices/0", Mutator.COMPARISON, asl))
                .containsExactly(
                        "{'Variable':'$.total','NumericGreaterThanEquals':100,'Next':'Refund'}",
                        "{'Variable':'$.total','NumericGreaterThan':101,'Next':'Refund'}");
        assertThat(descriptions(Mutator.COMPARISON, asl))
                .containsExactly(
                        "NumericGreaterThanEquals in place of NumericGreaterThan in rule 0 of \"Large?\"",
                        "NumericGreaterThan of rule 0 of \"Large?\" is 101, no longer 100");
    }

    @Test
    void paths_times_and_texts_are_compared_otherwise_too() {
        String asl = choice("{'Variable': '$.a', 'TimestampLessThanEqualsPath': '$.b', 'Next': 'Refund'},"
                + " {'Variable': '$.a', 'StringEquals': 'x', 'Next': 'Refund'}");
        assertThat(descriptions(Mutator.COMPARISON, asl))
                .containsExactly(
                        "TimestampLessThanPath in place of TimestampLessThanEqualsPath in rule 0 of \"Large?\"",
                        "StringEquals of rule 1 of \"Large?\" is \"x-mutant\", no longer \"x\"");
    }

    @Test
    void a_yes_becomes_a_no() {
        String asl = choice("{'Variable': '$.ok', 'BooleanEquals': true, 'Next': 'Refund'}");
        assertThat(descriptions(Mutator.CONDITION, asl))
                .containsExactly("BooleanEquals of rule 0 of \"Large?\" is false, no longer true");
    }

    @Test
    void and_becomes_or_and_not_goes() {
        String asl = choice("{'And': [{'Variable': '$.a', 'IsNull': true},"
                + " {'Not': {'Variable': '$.b', 'StringMatches': 'x*'}}], 'Next': 'Refund'}");
        assertThat(at("/States/Large?/Choices/0", Mutator.CONDITION, asl))
                .containsExactly(
                        "{'Or':[{'Variable':'$.a','IsNull':true},{'Not':{'Variable':'$.b','StringMatches':'x*'}}],"
                                + "'Next':'Refund'}",
                        "{'And':[{'Variable':'$.a','IsNull':false},{'Not':{'Variable':'$.b','StringMatches':'x*'}}],"
                                + "'Next':'Refund'}",
                        "{'And':[{'Variable':'$.a','IsNull':true},{'Variable':'$.b','StringMatches':'x*'}],"
                                + "'Next':'Refund'}");
    }

    @Test
    void conditions_in_jsonata_are_negated_and_shifted() {
        String asl = choice(
                        "{'Condition': '{% $states.input.total >= 100 and $states.input.kind = \\\"a>b\\\" %}', 'Next': 'Refund'}")
                .replaceFirst("\\{", "{\"QueryLanguage\": \"JSONata\", ");
        assertThat(at("/States/Large?/Choices/0/Condition", Mutator.CONDITION, asl))
                .containsExactly(
                        "'{% $not($states.input.total >= 100 and $states.input.kind = \\'a>b\\') %}'",
                        "'{% $states.input.total >= 100 or $states.input.kind = \\'a>b\\' %}'",
                        "'{% $states.input.total >= 100 and $states.input.kind != \\'a>b\\' %}'");
        assertThat(at("/States/Large?/Choices/0/Condition", Mutator.COMPARISON, asl))
                .containsExactly("'{% $states.input.total > 100 and $states.input.kind = \\'a>b\\' %}'");
    }

    @Test
    void rules_and_the_default_are_dropped() {
        String asl = choice("{'Variable': '$.a', 'IsNull': true, 'Next': 'Refund'},"
                + " {'Variable': '$.b', 'IsNull': true, 'Next': 'Ship'}");
        assertThat(descriptions(Mutator.CHOICE_RULE, asl))
                .containsExactly("rule 0 of \"Large?\" dropped", "rule 1 of \"Large?\" dropped");
        assertThat(descriptions(Mutator.DEFAULT, asl)).containsExactly("Default of \"Large?\" dropped");
    }

    @Test
    void a_result_goes_nowhere_or_replaces_everything() {
        String asl = task("'ResultPath': '$.payment', 'Next': 'Ship',"
                + " 'Catch': [{'ErrorEquals': ['A'], 'ResultPath': null, 'Next': 'Refund'}]");
        assertThat(descriptions(Mutator.RESULT_PATH, asl))
                .containsExactly(
                        "ResultPath of \"Charge\" is null (the result goes nowhere), no longer \"$.payment\"",
                        "ResultPath of \"Charge\" is \"$\" (the result replaces the input), no longer \"$.payment\"",
                        "ResultPath of catcher 0 of \"Charge\" is \"$\" (the result replaces the input), no longer null");
    }

    @Test
    void data_is_not_cut_or_made() {
        String asl =
                task("'InputPath': '$.order', 'ResultSelector': {'receipt.$': '$.Payload'}, 'OutputPath': '$.receipt',"
                        + " 'Catch': [{'ErrorEquals': ['A'], 'Next': 'Refund'}], 'Next': 'Ship'");
        assertThat(descriptions(Mutator.DATA_FLOW, asl))
                .containsExactly(
                        "InputPath of \"Charge\" dropped",
                        "ResultSelector of \"Charge\" dropped",
                        "OutputPath of \"Charge\" dropped");
    }

    @Test
    void what_a_service_is_told_lacks_something_that_aws_does_not_insist_on() {
        String asl = task("'Next': 'Ship', 'Catch': [{'ErrorEquals': ['A'], 'Next': 'Refund'}]");
        assertThat(descriptions(Mutator.PAYLOAD, asl))
                .containsExactly(
                        "Payload.id in Parameters of \"Charge\" dropped",
                        "Payload.kind in Parameters of \"Charge\" dropped");
    }

    @Test
    void a_variable_is_not_assigned() {
        String asl = task("'Assign': {'id.$': '$.id', 'n': 1}, 'Next': 'Ship',"
                + " 'Catch': [{'ErrorEquals': ['A'], 'Assign': {'failed': true}, 'Next': 'Refund'}]");
        assertThat(descriptions(Mutator.ASSIGN, asl))
                .containsExactly(
                        "variable id is not assigned by \"Charge\"",
                        "variable n is not assigned by \"Charge\"",
                        "variable failed is not assigned by catcher 0 of \"Charge\"");
    }

    @Test
    void timeouts_are_dropped_or_longer() {
        String asl = task("'TimeoutSeconds': 60, 'HeartbeatSeconds': 59, 'Next': 'Ship',"
                        + " 'Catch': [{'ErrorEquals': ['A'], 'Next': 'Refund'}]")
                .replaceFirst("\\{", "{\"TimeoutSeconds\": 900, ");
        assertThat(descriptions(Mutator.TIMEOUT, asl))
                .containsExactly(
                        "TimeoutSeconds of the machine dropped",
                        "TimeoutSeconds of the machine is 901, no longer 900",
                        "TimeoutSeconds of \"Charge\" dropped",
                        "TimeoutSeconds of \"Charge\" is 61, no longer 60",
                        "HeartbeatSeconds of \"Charge\" dropped",
                        "HeartbeatSeconds of \"Charge\" is 60, no longer 59");
    }

    @Test
    void a_wait_is_longer_and_a_fail_state_fails_otherwise() {
        String asl = machine("'Pause': {'Type': 'Wait', 'Seconds': 5, 'Next': 'No'},"
                + " 'No': {'Type': 'Fail', 'Error': 'Declined'}");
        assertThat(descriptions(Mutator.WAIT, asl)).containsExactly("Seconds of \"Pause\" is 6, no longer 5");
        assertThat(descriptions(Mutator.ERROR, asl)).containsExactly("Error of \"No\" is Mutant, no longer Declined");
    }

    @Test
    void a_map_runs_its_items_otherwise() {
        String inside = "'StartAt': 'P', 'States': {'P': {'Type': 'Pass', 'Result': 1, 'End': true}}";
        String inline =
                machine("'M': {'Type': 'Map', 'MaxConcurrency': 1, 'ItemProcessor': {" + inside + "}, 'End': true}");
        assertThat(descriptions(Mutator.MAX_CONCURRENCY, inline))
                .containsExactly("MaxConcurrency of \"M\" is 0 (unlimited), no longer 1");
        String distributed = machine("'M': {'Type': 'Map', 'ToleratedFailurePercentage': 5, 'ToleratedFailureCount': 2,"
                + " 'ItemProcessor': {'ProcessorConfig': {'Mode': 'DISTRIBUTED', 'ExecutionType': 'STANDARD'}, "
                + inside
                + "}, 'End': true}");
        assertThat(descriptions(Mutator.MAX_CONCURRENCY, distributed))
                .containsExactly("MaxConcurrency of \"M\" is 1, no longer unlimited");
        assertThat(descriptions(Mutator.TOLERATED_FAILURE, distributed))
                .containsExactly(
                        "ToleratedFailurePercentage of \"M\" dropped",
                        "ToleratedFailurePercentage of \"M\" is 6, no longer 5",
                        "ToleratedFailureCount of \"M\" dropped",
                        "ToleratedFailureCount of \"M\" is 3, no longer 2");
    }

    @Test
    void states_inside_of_states_are_mutated_too() {
        String branch = "{'StartAt': 'P', 'States': {'P': {'Type': 'Wait', 'Seconds': 1, 'End': true}}}";
        String asl = machine("'All': {'Type': 'Parallel', 'Branches': [" + branch + ", " + branch.replace('P', 'Q')
                + "], 'End': true}");
        assertThat(mutants(Mutator.WAIT, asl).stream().map(Mutant::pointer))
                .containsExactly("/States/All/Branches/0/States/P/Seconds", "/States/All/Branches/1/States/Q/Seconds");
    }

    @Test
    void all_are_accepted_by_aws_and_no_two_are_alike() {
        for (String asl : List.of(CATCHERS, RETRIERS)) {
            StateMachineDefinition definition = StateMachineDefinition.parse("test", asl, StateMachineType.STANDARD);
            List<Mutant> mutants = Mutants.of(definition, StateMachineType.STANDARD);
            assertThat(mutants.stream().map(Mutant::definition))
                    .doesNotHaveDuplicates()
                    .doesNotContain(JsonText.writeCompact(JsonText.parseWithoutText(asl)))
                    .allSatisfy(each -> StateMachineDefinition.parse("test", each, StateMachineType.STANDARD));
            assertThat(Mutants.of(definition, StateMachineType.STANDARD).stream()
                            .map(Mutant::toString))
                    .containsExactlyElementsOf(
                            mutants.stream().map(Mutant::toString).toList());
        }
    }
}
