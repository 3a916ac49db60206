package io.github.stepunit.rules;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.stepunit.Execution;
import io.github.stepunit.ExecutionStatus;
import io.github.stepunit.StateMachine;
import io.github.stepunit.definition.StateMachineType;
import io.github.stepunit.json.JsonText;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Short forms that let a rule be read as an example: definitions and outcomes as text with single quotes. */
final class Asl {

    private static final Pattern FIRST_NAME = Pattern.compile("\\s*'([^']+)'");

    private Asl() {}

    /** A Standard machine with these states, the first of which it starts at. */
    static StateMachine machine(String states) {
        return StateMachine.of(definition(states));
    }

    static StateMachine express(String states) {
        return StateMachine.of(definition(states), StateMachineType.EXPRESS);
    }

    /** A machine with these fields beside {@code StartAt} and {@code States}. */
    static StateMachine machine(String fields, String states) {
        return StateMachine.of(quoted("{" + fields + ", " + definition(states).substring(1)));
    }

    static String definition(String states) {
        return quoted("{" + graph(states) + "}");
    }

    /** {@code StartAt} and {@code States}, for a branch or an item processor; still with single quotes. */
    static String graph(String states) {
        Matcher first = FIRST_NAME.matcher(states);
        if (!first.lookingAt()) {
            throw new IllegalArgumentException("No state in: " + states);
        }
        return "'StartAt': '" + first.group(1) + "', 'States': {" + states + "}";
    }

    /** A Task state that calls a Lambda function by its ARN: LambdaFunction… events. */
    static String lambda(String name, String fields) {
        return "'" + name + "': {'Type': 'Task', 'Resource': 'arn:aws:lambda:us-east-1:123456789012:function:f', "
                + fields + "}";
    }

    /** A Task state of an optimised integration: Task… events. */
    static String invoke(String name, String fields) {
        return "'" + name + "': {'Type': 'Task', 'Resource': 'arn:aws:states:::lambda:invoke',"
                + " 'Parameters': {'FunctionName': 'f'}, " + fields + "}";
    }

    /** A Task state that waits for its token. */
    static String callback(String name, String fields) {
        return "'" + name + "': {'Type': 'Task', 'Resource': 'arn:aws:states:::lambda:invoke.waitForTaskToken',"
                + " 'Parameters': {'FunctionName': 'f', 'Payload': {'token.$': '$$.Task.Token'}}, " + fields + "}";
    }

    /** A Task state that an activity worker takes up. */
    static String activity(String name, String fields) {
        return "'" + name + "': {'Type': 'Task', 'Resource': 'arn:aws:states:us-east-1:123456789012:activity:a', "
                + fields + "}";
    }

    static String quoted(String text) {
        return text.replace('\'', '"');
    }

    static JsonNode json(String text) {
        return JsonText.parseLenient(text);
    }

    /** Compact text with single quotes. */
    static String text(JsonNode value) {
        return JsonText.writeCompact(value).replace('"', '\'');
    }

    /** The output of an execution that has succeeded. */
    static String output(Execution execution) {
        return text(execution.output());
    }

    /** {@code Error: Cause} of an execution that has failed, without the words that name the state. */
    static String failure(Execution execution) {
        if (execution.status() != ExecutionStatus.FAILED) {
            throw new AssertionError("The execution is " + execution.status() + ":\n" + EventLines.of(execution));
        }
        String cause = String.valueOf(execution.cause())
                .replaceFirst(
                        "^An error occurred while executing the state '.*' \\(entered at the event id #\\d+\\)\\. ",
                        "");
        return execution.error() + ": " + cause;
    }
}
