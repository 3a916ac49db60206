package io.github.stepunit.fault;

import io.github.stepunit.Execution;
import io.github.stepunit.history.ExecutionTree;
import io.github.stepunit.history.Trace;
import io.github.stepunit.history.VirtualTime;
import java.util.Collection;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Every message of fault sweeps but their report. Golden: FaultErrorsTest. */
final class FaultErrors {

    private FaultErrors() {}

    static String badEnd(@Nullable Fault fault, Execution execution, String complaint) {
        return "The execution of `" + execution.stateMachine().name() + "` does not end as its definition promises.\n"
                + faultLine(fault) + "\n  because  " + complaint + "\n\n"
                + ExecutionTree.of(execution.history());
    }

    static String unseen(@Nullable Fault fault) {
        return "Tasks were visited, but the sweep has not seen the execution that did.\n" + faultLine(fault)
                + "\n  do       start executions with the machine that the test is given, or with one made of it.";
    }

    static String faultLine(@Nullable Fault fault) {
        return "  fault    " + (fault == null ? "none: this is the scenario itself" : fault);
    }

    static String stillRunning(Execution execution) {
        return "it has not ended, and stands at " + VirtualTime.offset(execution.duration())
                + "\n  do       run it to its end in the scenario.";
    }

    static String hangs(Execution execution) {
        return "it hangs: nothing ends it before AWS does, after "
                + execution.duration().toDays() + " days"
                + "\n  do       give the Task that is waited for a TimeoutSeconds or HeartbeatSeconds, or the machine a"
                + " TimeoutSeconds.";
    }

    static String endedByExpressLimit() {
        return "it hangs: only the five minutes of an Express workflow end it"
                + "\n  do       give the Task that is waited for a TimeoutSeconds, or the machine a TimeoutSeconds of less"
                + " than 300.";
    }

    static String ofOwnMaking(String error, Trace.@Nullable Uncaught uncaught) {
        return "it fails with " + error + at(uncaught) + ", an error of its own making"
                + "\n  do       let what follows the fault do with the data that there is then.";
    }

    static String unhandled(String error, Trace.@Nullable Uncaught uncaught) {
        return "nothing handles " + error + at(uncaught)
                + "\n  do       add a Catch there, or do not ask that every error is handled.";
    }

    private static String at(Trace.@Nullable Uncaught uncaught) {
        return uncaught == null ? "" : " in `" + uncaught.state() + "`";
    }

    static String nothingToBreak(TaskVisits visits, FaultSettings settings) {
        if (visits.paths().isEmpty()) {
            return "There is nothing that could go wrong: the scenario visits no Task."
                    + "\n  do       let it start the machine with an input that does.";
        }
        StringBuilder text = new StringBuilder("There is nothing that could go wrong: ")
                .append(
                        visits.recorded().isEmpty()
                                ? "the scenario visits none of the states of the sweep."
                                : "no Task of the scenario can fail in a way that the sweep asks for.");
        if (!settings.states().isEmpty()) {
            text.append("\n  states   ").append(quoted(settings.states()));
        }
        if (!settings.errors().isEmpty()) {
            text.append("\n  errors   ").append(quoted(settings.errors()));
        }
        if (settings.kinds().size() < FaultKind.values().length) {
            text.append("\n  kinds    ")
                    .append(settings.kinds().stream()
                            .sorted()
                            .map(FaultKind::name)
                            .collect(Collectors.joining(", ")));
        }
        return text.append("\n  visited  ").append(quoted(visits.paths())).toString();
    }

    private static String quoted(Collection<String> names) {
        return names.stream().map(each -> "`" + each + "`").collect(Collectors.joining(", "));
    }

    static String scenarioFails(Throwable failure) {
        return "The scenario of a fault sweep has to pass without a fault, but fails:\n" + failure.getMessage();
    }

    static String cut(int left, int max) {
        return (left == 1 ? "1 more fault was" : left + " more faults were") + " not tried: the sweep may have " + max
                + (max == 1 ? " run." : " runs.");
    }
}
