package io.github.stepunit.lambda;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import com.amazonaws.services.lambda.runtime.RequestHandler;
import io.github.stepunit.lambda.Functions.Methods;
import io.github.stepunit.lambda.Functions.Order;
import io.github.stepunit.lambda.Functions.Receipt;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;

/** The messages, as golden text. */
class LambdaErrorsTest {

    private static String message(ThrowingCallable call) {
        return String.valueOf(catchThrowable(call).getMessage());
    }

    @Test
    void names() {
        assertThat(message(() -> LambdaFunction.of("Handler::")))
                .isEqualTo(
                        """
                        `Handler::` names no handler.
                          do      write it as Lambda's configuration has it: com.example.Handler or com.example.Handler::method.""");
        assertThat(message(() -> LambdaFunction.of("com.example.Missing::handle")))
                .isEqualTo(
                        """
                        There is no class com.example.Missing, which the handler `com.example.Missing::handle` names.
                          do      correct the name, or add the module of the function to the class path of the tests.""");
        assertThat(message(() -> LambdaFunction.of("io.github.stepunit.lambda.Functions$Methods")))
                .isEqualTo(
                        """
                        io.github.stepunit.lambda.Functions$Methods is neither a RequestHandler nor a RequestStreamHandler.
                          do      name its method: LambdaFunction.of(new Methods(), "handle").""");
    }

    @Test
    void constructors() {
        assertThat(message(() -> LambdaFunction.of("io.github.stepunit.lambda.LambdaFunctionTest$Hidden")))
                .isEqualTo(
                        """
                        io.github.stepunit.lambda.LambdaFunctionTest$Hidden cannot be made: it has no public constructor without parameters, which Lambda needs too.
                          do      make one, or give an instance of your own: LambdaFunction.of(new Hidden(…)).""");
        assertThat(message(() -> LambdaFunction.of("io.github.stepunit.lambda.LambdaErrorsTest$Broken")))
                .isEqualTo(
                        """
                        The constructor of io.github.stepunit.lambda.LambdaErrorsTest$Broken threw java.lang.IllegalStateException: no TABLE_NAME.
                          do      give an instance that is made for the test: LambdaFunction.of(new Broken(…)).""");
    }

    /** Wants its environment. */
    public static final class Broken implements RequestHandler<Order, Receipt> {

        /** Fails. */
        public Broken() {
            throw new IllegalStateException("no TABLE_NAME");
        }

        @Override
        public Receipt handleRequest(Order order, com.amazonaws.services.lambda.runtime.Context context) {
            return new Receipt("never");
        }
    }

    @Test
    void methods() {
        assertThat(message(() -> LambdaFunction.of(new Methods(), "pay")))
                .isEqualTo(
                        """
                        io.github.stepunit.lambda.Functions$Methods has no public method pay.
                          do      let it take (InputStream, OutputStream, Context) or parts of that, or any one type and Context.""");
        assertThat(message(() -> LambdaFunction.of(new Methods(), "odd")))
                .isEqualTo(
                        """
                        io.github.stepunit.lambda.Functions$Methods has no method odd that Lambda can call. There is: odd(String, String).
                          do      let it take (InputStream, OutputStream, Context) or parts of that, or any one type and Context.""");
    }

    @Test
    void types() {
        RequestHandler<Order, Receipt> handler = (order, context) -> new Receipt("r");

        assertThat(message(() -> LambdaFunction.of(handler)))
                .startsWith("Nothing says which types the handler io.github.stepunit.lambda.LambdaErrorsTest$$Lambda")
                .endsWith("\n  do      name them: LambdaFunction.of(handler, Order.class, Receipt.class).");
    }

    @Test
    void timeouts() {
        LambdaFunction function = LambdaFunction.of(new Functions.Charge());

        assertThat(message(() -> function.withTimeout(java.time.Duration.ofMinutes(16))))
                .isEqualTo("Lambda lets a function run for 1 second to 15 minutes, but the timeout is PT16M.");
        assertThat(message(() -> function.taking(java.time.Duration.ofMillis(-1))))
                .isEqualTo("A function cannot take a negative time, but should take PT-0.001S.");
    }
}
