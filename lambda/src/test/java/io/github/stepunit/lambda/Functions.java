package io.github.stepunit.lambda;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestHandler;
import com.amazonaws.services.lambda.runtime.RequestStreamHandler;
import com.amazonaws.services.lambda.runtime.events.SNSEvent;
import com.amazonaws.services.lambda.runtime.events.SQSEvent;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Functions of all kinds, as a team writes them for Lambda. */
public final class Functions {

    private Functions() {}

    public record Order(String orderId, int total) {}

    public record Receipt(String receipt) {}

    public static class CardDeclined extends RuntimeException {

        private static final long serialVersionUID = 1L;

        public CardDeclined(String message, Throwable cause) {
            super(message, cause);
        }
    }

    public static class Charge implements RequestHandler<Order, Receipt> {

        @Override
        public Receipt handleRequest(Order order, Context context) {
            if (order.total() > 100) {
                throw new CardDeclined("No funds", new IllegalStateException());
            }
            return new Receipt("r-" + order.orderId());
        }
    }

    /** Says its types two classes up, and through an interface of its own. */
    public abstract static class Base<T> implements Step<T> {}

    public interface Step<S> extends RequestHandler<S, Integer> {}

    public static class Count extends Base<List<Order>> {

        @Override
        public Integer handleRequest(List<Order> orders, Context context) {
            return orders.stream().mapToInt(Order::total).sum();
        }
    }

    public static class Echo implements RequestStreamHandler {

        @Override
        public void handleRequest(InputStream input, OutputStream output, Context context) throws IOException {
            input.transferTo(output);
        }
    }

    public static class Queue implements RequestHandler<SQSEvent, String> {

        @Override
        public String handleRequest(SQSEvent event, Context context) {
            return event.getRecords().get(0).getBody();
        }
    }

    public static class Topic implements RequestHandler<SNSEvent, String> {

        @Override
        public String handleRequest(SNSEvent event, Context context) {
            return event.getRecords().get(0).getSNS().getMessage();
        }
    }

    public static class Describe implements RequestHandler<Map<String, Object>, List<String>> {

        @Override
        public List<String> handleRequest(Map<String, Object> input, Context context) {
            context.getLogger().log("described");
            List<String> all = new ArrayList<>(List.of(
                    context.getAwsRequestId(),
                    context.getFunctionName(),
                    context.getFunctionVersion(),
                    context.getInvokedFunctionArn(),
                    context.getLogGroupName(),
                    context.getLogStreamName()));
            all.add(context.getRemainingTimeInMillis() + " ms");
            all.add(context.getMemoryLimitInMB() + " MB");
            return all;
        }
    }

    public static class Methods {

        public Receipt charge(Order order) {
            return new Receipt("short-" + order.orderId());
        }

        public Receipt charge(Order order, Context context) {
            return new Receipt(context.getFunctionName() + "-" + order.orderId());
        }

        public static Map<String, Object> merge(Map<String, Object> input) {
            return Map.of("merged", input);
        }

        public void nothing(String text) {}

        public int twice(int number) {
            return number * 2;
        }

        public String now(Context context) {
            return context.getFunctionName();
        }

        public void streams(InputStream input, OutputStream output) throws IOException {
            output.write(("\"" + input.readAllBytes().length + "\"").getBytes(StandardCharsets.UTF_8));
        }

        public void read(InputStream input) throws IOException {
            throw new IOException("read " + input.readAllBytes().length);
        }

        public String odd(String one, String two) {
            return one + two;
        }
    }
}
