package io.github.stepunit.lambda;

import com.amazonaws.services.lambda.runtime.Context;
import java.io.InputStream;
import java.io.OutputStream;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.lang.reflect.Type;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A public method as an entry point: {@code com.example.Handler::method}. Which of several of that name, and what it may
 * take, is as in Lambda's Java runtime: {@code (InputStream, OutputStream, Context)}, any part of it in that order, or any
 * one type and {@code Context}.
 */
final class HandlerMethod {

    private static final byte[] NULL = "null".getBytes(StandardCharsets.US_ASCII);

    /** No bridge if it can be; the longest, where a Context at the end counts twice. */
    private static final Comparator<Method> AS_LAMBDA_CHOOSES = Comparator.comparing(Method::isBridge)
            .thenComparing(Comparator.comparingInt(HandlerMethod::length).reversed());

    private final Method method;
    private final @Nullable Object instance;

    private HandlerMethod(Method method, @Nullable Object instance) {
        this.method = method;
        this.instance = instance;
    }

    /** @param instance whose method it is; null for a static one */
    static EntryPoint find(Class<?> type, @Nullable Object instance, String name) {
        List<Method> named = new ArrayList<>(Arrays.stream(type.getMethods())
                .filter(method -> method.getName().equals(name))
                .toList());
        named.sort(AS_LAMBDA_CHOOSES);
        Method chosen = named.stream()
                .filter(HandlerMethod::fits)
                .findFirst()
                .orElseThrow(() -> LambdaErrors.noMethod(type, name, named));
        if (instance == null && !Modifier.isStatic(chosen.getModifiers())) {
            throw LambdaErrors.noInstance(type, name);
        }
        // The class may be private to the test. When this is refused, so is the call, which explains itself.
        chosen.trySetAccessible();
        return new HandlerMethod(chosen, instance).entryPoint();
    }

    private static int length(Method method) {
        Class<?>[] types = method.getParameterTypes();
        return types.length + (types.length > 0 && types[types.length - 1] == Context.class ? 1 : 0);
    }

    private static boolean fits(Method method) {
        List<Class<?>> types = List.of(method.getParameterTypes());
        return switch (types.size()) {
            case 0, 1 -> true;
            case 2 ->
                types.equals(List.of(InputStream.class, OutputStream.class))
                        || (types.get(1) == Context.class && types.get(0) != Context.class);
            case 3 -> types.equals(List.of(InputStream.class, OutputStream.class, Context.class));
            default -> false;
        };
    }

    private EntryPoint entryPoint() {
        List<Class<?>> types = List.of(method.getParameterTypes());
        if (types.contains(InputStream.class) || types.contains(OutputStream.class)) {
            return this::handleStreams;
        }
        boolean takesInput = !types.isEmpty() && types.get(0) != Context.class;
        Type inputType = takesInput ? method.getGenericParameterTypes()[0] : null;
        return Handlers.of(
                (input, context) -> invoke(arguments(input, context)),
                inputType,
                method.getGenericReturnType(),
                Handlers.loaderOf(method.getDeclaringClass()));
    }

    private @Nullable Object[] arguments(@Nullable Object input, Context context) {
        Class<?>[] types = method.getParameterTypes();
        @Nullable Object[] arguments = new @Nullable Object[types.length];
        for (int i = 0; i < types.length; i++) {
            arguments[i] = types[i] == Context.class ? context : input;
        }
        return arguments;
    }

    private void handleStreams(InputStream input, OutputStream output, Context context) throws Throwable {
        Class<?>[] types = method.getParameterTypes();
        @Nullable Object[] arguments = new @Nullable Object[types.length];
        boolean writes = false;
        for (int i = 0; i < types.length; i++) {
            writes |= types[i] == OutputStream.class;
            arguments[i] = types[i] == InputStream.class ? input : types[i] == OutputStream.class ? output : context;
        }
        invoke(arguments);
        if (!writes) {
            output.write(NULL);
        }
    }

    private @Nullable Object invoke(@Nullable Object[] arguments) throws Throwable {
        try {
            return method.invoke(instance, arguments);
        } catch (InvocationTargetException thrown) {
            Throwable cause = thrown.getCause();
            throw cause == null ? thrown : cause;
        } catch (IllegalAccessException hidden) {
            throw LambdaErrors.notAccessible(method, hidden);
        }
    }
}
