package io.github.stepunit.contract.cli;

import io.github.stepunit.contract.internal.AwsServer;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.sfn.SfnClient;

/** Runs the command line, and hears what it says. */
final class Console {

    static final Instant NOW = Instant.parse("2025-11-25T00:00:00Z");

    private final @Nullable AwsServer aws;
    private StringWriter out = new StringWriter();
    private StringWriter err = new StringWriter();

    private Console(@Nullable AwsServer aws) {
        this.aws = aws;
    }

    static Console withAws(AwsServer aws) {
        return new Console(aws);
    }

    static Console withoutAws() {
        return new Console(null);
    }

    /** Gives the exit code. */
    int run(String... arguments) {
        out = new StringWriter();
        err = new StringWriter();
        return Main.run(
                new PrintWriter(out, true),
                new PrintWriter(err, true),
                arnOrName -> client(),
                Clock.fixed(NOW, ZoneOffset.UTC),
                arguments);
    }

    private SfnClient client() {
        if (aws == null) {
            throw new AssertionError("asks AWS");
        }
        return aws.client();
    }

    /** What the last command said, without the blanks around it. */
    String out() {
        return out.toString().replace(System.lineSeparator(), "\n").strip();
    }

    /** What the last command complained of, without the blanks around it. */
    String err() {
        return err.toString().replace(System.lineSeparator(), "\n").strip();
    }
}
