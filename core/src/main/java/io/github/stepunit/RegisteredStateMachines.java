package io.github.stepunit;

import io.github.stepunit.definition.StateMachineDefinition;
import io.github.stepunit.internal.interpreter.RegisteredMachine;
import io.github.stepunit.internal.interpreter.StateMachineIdentity;
import io.github.stepunit.internal.interpreter.StateMachineRegistry;
import io.github.stepunit.task.TaskHandler;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** What executions of a machine can start: itself, the machines registered with it, and those registered with these. */
final class RegisteredStateMachines implements StateMachineRegistry {

    private static final Pattern ARN =
            Pattern.compile("arn:[^:]+:states:([^:]*):([^:]*):stateMachine:([^:]+)(?::([^:]+))?");

    private final Map<StateMachineIdentity, StateMachine> machines = new LinkedHashMap<>();
    private final boolean closed;

    @SuppressWarnings("ReferenceEquality") // the very same definition, under other settings
    RegisteredStateMachines(StateMachine root) {
        Deque<StateMachine> toAdd = new ArrayDeque<>(List.of(root));
        closed = !root.stateMachines().isEmpty();
        for (StateMachine next = toAdd.poll(); next != null; next = toAdd.poll()) {
            StateMachine known = machines.putIfAbsent(next.identity(), next);
            if (known == null) {
                toAdd.addAll(next.stateMachines());
            } else if (known.definition() != next.definition()) {
                throw new IllegalArgumentException("Two different state machines are called " + next.arn()
                        + ". Give one of them another name or version: named(…), version(…).");
            }
        }
    }

    /**
     * Lets whatever answers Tasks here check what it has been given answers for.
     *
     * @param root the definition of the machine that is started, as the test knows it
     */
    void tellBeforeStart(StateMachineDefinition root) {
        List<StateMachineDefinition> all = definitions(root);
        for (StateMachine machine : machines.values()) {
            TaskHandler tasks = machine.ownTasks();
            if (tasks != null) {
                tasks.beforeStart(all);
            }
        }
    }

    /** All definitions here, with this one for that of the machine that is started. */
    List<StateMachineDefinition> definitions(StateMachineDefinition root) {
        List<StateMachineDefinition> all = new ArrayList<>(machines.size());
        all.add(root);
        machines.values().stream().skip(1).map(StateMachine::definition).forEach(all::add);
        return all;
    }

    @Override
    public boolean isClosed() {
        return closed;
    }

    @Override
    public @Nullable RegisteredMachine find(String arn) {
        StateMachine machine = machine(arn);
        return machine == null ? null : machine.registered();
    }

    /** The machine with the identity that the ARN gives it; null when there is none. */
    @Nullable
    StateMachine machine(String arn) {
        Matcher matcher = ARN.matcher(arn);
        if (!matcher.matches()) {
            return null;
        }
        String region = matcher.group(1);
        String accountId = matcher.group(2);
        String qualifier = matcher.group(4);
        List<StateMachine> named = called(matcher.group(3), accountId, region);
        StateMachine machine = qualifier == null ? unqualified(named) : qualified(named, qualifier);
        return machine == null ? null : machine.startedBy(accountId, region, qualifier);
    }

    /** Those of the account and region; the definition may have been made for another account than the test's. */
    private List<StateMachine> called(String name, String accountId, String region) {
        List<StateMachine> named = machines.values().stream()
                .filter(machine -> machine.name().equals(name))
                .toList();
        List<StateMachine> there = named.stream()
                .filter(machine -> machine.identity().accountId().equals(accountId)
                        && machine.identity().region().equals(region))
                .toList();
        return there.isEmpty() ? named : there;
    }

    /** What is not a version yet is newer than all versions. */
    private static @Nullable StateMachine unqualified(List<StateMachine> named) {
        return named.stream()
                .max(Comparator.comparingInt(
                        machine -> Objects.requireNonNullElse(machine.identity().version(), Integer.MAX_VALUE)))
                .orElse(null);
    }

    private static @Nullable StateMachine qualified(List<StateMachine> named, String qualifier) {
        List<StateMachine> fitting = new ArrayList<>();
        boolean saysNoVersions = true;
        for (StateMachine machine : named) {
            StateMachineIdentity identity = machine.identity();
            saysNoVersions &= identity.version() == null;
            if (qualifier.equals(identity.alias()) || qualifier.equals(String.valueOf(identity.version()))) {
                fitting.add(machine);
            }
        }
        if (fitting.isEmpty()) {
            // Registered without any version, it stands for all of them.
            return saysNoVersions ? unqualified(named) : null;
        }
        return fitting.get(0);
    }
}
