package io.github.stepunit.rules;

import static io.github.stepunit.rules.Asl.failure;
import static io.github.stepunit.rules.Asl.machine;
import static io.github.stepunit.rules.Asl.output;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.stepunit.Execution;
import io.github.stepunit.definition.Limits;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** How large variables may be (checklist 8): 256 KiB each and for one Assign, 10 MiB in all. */
class VariableLimitsTest {

    private static final String QUERY = "'QueryLanguage': 'JSONata'";

    private static Execution assign(String assign) {
        return machine(QUERY, "'A': {'Type': 'Pass', 'Assign': {" + assign + "}, 'Output': 'fine', 'End': true}")
                .start();
    }

    @Test
    void a_variable_may_have_256_KiB() {
        assertThat(output(assign("'a': '{% $pad(\\\"\\\", 262142, \\\"x\\\") %}'")))
                .isEqualTo("'fine'");
        assertThat(failure(assign("'a': '{% $pad(\\\"\\\", 262143, \\\"x\\\") %}'")))
                .isEqualTo("States.DataLimitExceeded: The size of the variable 'a' exceeds the maximum number of bytes"
                        + " service limit.");
    }

    @Test
    void all_of_an_assign_may_have_256_KiB() {
        assertThat(
                        failure(
                                assign(
                                        "'a': '{% $pad(\\\"\\\", 200000, \\\"x\\\") %}', 'b': '{% $pad(\\\"\\\", 200000, \\\"x\\\") %}'")))
                .isEqualTo("States.DataLimitExceeded: The size of the variables assigned by the state 'A' exceeds the"
                        + " maximum number of bytes service limit.");
    }

    /** 60 states each assign a variable of its own of 200,000 bytes: 10 MiB are full after 52. */
    @Test
    void all_variables_together_may_have_10_MiB() {
        Execution execution = machine(QUERY, chain(60)).start();

        assertThat(failure(execution))
                .isEqualTo("States.DataLimitExceeded: The size of all variables of the execution exceeds the maximum"
                        + " number of bytes service limit.");
        assertThat(EventLines.visited(execution)).endsWith("S52");
    }

    @Test
    void assigning_again_does_not_add_up() {
        String loop = "'I': {'Type': 'Pass', 'Assign': {'i': 0}, 'Next': 'A'},"
                + " 'A': {'Type': 'Pass', 'Assign': {'i': '{% $i + 1 %}', 'big': '{% $pad(\\\"\\\", 200000) %}'}, 'Next': 'C'},"
                + " 'C': {'Type': 'Choice', 'Choices': [{'Condition': '{% $i < 100 %}', 'Next': 'A'}], 'Default': 'Z'},"
                + " 'Z': {'Type': 'Succeed', 'Output': '{% $i %}'}";

        assertThat(output(machine(QUERY, loop).start())).isEqualTo("100");
    }

    @Test
    void a_limit_that_is_lifted_holds_for_variables_too() {
        Execution execution = machine(QUERY, chain(60))
                .withLimits(Limits.STANDARD.withPayloadBytes(Integer.MAX_VALUE))
                .start();

        assertThat(EventLines.visited(execution)).endsWith("S59");
    }

    private static String chain(int states) {
        return IntStream.range(0, states)
                .mapToObj(
                        i -> "'S" + i + "': {'Type': 'Pass', 'Assign': {'v" + i + "': '{% $pad(\\\"\\\", 199998) %}'}, "
                                + (i == states - 1 ? "'End': true}" : "'Next': 'S" + (i + 1) + "'}"))
                .collect(Collectors.joining(", "));
    }
}
