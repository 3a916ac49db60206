package io.github.stepunit.mutation;

import io.github.stepunit.task.TaskMocks;
import java.time.Duration;
import java.util.List;
import java.util.function.Consumer;

/** Machines with all that mutators change, and executions in which each change makes a difference. */
final class ProvenMachines {

    /**
     * A machine.
     *
     * @param asl its definition
     * @param scenarios what it is run with
     */
    record Machine(String asl, List<Scenario> scenarios) {}

    /**
     * One execution.
     *
     * @param input its input
     * @param mocks answers its Tasks
     */
    record Scenario(String input, Consumer<TaskMocks> mocks) {

        private static Scenario of(String input) {
            return new Scenario(input, tasks -> {});
        }
    }

    private ProvenMachines() {}

    static List<Machine> all() {
        return List.of(
                choices(),
                longPath(),
                errors(),
                data(),
                machineTimeout(),
                taskTimes(),
                inlineMap(),
                distributedMap(),
                jsonata());
    }

    private static Machine machine(String asl, Scenario... scenarios) {
        return new Machine(asl.replace('\'', '"'), List.of(scenarios));
    }

    private static Machine choices() {
        return machine(
                """
                {
                  'StartAt': 'Receive',
                  'States': {
                    'Receive': { 'Type': 'Pass', 'Next': 'Large?' },
                    'Large?': {
                      'Type': 'Choice',
                      'Choices': [
                        { 'And': [
                            { 'Variable': '$.total', 'NumericGreaterThan': 100 },
                            { 'Variable': '$.vip', 'BooleanEquals': false }
                          ], 'Next': 'Review' },
                        { 'Not': { 'Variable': '$.currency', 'StringEquals': 'EUR' }, 'Next': 'Convert' },
                        { 'Variable': '$.due', 'TimestampLessThanEquals': '2025-01-01T00:00:00Z', 'Next': 'Review' },
                        { 'Variable': '$.country', 'StringEquals': 'NO', 'Next': 'Convert' },
                        { 'Variable': '$.note', 'IsPresent': true, 'Next': 'Review' }
                      ],
                      'Default': 'Ship'
                    },
                    'Review': { 'Type': 'Wait', 'Seconds': 60, 'Next': 'Ship' },
                    'Convert': { 'Type': 'Pass', 'Result': 2, 'ResultPath': '$.rate', 'Next': 'Ship' },
                    'Ship': { 'Type': 'Pass', 'Next': 'Done' },
                    'Done': { 'Type': 'Succeed' }
                  }
                }
                """,
                order(200, false, "EUR", "2026-01-01T00:00:00Z", "DE"),
                order(200, true, "EUR", "2026-01-01T00:00:00Z", "DE"),
                order(20, false, "EUR", "2026-01-01T00:00:00Z", "DE"),
                order(100, false, "EUR", "2026-01-01T00:00:00Z", "DE"),
                order(101, false, "EUR", "2026-01-01T00:00:00Z", "DE"),
                order(20, true, "USD", "2026-01-01T00:00:00Z", "DE"),
                order(20, true, "EUR", "2025-01-01T00:00:00Z", "DE"),
                order(20, true, "EUR", "2024-01-01T00:00:00Z", "DE"),
                order(20, true, "EUR", "2026-01-01T00:00:00Z", "NO"),
                Scenario.of("{'total': 20, 'vip': true, 'currency': 'EUR', 'due': '2026-01-01T00:00:00Z',"
                        + " 'country': 'DE', 'note': 'x'}"));
    }

    private static Scenario order(int total, boolean vip, String currency, String due, String country) {
        return Scenario.of("{'total': " + total + ", 'vip': " + vip + ", 'currency': '" + currency + "', 'due': '" + due
                + "', 'country': '" + country + "'}");
    }

