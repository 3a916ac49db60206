package io.github.stepunit.rules;

import static io.github.stepunit.rules.Asl.failure;
import static io.github.stepunit.rules.Asl.machine;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.stepunit.Execution;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Wait states; the virtual clock starts at 2025-01-01T00:00:00Z. */
class WaitTest {

    private static Execution wait(String fields, String input) {
        return machine("'W': {'Type': 'Wait', " + fields + ", 'End': true}").start(input);
    }

    @ParameterizedTest
    @CsvSource(
            quoteCharacter = '"',
            delimiter = '|',
            textBlock =
                    """
                    'Seconds': 0                           | {}                               | 0
                    'Seconds': 90                          | {}                               | 90
                    'Seconds': 31536000                    | {}                               | 31536000
                    'SecondsPath': '$.t'                   | {'t': 5}                         | 5
                    'SecondsPath': '$.t'                   | {'t': '5'}                       | 5
                    'Timestamp': '2025-01-01T00:01:00Z'    | {}                               | 60
                    'Timestamp': '2025-01-01T01:00:00+01:00' | {}                             | 0
                    'Timestamp': '2024-12-31T00:00:00Z'    | {}                               | 0
                    'TimestampPath': '$.t'                 | {'t': '2025-01-01T00:00:10.999Z'} | 10
                    'TimestampPath': '$.t'                 | {'t': '2025-01-01T02:00:00.123456789+01:00'} | 3600
                    'TimestampPath': '$.t'                 | {'t': '1999-01-01T00:00:00Z'}    | 0
                    """)
    void the_clock_jumps_to_the_end_of_the_wait(String fields, String input, long seconds) {
        Execution execution = wait(fields, input);

        assertThat(execution.duration()).isEqualTo(Duration.ofSeconds(seconds));
        assertThat(execution.output()).isEqualTo(execution.input());
    }

    @ParameterizedTest
    @CsvSource(
            quoteCharacter = '"',
            delimiter = '|',
            textBlock =
                    """
                    'SecondsPath': '$.none'     | {}              | The SecondsPath parameter does not reference an input value: $.none
                    'SecondsPath': '$.t'        | {'t': -1}       | The SecondsPath parameter references a negative value: $.t == -1
                    'SecondsPath': '$.t'        | {'t': 1.5}      | The SecondsPath parameter cannot be parsed as a long value: $.t == 1.5
                    'SecondsPath': '$.t'        | {'t': 'x'}      | The SecondsPath parameter cannot be parsed as a long value: $.t == x
                    'SecondsPath': '$.t'        | {'t': 31536001} | Wait state delay is too long.
                    'SecondsPath': '$.t'        | {'t': 9223372036854775807} | Wait state delay is too long.
                    'Seconds': 99999999         | {}              | Wait state delay is too long.
                    'Timestamp': '2026-01-01T00:00:01Z' | {}      | Wait state delay is too long.
                    'TimestampPath': '$.t'      | {'t': '9999-12-31T23:59:59Z'} | Wait state delay is too long.
                    'TimestampPath': '$.none'   | {}              | The TimestampPath parameter does not reference an input value: $.none
                    'TimestampPath': '$.t'      | {'t': '2025-01-01T00:00:00'} | The TimestampPath parameter does not reference a valid ISO-8601 extended offset date-time format string: $.t == 2025-01-01T00:00:00
                    'TimestampPath': '$.t'      | {'t': '2025-01-01 00:00:00Z'} | The TimestampPath parameter does not reference a valid ISO-8601 extended offset date-time format string: $.t == 2025-01-01 00:00:00Z
                    'TimestampPath': '$.t'      | {'t': '2025-13-01T00:00:00Z'} | The TimestampPath parameter does not reference a valid ISO-8601 extended offset date-time format string: $.t == 2025-13-01T00:00:00Z
                    'TimestampPath': '$.t'      | {'t': 17}       | The TimestampPath parameter does not reference a valid ISO-8601 extended offset date-time format string: $.t == 17
                    """)
    void a_wait_that_cannot_be_fails_the_execution(String fields, String input, String cause) {
        assertThat(failure(wait(fields, input))).isEqualTo("States.Runtime: " + cause);
    }

    @Test
    void a_wait_is_two_events_with_time_between() {
        assertThat(EventLines.of(wait("'Seconds': 5", "{}")))
                .isEqualTo(
                        """
                        1 0 ExecutionStarted
                        2 0 WaitStateEntered W
                        3 2 WaitStateExited W @5s
                        4 3 ExecutionSucceeded""");
    }

    @Test
    void a_wait_until_counts_from_when_the_state_is_entered() {
        Execution execution = machine(
                        """
                        'A': {'Type': 'Wait', 'Seconds': 30, 'Next': 'B'},
                        'B': {'Type': 'Wait', 'Timestamp': '2025-01-01T00:00:40Z', 'Next': 'C'},
                        'C': {'Type': 'Wait', 'Timestamp': '2025-01-01T00:00:35Z', 'End': true}
                        """)
                .start();

        assertThat(EventLines.times(execution, "WaitStateExited")).containsExactly("30s", "40s", "40s");
    }
}
