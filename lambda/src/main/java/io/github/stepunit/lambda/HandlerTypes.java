package io.github.stepunit.lambda;

import java.lang.reflect.ParameterizedType;
import java.lang.reflect.Type;
import java.lang.reflect.TypeVariable;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What stands for the type parameters of an interface in a class that implements it, however far up. */
final class HandlerTypes {

    private HandlerTypes() {}

    /** The arguments of {@code wanted} in {@code type}; null when they are not said, as in a lambda expression. */
    static Type @Nullable [] argumentsOf(Class<?> wanted, Type type) {
        return search(wanted, type, Map.of());
    }

    private static Type @Nullable [] search(Class<?> wanted, @Nullable Type type, Map<TypeVariable<?>, Type> known) {
        Class<?> raw = rawClass(type);
        if (raw == null || !wanted.isAssignableFrom(raw)) {
            return null;
        }
        Map<TypeVariable<?>, Type> variables = bound(raw, type, known);
        if (raw == wanted) {
            return resolved(wanted, variables);
        }
        Type[] found = search(wanted, raw.getGenericSuperclass(), variables);
        for (Type each : raw.getGenericInterfaces()) {
            found = found == null ? search(wanted, each, variables) : found;
        }
        return found;
    }

    private static @Nullable Class<?> rawClass(@Nullable Type type) {
        if (type instanceof Class<?> plain) {
            return plain;
        }
        return type instanceof ParameterizedType generic ? (Class<?>) generic.getRawType() : null;
    }

    private static Map<TypeVariable<?>, Type> bound(
            Class<?> raw, @Nullable Type type, Map<TypeVariable<?>, Type> known) {
        Map<TypeVariable<?>, Type> variables = new HashMap<>();
        if (type instanceof ParameterizedType generic) {
            Type[] arguments = generic.getActualTypeArguments();
            for (int i = 0; i < arguments.length; i++) {
                variables.put(raw.getTypeParameters()[i], known.getOrDefault(arguments[i], arguments[i]));
            }
        }
        return variables;
    }

    private static Type @Nullable [] resolved(Class<?> wanted, Map<TypeVariable<?>, Type> variables) {
        TypeVariable<?>[] parameters = wanted.getTypeParameters();
        Type[] arguments = new Type[parameters.length];
        for (int i = 0; i < parameters.length; i++) {
            Type argument = variables.get(parameters[i]);
            if (argument == null || argument instanceof TypeVariable) {
                return null;
            }
            arguments[i] = argument;
        }
        return arguments;
    }
}