    /** A path that is too long to be told whole. */
    private static Machine longPath() {
        StringBuilder states = new StringBuilder();
        for (int i = 1; i <= 9; i++) {
            states.append("'S")
                    .append(i)
                    .append("': { 'Type': 'Pass', 'Next': '")
                    .append(i < 9 ? "S" + (i + 1) : "Again?")
                    .append("' },\n");
        }
        return machine(
                """
                {
                  'StartAt': 'S1',
                  'States': {
                    %s
                    'Again?': {
                      'Type': 'Choice',
                      'Choices': [{ 'Variable': '$.n', 'NumericLessThan': 5, 'Next': 'Detour' }],
                      'Default': 'Last'
                    },
                    'Detour': { 'Type': 'Pass', 'Next': 'Last' },
                    'Last': { 'Type': 'Pass', 'End': true }
                  }
                }
                """
                        .formatted(states),
                Scenario.of("{'n': 4}"),
                Scenario.of("{'n': 5}"));
    }

    private static Machine errors() {
        return machine(
                """
                {
                  'StartAt': 'Charge',
                  'States': {
                    'Charge': {
                      'Type': 'Task',
                      'Resource': 'arn:aws:states:::lambda:invoke',
                      'Parameters': { 'FunctionName': 'charge', 'Payload': { 'id.$': '$.id' } },
                      'ResultPath': '$.payment',
                      'Retry': [
                        { 'ErrorEquals': ['Busy', 'Slow'], 'IntervalSeconds': 2, 'MaxAttempts': 3, 'BackoffRate': 3,
                          'MaxDelaySeconds': 10 },
                        { 'ErrorEquals': ['Busy', 'Odd'], 'MaxAttempts': 1 }
                      ],
                      'Catch': [
                        { 'ErrorEquals': ['Declined', 'Expired'], 'ResultPath': '$.problem', 'Next': 'No card' },
                        { 'ErrorEquals': ['States.ALL'], 'ResultPath': null, 'Next': 'Mail' }
                      ],
                      'Next': 'Ship'
                    },
                    'Ship': { 'Type': 'Pass', 'Next': 'Done' },
                    'Done': { 'Type': 'Succeed' },
                    'No card': { 'Type': 'Fail', 'Error': 'NoCard', 'Cause': 'The card is no good.' },
                    'Mail': {
                      'Type': 'Task',
                      'Resource': 'arn:aws:states:::sns:publish',
                      'Parameters': { 'TopicArn': 'arn:aws:sns:eu-west-1:123456789012:t', 'Message.$': '$.id' },
                      'ResultPath': null,
                      'Next': 'Sorry'
                    },
                    'Sorry': { 'Type': 'Fail', 'Error': 'Sorry' }
                  }
                }
                """,
                charge(tasks -> tasks.mock("Charge").returns("{'receipt': 1}")),
                charge(tasks -> tasks.mock("Charge").fails("Busy").times(2).thenReturns("{'receipt': 1}")),
                charge(tasks -> tasks.mock("Charge").fails("Busy").times(3).thenReturns("{'receipt': 1}")),
                charge(tasks -> tasks.mock("Charge").fails("Slow").times(1).thenReturns("{'receipt': 1}")),
                charge(tasks -> tasks.mock("Charge").fails("Odd").times(1).thenReturns("{'receipt': 1}")),
                charge(tasks -> tasks.mock("Charge").fails("Busy").always()),
                charge(tasks -> tasks.mock("Charge").fails("Slow").always()),
                charge(tasks -> tasks.mock("Charge").fails("Odd").always()),
                charge(tasks -> tasks.mock("Charge").fails("Declined").always()),
                charge(tasks -> tasks.mock("Charge").fails("Expired").always()),
                charge(tasks -> tasks.mock("Charge").fails("Other").always()));
    }

    private static Scenario charge(Consumer<TaskMocks> mocks) {
        return new Scenario("{'id': 'o-1'}", tasks -> {
            mocks.accept(tasks);
            tasks.mock("Mail").returns("{'MessageId': 'm-1'}").always();
        });
    }

