package io.github.stepunit.junit5;

import io.github.stepunit.fault.Fault;
import java.lang.reflect.Method;
import org.junit.jupiter.api.extension.ExtensionConfigurationException;

/** Every message of {@link FaultSweep}. Golden: FaultSweepTest. */
final class FaultSweepErrors {

    private FaultSweepErrors() {}

    static ExtensionConfigurationException badSweep(Method method, IllegalArgumentException refused) {
        return new ExtensionConfigurationException(
                "@FaultSweep of " + name(method) + ": " + refused.getMessage(), refused);
    }

    static ExtensionConfigurationException noScenario(Method method, String scenario) {
        return new ExtensionConfigurationException("@FaultSweep of " + name(method) + " names the scenario `" + scenario
                + "`, but " + method.getDeclaringClass().getSimpleName() + " has no method of that name."
                + "\n  do      write it: Execution " + scenario + "(StateMachine machine).");
    }

    static ExtensionConfigurationException scenarioStartsNothing(Method method, String scenario) {
        return new ExtensionConfigurationException("The scenario `" + scenario + "` of " + name(method)
                + " starts no execution.\n  do      let it start one, and return it.");
    }

    static String leftOut(int left, int max) {
        return (left == 1 ? "1 more fault was" : left + " more faults were") + " not tried: the sweep may have " + max
                + (max == 1 ? " run." : " runs.") + " Raise `max`, or choose with `states`, `errors`, `kinds`.";
    }

    static String cannotGoOn(RuntimeException departed) {
        // Its first sentence; how the execution stands, it shows itself.
        String complaint = String.valueOf(departed.getMessage()).split("(?<=\\.) ", 2)[0];
        return "With this fault the test cannot go on: " + complaint
                + " What it started ends as its definition promises. To assert more, take the Execution as a parameter, and"
                + " steer it in a method of its own: @FaultSweep(scenario = \"…\").";
    }

    /** What broke a run whose own assertions, or whose scenario, failed. */
    static String failedWith(Fault fault) {
        return "In this run of the sweep one thing went wrong, and the test did not pass."
                + "\n  fault    " + fault
                + "\n  state    " + fault.statePath() + (fault.visit() == 1 ? "" : ", visit " + fault.visit())
                + "\n  attempt  " + (fault.isAtEveryAttempt() ? "each one, until its Retry gives up" : "1")
                + (fault.error().isEmpty() ? "" : "\n  error    " + fault.error())
                + "\n  again    @FaultSweep(states = \"" + fault.statePath() + "\", kinds = FaultKind." + fault.kind()
                + ")";
    }

    private static String name(Method method) {
        return method.getDeclaringClass().getSimpleName() + "." + method.getName();
    }
}
