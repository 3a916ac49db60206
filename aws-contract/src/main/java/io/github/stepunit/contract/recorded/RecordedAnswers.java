package io.github.stepunit.contract.recorded;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.stepunit.contract.recorded.StatePaths.InChild;
import io.github.stepunit.definition.MapState;
import io.github.stepunit.definition.StateMachineDefinition;
import io.github.stepunit.task.TaskHandler;
import io.github.stepunit.task.TaskInvocation;
import io.github.stepunit.task.TaskOutcome;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Answers Tasks with what was recorded: per state and Map iteration, attempt by attempt; in a child execution of a Distributed
 * Map with what the recorded child of the same input was answered. For one run.
 */
final class RecordedAnswers implements TaskHandler {

    private final StatePaths paths;
    private final StateMachineDefinition definition;
    private final RecordedChildren recordedChildren;
    private final ChildGaps gaps;
    private final Answers answers;
    /** By the ARN that they have in this run. */
    private final Map<String, Answers> children = new HashMap<>();

    private final Map<String, StatePaths> childPaths = new HashMap<>();
    private final List<AnsweredCall> calls = new ArrayList<>();
    private final Set<String> tokens = new LinkedHashSet<>();

    /** @param paths of the definition */
    RecordedAnswers(
            RecordedExecution recorded,
            StatePaths paths,
            StateMachineDefinition definition,
            ItemProcessors processors,
            ChildGaps gaps) {
        this.paths = paths;
        this.definition = definition;
        this.recordedChildren = RecordedChildren.allBelow(recorded, processors);
        this.gaps = gaps;
        this.answers = new Answers(recorded);
    }

    /** The tokens that the tasks of this run were given. */
    Set<String> tokens() {
        return tokens;
    }

    /** What was asked for, in order. */
    List<AnsweredCall> calls() {
        return calls;
    }

    @Override
    public TaskOutcome handle(TaskInvocation invocation) {
        String token = invocation.taskToken();
        if (token != null) {
            tokens.add(token);
        }
        TaskOutcome answer = next(invocation);
        if (answer == null) {
            throw new NoRecordedAnswerException(invocation);
        }
        calls.add(new AnsweredCall(invocation.stateName(), invocation.statePath(), invocation.resource(), answer));
        return answer;
    }

    private @Nullable TaskOutcome next(TaskInvocation invocation) {
        String state = invocation.stateName();
        InChild inChild = paths.inChild(state, invocation.statePath());
        if (inChild == null) {
            return answers.next(paths.key(state, invocation.statePath()));
        }
        JsonNode child = invocation.context().path("Execution");
        StatePaths inside = childPaths.computeIfAbsent(
                inChild.map().name(),
                name -> new StatePaths(definition.ofProcessor(inChild.map().processor())));
        return children.computeIfAbsent(child.path("Id").asText(), arn -> ofChild(inChild.map(), child.path("Input")))
                .next(inside.key(state, inChild.path()));
    }

    private Answers ofChild(MapState map, JsonNode input) {
        RecordedExecution child = recordedChildren.takeWithInput(map.name(), input);
        if (child == null && gaps.isComplete(map.name())) {
            // What a run cannot give twice, a time or an id, may be in the input.
            child = recordedChildren.takeFirst(map.name());
        }
        if (child == null) {
            throw new NotRecordedException(gaps.reason(map.name()));
        }
        return new Answers(child);
    }

    /** Of one execution, by state and iteration. */
    private static final class Answers {

        private final Map<String, Deque<TaskOutcome>> left = new HashMap<>();

        Answers(RecordedExecution recorded) {
            for (RecordedAnswer answer : recorded.answers()) {
                String key =
                        StatePaths.key(answer.visit().name(), answer.visit().scope());
                left.computeIfAbsent(key, none -> new ArrayDeque<>()).add(answer.outcome());
            }
        }

        @Nullable
        TaskOutcome next(String key) {
            return left.getOrDefault(key, new ArrayDeque<>()).poll();
        }
    }
}