    private static Machine data() {
        return machine(
                """
                {
                  'StartAt': 'Prepare',
                  'States': {
                    'Prepare': {
                      'Type': 'Pass',
                      'Parameters': { 'id.$': '$.id', 'kind': 'card', 'order id': 7 },
                      'ResultPath': '$.order',
                      'Assign': { 'id.$': '$.id' },
                      'Next': 'Charge'
                    },
                    'Charge': {
                      'Type': 'Task',
                      'Resource': 'arn:aws:states:::lambda:invoke',
                      'InputPath': '$.order',
                      'Parameters': { 'FunctionName': 'charge', 'Payload': { 'id.$': '$.id', 'of.$': '$' } },
                      'ResultSelector': { 'receipt.$': '$.Payload.receipt', 'fee.$': '$.Payload.fee' },
                      'ResultPath': '$.payment',
                      'OutputPath': '$.payment',
                      'Assign': { 'receipt.$': '$.Payload.receipt' },
                      'Next': 'Report'
                    },
                    'Report': {
                      'Type': 'Pass',
                      'Parameters': { 'id.$': '$id', 'receipt.$': '$receipt' },
                      'End': true
                    }
                  }
                }
                """,
                new Scenario("{'id': 'o-1', 'more': true}", tasks -> tasks.mock("Charge")
                        .returns("{'receipt': 'r-1', 'fee': 2}")
                        .always()));
    }

    private static Machine machineTimeout() {
        return machine(
                """
                {
                  'StartAt': 'Pause',
                  'TimeoutSeconds': 10,
                  'States': {
                    'Pause': { 'Type': 'Wait', 'SecondsPath': '$.seconds', 'Next': 'Done' },
                    'Done': { 'Type': 'Succeed' }
                  }
                }
                """,
                Scenario.of("{'seconds': 60}"),
                Scenario.of("{'seconds': 5}"));
    }

    private static Machine taskTimes() {
        return machine(
                """
                {
                  'StartAt': 'Approve',
                  'States': {
                    'Approve': {
                      'Type': 'Task',
                      'Resource': 'arn:aws:states:::sqs:sendMessage.waitForTaskToken',
                      'Parameters': {
                        'QueueUrl': 'https://sqs.eu-west-1.amazonaws.com/123456789012/q',
                        'MessageBody': { 'token.$': '$$.Task.Token' }
                      },
                      'HeartbeatSeconds': 30,
                      'Next': 'Pause'
                    },
                    'Pause': { 'Type': 'Wait', 'Seconds': 5, 'Next': 'Book' },
                    'Book': {
                      'Type': 'Task',
                      'Resource': 'arn:aws:states:::lambda:invoke',
                      'Parameters': { 'FunctionName': 'book', 'Payload': { 'a': 1 } },
                      'TimeoutSeconds': 20,
                      'End': true
                    }
                  }
                }
                """,
                new Scenario("{}", tasks -> {
                    tasks.mock("Approve").neverAnswers();
                    tasks.mock("Book").returns("1").always();
                }),
                new Scenario("{}", tasks -> {
                    tasks.mock("Approve").returns("{'ok': true}").always();
                    tasks.mock("Book")
                            .returns("1")
                            .after(Duration.ofSeconds(25))
                            .always();
                }),
                new Scenario("{}", tasks -> {
                    tasks.mock("Approve").returns("{'ok': true}").always();
                    tasks.mock("Book").returns("1").always();
                }));
    }

    private static Machine inlineMap() {
        return machine(
                """
                {
                  'StartAt': 'Each',
                  'States': {
                    'Each': {
                      'Type': 'Map',
                      'ItemsPath': '$.items',
                      'ItemSelector': { 'item.$': '$$.Map.Item.Value', 'n.$': '$$.Map.Item.Index' },
                      'MaxConcurrency': 1,
                      'ResultPath': '$.packed',
                      'ItemProcessor': {
                        'StartAt': 'Pack',
                        'States': {
                          'Pack': {
                            'Type': 'Task',
                            'Resource': 'arn:aws:states:::lambda:invoke',
                            'Parameters': { 'FunctionName': 'pack', 'Payload.$': '$' },
                            'OutputPath': '$.Payload',
                            'End': true
                          }
                        }
                      },
                      'Next': 'Both'
                    },
                    'Both': {
                      'Type': 'Parallel',
                      'Branches': [
                        { 'StartAt': 'One', 'States': { 'One': { 'Type': 'Pass', 'Result': 1, 'End': true } } },
                        { 'StartAt': 'Two', 'States': { 'Two': { 'Type': 'Wait', 'Seconds': 2, 'End': true } } }
                      ],
                      'ResultPath': '$.both',
                      'End': true
                    }
                  }
                }
                """,
                new Scenario("{'items': [5, 6]}", tasks -> tasks.mock("Pack")
                        .returns("{'done': true}")
                        .after(Duration.ofSeconds(1))
                        .always()));
    }

