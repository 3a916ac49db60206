package io.github.stepunit.lambda;

import com.amazonaws.services.lambda.runtime.ClientContext;
import com.amazonaws.services.lambda.runtime.CognitoIdentity;
import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.LambdaLogger;
import io.github.stepunit.task.LambdaInvoke;
import io.github.stepunit.task.TaskInvocation;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** What a function is told of the call. Everything follows from the invocation, and is the same in every run. */
final class VirtualContext implements Context {

    private static final String FUNCTION = ":function:";

    private final TaskInvocation invocation;
    private final String arn;
    private final int memory;
    private final Supplier<Duration> remaining;
    private final Consumer<String> log;

    VirtualContext(TaskInvocation invocation, int memory, Supplier<Duration> remaining, Consumer<String> log) {
        this.invocation = invocation;
        this.arn = LambdaInvoke.functionArn(invocation);
        this.memory = memory;
        this.remaining = remaining;
        this.log = log;
    }

    @Override
    public String getAwsRequestId() {
        return LambdaInvoke.requestId(invocation);
    }

    @Override
    public String getFunctionName() {
        String qualified = arn.substring(arn.indexOf(FUNCTION) + FUNCTION.length());
        int qualifier = qualified.indexOf(':');
        return qualifier < 0 ? qualified : qualified.substring(0, qualifier);
    }

    @Override
    public String getFunctionVersion() {
        return LambdaInvoke.executedVersion(invocation);
    }

    @Override
    public String getInvokedFunctionArn() {
        return arn;
    }

    @Override
    public String getLogGroupName() {
        return "/aws/lambda/" + getFunctionName();
    }

    /** {@code 2025/01/01/[$LATEST]91016e0ecd0f43dcb1763cba3199cec1}. */
    @Override
    public String getLogStreamName() {
        String day =
                LocalDate.ofInstant(invocation.now(), ZoneOffset.UTC).toString().replace('-', '/');
        return day + "/[" + getFunctionVersion() + "]" + getAwsRequestId().replace("-", "");
    }

    /** Step Functions sends none. */
    @Override
    public @Nullable CognitoIdentity getIdentity() {
        return null;
    }

    /** Not passed on. */
    @Override
    public @Nullable ClientContext getClientContext() {
        return null;
    }

    @Override
    public int getRemainingTimeInMillis() {
        return Math.toIntExact(Math.max(0, remaining.get().toMillis()));
    }

    @Override
    public int getMemoryLimitInMB() {
        return memory;
    }

    @Override
    public LambdaLogger getLogger() {
        return new LambdaLogger() {
            @Override
            public void log(String message) {
                log.accept(message);
            }

            @Override
            public void log(byte[] message) {
                log.accept(new String(message, StandardCharsets.UTF_8));
            }
        };
    }

    /** As messages of mocks show it: a test knows it by its function. */
    @Override
    public String toString() {
        return "Context[" + getFunctionName() + "]";
    }
}
