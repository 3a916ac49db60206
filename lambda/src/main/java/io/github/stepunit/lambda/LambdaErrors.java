package io.github.stepunit.lambda;

import com.amazonaws.services.lambda.runtime.CustomPojoSerializer;
import io.github.stepunit.task.TaskInvocation;
import java.lang.reflect.Method;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;

/** Every message of this module. Golden: LambdaErrorsTest. */
final class LambdaErrors {

    private static final int EXCERPT = 200;

    private LambdaErrors() {}

    static IllegalArgumentException badHandler(String handler) {
        return new IllegalArgumentException(
                "`" + handler + "` names no handler."
                        + "\n  do      write it as Lambda's configuration has it: com.example.Handler or com.example.Handler::method.");
    }

    static IllegalArgumentException noClass(String handler, String className, ClassNotFoundException problem) {
        return new IllegalArgumentException(
                "There is no class " + className + ", which the handler `" + handler + "` names."
                        + "\n  do      correct the name, or add the module of the function to the class path of the tests.",
                problem);
    }

    static IllegalArgumentException noHandler(Class<?> type) {
        return new IllegalArgumentException(type.getName() + " is neither a RequestHandler nor a RequestStreamHandler."
                + "\n  do      name its method: LambdaFunction.of(new " + type.getSimpleName() + "(), \"handle\").");
    }

    static IllegalArgumentException noConstructor(Class<?> type, ReflectiveOperationException problem) {
        return new IllegalArgumentException(
                type.getName()
                        + " cannot be made: it has no public constructor without parameters, which Lambda needs too."
                        + "\n  do      make one, or give an instance of your own: LambdaFunction.of(new "
                        + type.getSimpleName() + "(…)).",
                problem);
    }

    static IllegalArgumentException failedConstructor(Class<?> type, Throwable thrown) {
        return new IllegalArgumentException(
                "The constructor of " + type.getName() + " threw " + thrown + "."
                        + "\n  do      give an instance that is made for the test: LambdaFunction.of(new "
                        + type.getSimpleName() + "(…)).",
                thrown);
    }

    static IllegalArgumentException noTypes(Class<?> type) {
        return new IllegalArgumentException(
                "Nothing says which types the handler " + type.getName() + " takes and returns."
                        + "\n  do      name them: LambdaFunction.of(handler, Order.class, Receipt.class).");
    }

    static IllegalArgumentException noMethod(Class<?> type, String name, List<Method> candidates) {
        String why = candidates.isEmpty()
                ? " has no public method " + name + "."
                : " has no method " + name + " that Lambda can call. There is: "
                        + candidates.stream().map(LambdaErrors::signature).collect(Collectors.joining(", ")) + ".";
        return new IllegalArgumentException(
                type.getName() + why
                        + "\n  do      let it take (InputStream, OutputStream, Context) or parts of that, or any one type and Context.");
    }

    private static String signature(Method method) {
        return method.getName()
                + Arrays.stream(method.getParameterTypes())
                        .map(Class::getSimpleName)
                        .collect(Collectors.joining(", ", "(", ")"));
    }

    static IllegalArgumentException noInstance(Class<?> type, String name) {
        return new IllegalArgumentException(type.getName() + "::" + name + " is not static."
                + "\n  do      give an instance: LambdaFunction.of(new " + type.getSimpleName() + "(), \"" + name
                + "\").");
    }

    static IllegalStateException notAccessible(Method method, IllegalAccessException problem) {
        return new LambdaMisuseException(
                "The method " + method + " cannot be called: " + problem.getMessage()
                        + "\n  do      make it and its class public, as Lambda needs them, or open the package.",
                problem);
    }

    static IllegalStateException twoSerializers() {
        return new LambdaMisuseException(
                "There is more than one " + CustomPojoSerializer.class.getSimpleName()
                        + " on the class path, where Lambda's runtime takes one."
                        + "\n  do      leave one of them in META-INF/services.",
                null);
    }

    static IllegalStateException clockStandsStill() {
        return new LambdaMisuseException(
                "A LambdaClock goes while its function runs only, and none does."
                        + "\n  do      give it to the function: LambdaFunction.of(handler).withClock(clock).",
                null);
    }

    static IllegalStateException noFunction(TaskInvocation invocation) {
        String why = invocation.resource().serviceAction().equals("aws-sdk:lambda:invoke")
                ? ": a LambdaFunction does not support the SDK's form of a call, only lambda:invoke and the function's own ARN."
                : ", which is no Lambda function.";
        return new IllegalStateException("The Task `" + invocation.statePath() + "` calls "
                + invocation.resource().arn() + why
                + "\n  do      mock it in another way: returns(…), runs(…).");
    }

    static IllegalStateException notJson(TaskInvocation invocation, String output) {
        return new IllegalStateException(
                "The handler of the Task `" + invocation.statePath() + "` wrote what is not JSON: "
                        + (output.length() <= EXCERPT ? output : output.substring(0, EXCERPT) + "…")
                        + "\n  do      write JSON to the OutputStream; Step Functions takes nothing else.");
    }
}
