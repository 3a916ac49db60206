package io.github.stepunit.benchmarks;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.function.IntFunction;

/** Writes the definitions of the workloads. */
final class Definitions {

    private static final String FUNCTION = "arn:aws:lambda:us-east-1:123456789012:function:";

    private Definitions() {}

    /** A chain of Pass states, each of which puts a small result at {@code $.last}. */
    static ObjectNode linear(String prefix, int states) {
        return chain(prefix, states, i -> {
            ObjectNode pass = state("Pass");
            pass.putObject("Result").put("i", i);
            return pass.put("ResultPath", "$.last");
        });
    }

    /** Counts {@code $.i} up to {@code $.n}. */
    static ObjectNode loop() {
        ObjectNode choice = state("Choice").put("Default", "Done");
        choice.putArray("Choices")
                .addObject()
                .put("Variable", "$.i")
                .put("NumericLessThanPath", "$.n")
                .put("Next", "Inc");
        ObjectNode increment = state("Pass").put("Next", "Test");
        increment.putObject("Parameters").put("i.$", "States.MathAdd($.i, 1)").put("n.$", "$.n");
        ObjectNode machine = machine("Test");
        states(machine).set("Test", choice);
        states(machine).set("Inc", increment);
        states(machine).set("Done", state("Succeed"));
        return machine;
    }

    static ObjectNode mapOfPass() {
        ObjectNode pass = state("Pass").put("End", true);
        pass.putObject("Parameters").put("v.$", "States.MathAdd($.v, 1)").put("s.$", "$.s");
        return map("P", pass);
    }

    static ObjectNode mapOfTasks() {
        return map("Work", state("Task").put("Resource", FUNCTION + "work").put("End", true));
    }

    private static ObjectNode map(String name, ObjectNode inner) {
        ObjectNode processor = machine(name);
        processor.putObject("ProcessorConfig").put("Mode", "INLINE");
        states(processor).set(name, inner);
        ObjectNode map = state("Map").put("ItemsPath", "$.items").put("End", true);
        map.set("ItemProcessor", processor);
        return only("M", map);
    }

    /** A Distributed Map over a mocked Task, whose results are dropped. */
    static ObjectNode distributedMap(int batch) {
        ObjectNode machine =
                map("Work", state("Task").put("Resource", FUNCTION + "work").put("End", true));
        ObjectNode map = (ObjectNode) states(machine).get("M");
        map.putNull("ResultPath").put("ToleratedFailurePercentage", 5);
        if (batch > 1) {
            map.putObject("ItemBatcher").put("MaxItemsPerBatch", batch);
        }
        ((ObjectNode) map.get("ItemProcessor"))
                .putObject("ProcessorConfig")
                .put("Mode", "DISTRIBUTED")
                .put("ExecutionType", "STANDARD");
        return machine;
    }

    static ObjectNode parallel(int branches, int states) {
        ObjectNode parallel = state("Parallel").put("End", true);
        for (int i = 0; i < branches; i++) {
            parallel.withArray("Branches").add(linear("S" + i + "_", states));
        }
        return only("P", parallel);
    }

    /** A Task with a Retrier and a Catcher, and a Choice that looks at its result. */
    static ObjectNode retry() {
        ObjectNode call = state("Task").put("Resource", FUNCTION + "flaky").put("ResultPath", "$.r");
        ObjectNode retrier = call.putArray("Retry").addObject();
        retrier.putArray("ErrorEquals").add("Transient");
        retrier.put("IntervalSeconds", 1).put("MaxAttempts", 3).put("BackoffRate", 2.0);
        ObjectNode catcher = call.putArray("Catch").addObject();
        catcher.putArray("ErrorEquals").add("States.ALL");
        catcher.put("ResultPath", "$.error").put("Next", "Failed");
        ObjectNode check = state("Choice").put("Default", "Failed");
        check.putArray("Choices")
                .addObject()
                .put("Variable", "$.r.ok")
                .put("BooleanEquals", true)
                .put("Next", "Done");
        ObjectNode machine = machine("Call");
        states(machine).set("Call", call.put("Next", "Check"));
        states(machine).set("Check", check);
        states(machine).set("Done", state("Succeed"));
        states(machine).set("Failed", state("Fail").put("Error", "Nope").put("Cause", "it failed"));
        return machine;
    }

    /** States that carry {@code $.data} on, and by turns build a new object around it and put one into it. */
    static ObjectNode payload(int states) {
        return chain("S", states, k -> {
            ObjectNode pass = state("Pass");
            if (k % 2 == 0) {
                pass.putObject("Parameters").put("data.$", "$.data").put("k", k);
            } else {
                pass.putObject("Parameters")
                        .put("len.$", "States.ArrayLength($.data.items)")
                        .put("k", k);
                pass.put("ResultPath", "$.info");
            }
            return pass;
        });
    }

    static ObjectNode tiny() {
        ObjectNode pass = state("Pass").put("End", true);
        pass.putObject("Result").put("ok", true);
        return only("A", pass);
    }

    private static ObjectNode chain(String prefix, int length, IntFunction<ObjectNode> stateAt) {
        ObjectNode machine = machine(prefix + 0);
        for (int i = 0; i < length; i++) {
            ObjectNode state = stateAt.apply(i);
            if (i < length - 1) {
                state.put("Next", prefix + (i + 1));
            } else {
                state.put("End", true);
            }
            states(machine).set(prefix + i, state);
        }
        return machine;
    }

    private static ObjectNode only(String name, ObjectNode state) {
        ObjectNode machine = machine(name);
        states(machine).set(name, state);
        return machine;
    }

    private static ObjectNode machine(String startAt) {
        ObjectNode machine = JsonNodeFactory.instance.objectNode().put("StartAt", startAt);
        machine.putObject("States");
        return machine;
    }

    private static ObjectNode states(ObjectNode machine) {
        return (ObjectNode) machine.get("States");
    }

    private static ObjectNode state(String type) {
        return JsonNodeFactory.instance.objectNode().put("Type", type);
    }
}
