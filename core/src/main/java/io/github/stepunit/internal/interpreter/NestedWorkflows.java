package io.github.stepunit.internal.interpreter;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.stepunit.definition.StateMachineType;
import io.github.stepunit.definition.TaskResource;
import io.github.stepunit.json.InvalidJsonException;
import io.github.stepunit.json.JsonText;
import io.github.stepunit.task.TaskHandler.Precedence;
import io.github.stepunit.task.TaskOutcome;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Does for Tasks what the Step Functions API does: starts registered state machines, on the clock of the Task. */
final class NestedWorkflows {

    /** How many executions may have started one another; StepUnit's own limit. */
    static final int DEEPEST = 1_000;

    /** As the API documents it, beside control characters. */
    private static final Pattern NAME =
            Pattern.compile("[^\\s<>{}\\[\\]?*\"#%\\\\^|~`$&,;:/\\p{Cntrl}]{1,80}", Pattern.UNICODE_CHARACTER_CLASS);

    private final StateMachineRegistry registry;
    /** The Standard ones, whose names are unique. */
    private final Map<String, NestedExecution> byArn = new HashMap<>();

    private long made;

    NestedWorkflows(StateMachineRegistry registry) {
        this.registry = registry;
    }

    /** An execution by that name exists, though no Task has started it. */
    void exists(ExecutionRun root) {
        NestedExecution known = new NestedExecution(root);
        known.startedAs(root);
        byArn.put(root.settings().executionArn(), known);
    }

    /** Whether a Task of that resource could be one that {@link #take} takes; asked once, when the machine is planned. */
    static boolean mayConcern(TaskResource resource) {
        return StartCall.of(resource) != null || SentTokens.mayConcern(resource);
    }

    /** Starts what the Task asks for; null when it asks for nothing of the kind, or its handler is to answer. */
    @Nullable
    NestedTask take(TaskCall task) {
        StartCall call = StartCall.of(task.resource());
        if (call == null) {
            return SentTokens.take(task);
        }
        Precedence precedence = task.precedence();
        if (precedence == Precedence.BEFORE_STATE_MACHINE) {
            return null;
        }
        String arn = task.parameters().path("StateMachineArn").asText();
        RegisteredMachine machine = registry.find(arn);
        if (machine != null) {
            return start(call, task, machine);
        }
        return registry.isClosed() && precedence == Precedence.NO_ANSWER ? refuse(task, noMachine(arn)) : null;
    }

    private static StartRefusal noMachine(String arn) {
        return arn.startsWith("arn:")
                ? new StartRefusal("StateMachineDoesNotExist", "State Machine Does Not Exist: '" + arn + "'")
                : new StartRefusal("InvalidArn", "Invalid Arn: 'Invalid ARN prefix: " + arn + "'");
    }

    private NestedTask refuse(TaskCall task, StartRefusal refusal) {
        return NestedTask.of(refusal.outcome(task.resource(), nextId(task)));
    }

    private NestedTask start(StartCall call, TaskCall task, RegisteredMachine machine) {
        boolean express = machine.identity().type() == StateMachineType.EXPRESS;
        if (call == StartCall.SYNCHRONOUS ? !express : express && call.awaitsEnd()) {
            return refuse(
                    task,
                    new StartRefusal(
                            "StateMachineTypeNotSupported",
                            "This operation is not supported by this type of state machine"));
        }
        String name = nameFor(task);
        if (!NAME.matcher(name).matches()) {
            return refuse(task, new StartRefusal("InvalidName", "Invalid Name: '" + name + "'"));
        }
        JsonNode input;
        try {
            input = inputOf(task);
        } catch (InvalidJsonException notJson) {
            return refuse(task, invalidInput(task, notJson));
        }
        String arn = executionArn(machine, name, task);
        NestedExecution known = byArn.get(arn);
        if (known != null && !isSame(known.run(), input)) {
            return refuse(task, new StartRefusal("ExecutionAlreadyExists", "Execution Already Exists: '" + arn + "'"));
        }
        return task(call, task, known == null ? start(task, machine, name, arn, input) : known);
    }

    private static StartRefusal invalidInput(TaskCall task, InvalidJsonException notJson) {
        boolean isEmpty = task.parameters().path("Input").asText().isEmpty();
        return new StartRefusal(
                "InvalidExecutionInput",
                "Invalid State Machine Execution Input: '"
                        + (isEmpty ? "Invalid execution input." : notJson.getMessage()) + "'");
    }

    /** StartExecution is idempotent while the execution of that name runs with the same input. */
    private static boolean isSame(ExecutionRun known, JsonNode input) {
        return !known.hasEnded() && known.input().equals(input);
    }

    private String nameFor(TaskCall task) {
        JsonNode name = task.parameters().path("Name");
        return name.isMissingNode() || name.isNull() ? nextId(task) : name.asText();
    }

    /** Text is taken as it is, anything else as the JSON that it is; none is {@code {}}. */
    private static JsonNode inputOf(TaskCall task) {
        JsonNode input = task.parameters().path("Input");
        if (input.isMissingNode() || input.isNull()) {
            return JsonNodeFactory.instance.objectNode();
        }
        return input.isTextual() ? JsonText.parse(input.textValue()) : JsonText.withoutText(input);
    }

    private String executionArn(RegisteredMachine machine, String name, TaskCall task) {
        String arn = machine.identity().executionArn(name);
        return machine.identity().type() == StateMachineType.EXPRESS
                ? arn.substring(0, arn.lastIndexOf(':') + 1) + nextId(task)
                : arn;
    }

    private NestedExecution start(TaskCall task, RegisteredMachine machine, String name, String arn, JsonNode input) {
        ExecutionRun parent = task.visit().run();
        if (parent.depth() >= DEEPEST) {
            throw new TooDeeplyNestedException(parent);
        }
        Instant now = parent.now();
        RunSettings settings = new RunSettings(
                machine.identity(),
                name,
                arn,
                machine.roleArn(),
                now,
                parent.settings().seed(),
                machine.limits(),
                machine.redundantDelivery());
        NestedExecution started = new NestedExecution(parent);
        started.startedAs(parent.startChild(
                machine.planned(),
                settings,
                input,
                machine.tasks(),
                new Origin(parent, task.visit().fullPath(), null),
                started::ended));
        if (machine.identity().type() == StateMachineType.STANDARD) {
            byArn.put(arn, started);
        }
        parent.addNested(task.visit().path(), started.run());
        return started;
    }

    private NestedTask task(StartCall call, TaskCall task, NestedExecution nested) {
        Instant now = task.now();
        ObjectNode started = StartAnswers.started(task.resource(), nested.run(), now, nextId(task));
        if (call.awaitsEnd()) {
            return new NestedTask(StartAnswers.awaiting(started), nested, ended -> StartAnswers.ended(call, ended));
        }
        return NestedTask.of(
                call == StartCall.CALLBACK
                        ? TaskOutcome.answerByHand().submittedWith(started)
                        : TaskOutcome.succeed(started));
    }

    /** The same in every run. */
    private String nextId(TaskCall task) {
        String source = task.visit().run().settings().executionArn() + "/"
                + task.visit().path() + "#" + ++made;
        return UUID.nameUUIDFromBytes(source.getBytes(StandardCharsets.UTF_8)).toString();
    }
}
