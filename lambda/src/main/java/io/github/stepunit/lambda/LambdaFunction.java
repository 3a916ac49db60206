package io.github.stepunit.lambda;

import com.amazonaws.services.lambda.runtime.RequestHandler;
import com.amazonaws.services.lambda.runtime.RequestStreamHandler;
import io.github.stepunit.task.TaskInvocation;
import io.github.stepunit.task.TaskOutcome;
import io.github.stepunit.task.TimedTaskHandler;
import java.lang.reflect.Type;
import java.time.Duration;
import java.util.function.Consumer;
import org.apiguardian.api.API;
import org.jspecify.annotations.Nullable;

/**
 * The team's own Lambda function, run in process when a Task calls it. JSON is read and written by the library of Lambda's
 * Java runtime; what the function throws, its timeout and an answer that is too large become what Step Functions sees on
 * AWS. Immutable.
 *
 * <pre>{@code
 * charge.answers(LambdaFunction.of(new ChargeHandler(payments)));
 * charge.answers(LambdaFunction.of("com.example.ChargeHandler::handleRequest").withTimeout(ofSeconds(10)));
 * }</pre>
 *
 * <p>The function runs on the test's own thread and takes no virtual time, unless it is told: {@link #taking}, the script's
 * {@code after(…)}, or a {@link LambdaClock}.
 */
@API(status = API.Status.EXPERIMENTAL, since = "0.1")
public final class LambdaFunction implements TimedTaskHandler {

    /** The longest that Lambda lets a function have. */
    private static final Duration LONGEST = Duration.ofMinutes(15);

    private static final int DEFAULT_MEMORY = 128;

    private final EntryPoint entryPoint;
    private final Settings settings;

    /** How a function is configured, and what the test says of it. */
    record Settings(
            Duration timeout, int memory, Duration duration, @Nullable LambdaClock clock, Consumer<String> log) {}

    private LambdaFunction(EntryPoint entryPoint, Settings settings) {
        this.entryPoint = entryPoint;
        this.settings = settings;
    }

    static LambdaFunction calling(EntryPoint entryPoint) {
        return new LambdaFunction(
                entryPoint, new Settings(LONGEST, DEFAULT_MEMORY, Duration.ZERO, null, System.out::println));
    }

    /**
     * Takes a handler.
     *
     * @throws IllegalArgumentException when its class does not say the types that it takes and returns, as a lambda
     *     expression does not: {@link #of(RequestHandler, Class, Class)}
     */
    public static LambdaFunction of(RequestHandler<?, ?> handler) {
        return of(handler, handler.getClass());
    }

    /**
     * Takes a handler whose class does not say its types: a lambda expression, a mock.
     *
     * @param input what it takes
     * @param output what it returns
     */
    public static <I, O> LambdaFunction of(RequestHandler<I, O> handler, Class<I> input, Class<O> output) {
        return calling(Handlers.of(handler, input, output));
    }

    /** @param declared the type that says what it takes and returns */
    static LambdaFunction of(RequestHandler<?, ?> handler, Type declared) {
        Type[] types = HandlerTypes.argumentsOf(RequestHandler.class, declared);
        if (types == null) {
            throw LambdaErrors.noTypes(handler.getClass());
        }
        return calling(Handlers.of(handler, types[0], types[1]));
    }

    /** Takes a handler. */
    public static LambdaFunction of(RequestStreamHandler handler) {
        return calling(Handlers.of(handler));
    }

    /**
     * Takes a method.
     *
     * @param instance whose method it is
     * @param method its name; of several, the one that Lambda would choose
     * @throws IllegalArgumentException when there is none that Lambda could call
     */
    public static LambdaFunction of(Object instance, String method) {
        return calling(HandlerMethod.find(instance.getClass(), instance, method));
    }

    /**
     * Makes the handler as Lambda does.
     *
     * @param handler as Lambda's configuration has it: {@code com.example.Handler}, {@code com.example.Handler::method}
     * @throws IllegalArgumentException when there is no such class or method, or it cannot be made
     */
    public static LambdaFunction of(String handler) {
        return Instantiation.load(handler, Thread.currentThread().getContextClassLoader());
    }

    /** The same function, whose configuration lets it run so long; 15 minutes otherwise, as Lambda does at most. */
    public LambdaFunction withTimeout(Duration timeout) {
        if (timeout.isNegative() || timeout.isZero() || timeout.compareTo(LONGEST) > 0) {
            throw new IllegalArgumentException(
                    "Lambda lets a function run for 1 second to 15 minutes, but the timeout is " + timeout + ".");
        }
        return with(new Settings(timeout, settings.memory, settings.duration, settings.clock, settings.log));
    }

    /** The same function with so much memory, which its context tells it; 128 MB otherwise, as by Lambda's default. */
    public LambdaFunction withMemory(int megabytes) {
        return with(new Settings(settings.timeout, megabytes, settings.duration, settings.clock, settings.log));
    }

    /** The same function, which takes so much virtual time. In a script, {@code after(…)} goes before it. */
    public LambdaFunction taking(Duration duration) {
        if (duration.isNegative()) {
            throw new IllegalArgumentException(
                    "A function cannot take a negative time, but should take " + duration + ".");
        }
        return with(new Settings(settings.timeout, settings.memory, duration, settings.clock, settings.log));
    }

    /** The same function, whose virtual time this clock shows; what is spent by it comes to what the function takes. */
    public LambdaFunction withClock(LambdaClock clock) {
        return with(new Settings(settings.timeout, settings.memory, settings.duration, clock, settings.log));
    }

    /** The same function, whose context logs to there; to {@code System.out} otherwise. */
    public LambdaFunction loggingTo(Consumer<String> log) {
        return with(new Settings(settings.timeout, settings.memory, settings.duration, settings.clock, log));
    }

    private LambdaFunction with(Settings newSettings) {
        return new LambdaFunction(entryPoint, newSettings);
    }

    /** Runs the function. */
    @Override
    public TaskOutcome handle(TaskInvocation invocation) {
        return handle(invocation, settings.duration);
    }

    /** Runs the function, which takes so long, beside what its clock spends. */
    @Override
    public TaskOutcome handle(TaskInvocation invocation, Duration duration) {
        return new LambdaCall(entryPoint, settings, invocation, duration).outcome();
    }
}
