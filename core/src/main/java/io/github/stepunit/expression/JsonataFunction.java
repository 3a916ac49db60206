package io.github.stepunit.expression;

import com.dashjoin.jsonata.Functions;
import com.dashjoin.jsonata.JException;
import com.dashjoin.jsonata.Jsonata;
import com.dashjoin.jsonata.Jsonata.JFunction;
import java.util.AbstractMap;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * A function that expressions can call, for which JSON null is a value of a type of its own. The library takes it for a
 * missing argument when it checks signatures, so that {@code $count(null)} is 0 and {@code $length(null)} ends in its own
 * reflection; JSONata has 1, and T0410.
 */
final class JsonataFunction extends JFunction {

    /** Stands for null in a signature that names no object. */
    private static final Object NULL_OBJECT = new AbstractMap<String, Object>() {
        @Override
        public Set<Map.Entry<String, Object>> entrySet() {
            return Set.of();
        }

        @Override
        public String toString() {
            return "null";
        }
    };

    private final @Nullable Function<List<?>, @Nullable Object> rule;
    private final Object nullStandIn;
    private final String name;
    private final List<String> parameters;

    private JsonataFunction(
            String name,
            String signature,
            Class<?> implementation,
            String method,
            @Nullable Function<List<?>, @Nullable Object> rule) {
        super(name, signature, implementation, null, method);
        this.rule = rule;
        this.name = name;
        this.parameters = parameters(signature);
        this.nullStandIn = nullStandIn(parameters);
    }

    /** One of the library's own functions. */
    static JsonataFunction ofLibrary(String name, String signature, String method) {
        return new JsonataFunction(name, signature, Functions.class, method, null);
    }

    /** One that does as that rule says. */
    static JsonataFunction of(String name, String signature, Function<List<?>, @Nullable Object> rule) {
        return new JsonataFunction(name, signature, JsonataFunction.class, "call", rule);
    }

    /** What any function, also one of the expression's own, gives. */
    static @Nullable Object apply(@Nullable Object function, List<?> arguments) {
        try {
            return Functions.funcApply(function, arguments);
        } catch (RuntimeException | Error thrown) {
            throw thrown;
        } catch (Throwable thrown) {
            throw new IllegalStateException(thrown);
        }
    }

    @Override
    @SuppressWarnings("rawtypes") // the library's type
    public @Nullable Object call(Object input, List arguments) {
        return rule == null ? super.call(input, arguments) : rule.apply(arguments);
    }

    /** Asked when some arguments are given beforehand: {@code $split(?, ',')}. */
    @Override
    public int getNumberOfArgs() {
        return parameters.size();
    }

    @Override
    public Object validate(Object arguments, Object context) {
        List<?> given = (List<?>) arguments;
        if (context != Jsonata.NULL_VALUE && !given.contains(Jsonata.NULL_VALUE)) {
            return checked(given, given, context);
        }
        Object standIn = replaced(context, Jsonata.NULL_VALUE, nullStandIn);
        Object valid = checked(replacedIn(given, Jsonata.NULL_VALUE, nullStandIn), given, standIn);
        return replacedIn((List<?>) valid, nullStandIn, Jsonata.NULL_VALUE);
    }

    /** Also where the signature has made an array of a single value. */
    private static List<Object> replacedIn(List<?> values, Object what, Object by) {
        List<Object> replaced = new ArrayList<>(values.size());
        for (Object value : values) {
            boolean wrapped = value instanceof List<?> list && list.size() == 1 && list.get(0) == what;
            replaced.add(wrapped ? replacedIn((List<?>) value, what, by) : replaced(value, what, by));
        }
        return replaced;
    }

    @SuppressWarnings("ReferenceEquality") // one object each
    private static @Nullable Object replaced(@Nullable Object value, Object what, Object by) {
        return value == what ? by : value;
    }

    // --- signatures

    /** The library names the first argument, whichever it is. */
    private Object checked(List<?> arguments, List<?> given, @Nullable Object context) {
        try {
            return super.validate(arguments, context);
        } catch (JException e) {
            throw "T0410".equals(e.getError()) ? new JException("T0410", -1, firstUnfit(given), name) : e;
        }
    }

    private int firstUnfit(List<?> arguments) {
        String types = arguments.stream().map(JsonataFunction::typeOf).collect(Collectors.joining());
        StringBuilder pattern = new StringBuilder();
        int fit = 0;
        for (String parameter : parameters) {
            Matcher matcher =
                    Pattern.compile(pattern.append(parameter).toString()).matcher(types);
            if (!matcher.lookingAt()) {
                break;
            }
            fit = matcher.end();
        }
        return fit + 1;
    }

    private static String typeOf(@Nullable Object value) {
        if (value == null) {
            return "m";
        }
        if (value == Jsonata.NULL_VALUE) {
            return "l";
        }
        if (value instanceof Boolean) {
            return "b";
        }
        if (value instanceof String) {
            return "s";
        }
        return value instanceof Number ? "n" : value instanceof List ? "a" : value instanceof Map ? "o" : "f";
    }

    /** For each parameter what fits it, as a regular expression over the letters of types: of {@code <s-(sf)n?:a>} three. */
    private static List<String> parameters(String signature) {
        List<String> parameters = new ArrayList<>();
        int depth = 0;
        for (int i = 1; i < signature.length() && (depth > 0 || signature.charAt(i) != ':'); i++) {
            char c = signature.charAt(i);
            depth += c == '<' ? 1 : c == '>' ? -1 : 0;
            if (depth != 0 || c == '>') {
                continue;
            }
            if (c == '(') {
                int end = signature.indexOf(')', i);
                parameters.add("[" + signature.substring(i + 1, end) + "m]");
                i = end;
            } else if (Character.isLetter(c)) {
                parameters.add("axj".indexOf(c) >= 0 ? "[asnblfom]" : c == 'f' ? "f" : "[" + c + "m]");
            } else {
                int last = parameters.size() - 1;
                parameters.set(last, parameters.get(last) + (c == '+' ? "+" : "?"));
            }
        }
        return List.copyOf(parameters);
    }

    /** A value of a type that no parameter names: it fits just where any value fits, and so null. */
    private static Object nullStandIn(List<String> parameters) {
        if (!names(parameters, 'o')) {
            return NULL_OBJECT;
        }
        return names(parameters, 's') ? false : "null";
    }

    private static boolean names(List<String> parameters, char type) {
        return parameters.stream().anyMatch(each -> !each.startsWith("[asn") && each.indexOf(type) >= 0);
    }
}
