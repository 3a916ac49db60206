package io.github.stepunit.coverage;

import io.github.stepunit.Execution;
import io.github.stepunit.StateMachine;
import io.github.stepunit.task.TaskMocks;
import java.util.List;
import java.util.function.Consumer;

/** One machine with what executions have walked of it. */
final class Gathered {

    private final StateMachine machine;
    private final CoverageRecorder recorder = new CoverageRecorder();
    private int tests;

    Gathered(StateMachine machine) {
        this.machine = machine;
        recorder.loaded(machine.definition(), machine.name(), machine.type());
    }

    static Gathered of(String asl) {
        return new Gathered(StateMachine.of(asl).named("machine"));
    }

    Gathered run(String input, Consumer<TaskMocks> script) {
        TaskMocks tasks = new TaskMocks();
        script.accept(tasks);
        return add(machine.withTasks(tasks).start(input));
    }

    Gathered run(String input) {
        return run(input, tasks -> {});
    }

    Gathered add(Execution execution) {
        String name = "Test.t" + tests++;
        recorder.ran(
                machine.definition(),
                machine.name(),
                machine.type(),
                execution.history(),
                new CoveringTest("[test:" + name + "]", name));
        return this;
    }

    CoverageData data() {
        return recorder.snapshot(definition -> null);
    }

    CoverageData dataIn(String file) {
        return recorder.snapshot(definition -> file);
    }

    DefinitionCoverage coverage() {
        return data().definitions().get(0);
    }

    /** {@code "3 /States/A/Next"} for each element that was walked. */
    List<String> walked() {
        return coverage().elements().stream()
                .filter(ElementCoverage::isCovered)
                .map(each -> each.hits() + " " + each.element().id())
                .toList();
    }

    /** The ids of what was not walked. */
    List<String> missing() {
        return coverage().missing().stream().map(each -> each.element().id()).toList();
    }
}
