package io.github.stepunit.contract.cli;

import io.github.stepunit.contract.internal.StepFunctionsArn;
import java.io.PrintWriter;
import java.util.concurrent.Callable;
import org.jspecify.annotations.NullUnmarked;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** What all commands have. */
@Command(mixinStandardHelpOptions = true)
@NullUnmarked // picocli sets the fields
abstract class ContractCommand implements Callable<Integer> {

    /** What the recordings of a command are. */
    static final String RECORDINGS =
            "Files that record or aws stepfunctions get-execution-history wrote, or folders of them.";

    @Spec
    private CommandSpec spec;

    final PrintWriter out() {
        return spec.commandLine().getOut();
    }

    final PrintWriter err() {
        return spec.commandLine().getErr();
    }

    /** To be thrown for a mistake in the command line. */
    final ParameterException wrong(String message) {
        return new ParameterException(spec.commandLine(), message);
    }

    /** Says so before AWS is asked, for which credentials may be missing. */
    final void requireMachine(String machine) {
        boolean fits = !machine.startsWith("arn:")
                || StepFunctionsArn.isOfStateMachine(machine)
                || StepFunctionsArn.isOfExecution(machine);
        if (!fits) {
            throw wrong(machine + " is neither the ARN of a state machine, a version, an alias nor of an execution.");
        }
    }

    static String counted(int number, String noun) {
        return number + " " + noun + (number == 1 ? "" : "s");
    }
}