    private static Machine distributedMap() {
        return machine(
                """
                {
                  'StartAt': 'Import',
                  'States': {
                    'Import': {
                      'Type': 'Map',
                      'ItemsPath': '$.items',
                      'ToleratedFailureCount': 1,
                      'ItemProcessor': {
                        'ProcessorConfig': { 'Mode': 'DISTRIBUTED', 'ExecutionType': 'STANDARD' },
                        'StartAt': 'Store',
                        'States': {
                          'Store': {
                            'Type': 'Task',
                            'Resource': 'arn:aws:states:::lambda:invoke',
                            'Parameters': { 'FunctionName': 'store', 'Payload.$': '$' },
                            'OutputPath': '$.Payload',
                            'End': true
                          }
                        }
                      },
                      'ResultPath': '$.stored',
                      'Next': 'Done'
                    },
                    'Done': { 'Type': 'Succeed' }
                  }
                }
                """,
                rows("{'items': [5, 6, 7, 8]}"),
                rows("{'items': [-1, 6, 7, 8]}"),
                rows("{'items': [-1, -2, 7, 8]}"),
                rows("{'items': [-1, -2, -3, 8]}"));
    }

    private static Scenario rows(String input) {
        return new Scenario(input, tasks -> {
            tasks.mock("Store")
                    .whenInput(input1 -> input1.path("Payload").asInt() < 0)
                    .fails("Negative")
                    .always();
            tasks.mock("Store")
                    .returns("{'stored': true}")
                    .after(Duration.ofSeconds(1))
                    .always();
        });
    }

    private static Machine jsonata() {
        return machine(
                """
                {
                  'QueryLanguage': 'JSONata',
                  'StartAt': 'Rate',
                  'States': {
                    'Rate': {
                      'Type': 'Task',
                      'Resource': 'arn:aws:states:::lambda:invoke',
                      'Arguments': { 'FunctionName': 'rate', 'Payload': { 'of': '{% $states.input.currency %}' } },
                      'Output': { 'rate': '{% $states.result.Payload.rate %}', 'total': '{% $states.input.total %}' },
                      'Assign': { 'currency': '{% $states.input.currency %}' },
                      'Catch': [{
                        'ErrorEquals': ['States.ALL'],
                        'Output': { 'rate': 0, 'total': '{% $states.input.total %}' },
                        'Assign': { 'currency': 'none' },
                        'Next': 'Large?'
                      }],
                      'Next': 'Large?'
                    },
                    'Large?': {
                      'Type': 'Choice',
                      'Choices': [
                        { 'Condition': '{% $states.input.total >= 100 and $states.input.rate > 0 %}', 'Next': 'Review' },
                        { 'Condition': '{% $currency = \\"none\\" or $states.input.total < 0 %}', 'Next': 'Odd',
                          'Assign': { 'odd': true }, 'Output': { 'odd': '{% $states.input.total %}' } }
                      ],
                      'Default': 'Done'
                    },
                    'Review': { 'Type': 'Wait', 'Seconds': 60, 'Next': 'Done' },
                    'Odd': { 'Type': 'Pass', 'Output': { 'odd': '{% $odd %}', 'in': '{% $states.input %}' }, 'End': true },
                    'Done': { 'Type': 'Pass', 'Output': { 'currency': '{% $currency %}' }, 'End': true }
                  }
                }
                """,
                rated(200, 2),
                rated(100, 2),
                rated(20, 2),
                rated(200, 0),
                rated(0, 0),
                rated(-1, 2),
                new Scenario(
                        "{'currency': 'EUR', 'total': 20}",
                        tasks -> tasks.mock("Rate").fails("Down").always()),
                new Scenario(
                        "{'currency': 'EUR', 'total': 200}",
                        tasks -> tasks.mock("Rate").fails("Down").always()));
    }

    private static Scenario rated(int total, int rate) {
        return new Scenario(
                "{'currency': 'EUR', 'total': " + total + "}",
                tasks -> tasks.mock("Rate").returns("{'rate': " + rate + "}").always());
    }
}
