package io.github.stepunit.expression;

import com.dashjoin.jsonata.Functions;
import com.dashjoin.jsonata.JException;
import com.dashjoin.jsonata.Utils;
import java.math.BigInteger;
import java.text.ParseException;
import java.time.DateTimeException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** JSONata's own functions, with the signatures that JSONata gives them, and as JSONata 2.0.6 has them. */
final class JsonataBuiltIns {

    private static final Pattern DECIMAL = Pattern.compile("-?[0-9]+(\\.[0-9]+)?([Ee][-+]?[0-9]+)?");
    private static final Pattern BASED = Pattern.compile("0([xX][0-9A-Fa-f]+|[oO][0-7]+|[bB][01]+)");

    private static final Pattern MONTH = Pattern.compile("\\d{4}-\\d{2}");

    private static final Map<String, JsonataFunction> FUNCTIONS = functions();

    private JsonataBuiltIns() {}

    /** The function of that name, or null. */
    static @Nullable JsonataFunction named(String name) {
        return FUNCTIONS.get(name);
    }

    private static Map<String, JsonataFunction> functions() {
        Map<String, JsonataFunction> functions = new HashMap<>();
        String[][] signatures = {
            {"sum", "<a<n>:n>"},
            {"count", "<a:n>"},
            {"max", "<a<n>:n>"},
            {"min", "<a<n>:n>"},
            {"average", "<a<n>:n>"},
            {"substringBefore", "<s-s:s>"},
            {"lowercase", "<s-:s>"},
            {"uppercase", "<s-:s>"},
            {"length", "<s-:n>"},
            {"trim", "<s-:s>"},
            {"formatNumber", "<n-so?:s>"},
            {"formatBase", "<n-n?:s>"},
            {"parseInteger", "<s-s:n>"},
            {"floor", "<n-:n>"},
            {"ceil", "<n-:n>"},
            {"round", "<n-n?:n>"},
            {"abs", "<n-:n>"},
            {"sqrt", "<n-:n>"},
            {"power", "<n-n:n>"},
            {"map", "<af>"},
            {"zip", "<a+>"},
            {"filter", "<af>"},
            {"single", "<af?>"},
            {"reduce", "<afj?:j>", "foldLeft"},
            {"sift", "<o-f?:o>"},
            {"keys", "<x-:a<s>>"},
            {"lookup", "<x-s:x>"},
            {"append", "<xx:a>"},
            {"spread", "<x-:a<o>>"},
            {"merge", "<a<o>:o>"},
            {"reverse", "<a:a>"},
            {"each", "<o-f:a>"},
            {"error", "<s?:x>"},
            {"base64encode", "<s-:s>"},
            {"base64decode", "<s-:s>"},
            {"encodeUrlComponent", "<s-:s>"},
            {"clone", "<(oa)-:o>", "functionClone"},
            {"fromMillis", "<n-s?s?:s>", "dateTimeFromMillis"},
        };
        for (String[] entry : signatures) {
            String method = entry[entry.length - 1];
            functions.put(
                    entry[0], JsonataFunction.ofLibrary(entry[0], entry[1], entry.length == 3 ? method : entry[0]));
        }
        put(functions, "substring", "<s-nn?:s>", JsonataBuiltIns::substring);
        put(functions, "substringAfter", "<s-s:s>", JsonataBuiltIns::substringAfter);
        put(functions, "number", "<(nsb)-:n>", JsonataBuiltIns::number);
        put(functions, "toMillis", "<s-s?:n>", JsonataBuiltIns::toMillis);
        put(functions, "encodeUrl", "<s-:s>", JsonataUrls::encodeUrl);
        put(functions, "decodeUrl", "<s-:s>", JsonataUrls::decodeUrl);
        put(functions, "decodeUrlComponent", "<s-:s>", JsonataUrls::decodeUrlComponent);
        put(functions, "assert", "<bs?:x>", JsonataBuiltIns::assertThat);
        put(functions, "sort", "<af?:a>", JsonataBuiltIns::sort);
        put(functions, "distinct", "<x:x>", JsonataBuiltIns::distinct);
        return Map.copyOf(functions);
    }

    private static void put(
            Map<String, JsonataFunction> functions,
            String name,
            String signature,
            Function<List<?>, @Nullable Object> rule) {
        functions.put(name, JsonataFunction.of(name, signature, rule));
    }

    // --- those that the library has otherwise

    /** In characters, of which an emoji is one. */
    private static @Nullable Object substring(List<?> arguments) {
        if (!(arguments.get(0) instanceof String text) || !(arguments.get(1) instanceof Number number)) {
            return arguments.get(0);
        }
        int characters = text.codePointCount(0, text.length());
        double start = Math.max(number.doubleValue(), -characters);
        double end = characters;
        if (arguments.get(2) instanceof Number length) {
            if (length.doubleValue() <= 0) {
                return "";
            }
            end = (start < 0 ? characters + start : start) + length.doubleValue();
        }
        int from = (int) Math.min(start < 0 ? characters + Math.ceil(start) : start, characters);
        int to = (int) Math.min(end, characters);
        return from < to ? text.substring(text.offsetByCodePoints(0, from), text.offsetByCodePoints(0, to)) : "";
    }

    private static @Nullable Object substringAfter(List<?> arguments) {
        return arguments.get(0) instanceof String text && arguments.get(1) instanceof String part
                ? Functions.substringAfter(text, part)
                : arguments.get(0);
    }

    private static @Nullable Object number(List<?> arguments) {
        Object value = arguments.get(0);
        if (!(value instanceof String text)) {
            return value instanceof Boolean bool ? (Object) (bool ? 1 : 0) : value;
        }
        if (DECIMAL.matcher(text).matches()) {
            double number = Double.parseDouble(text);
            if (Double.isFinite(number)) {
                return Utils.convertNumber(number);
            }
        }
        if (BASED.matcher(text).matches()) {
            char base = Character.toLowerCase(text.charAt(1));
            int radix = base == 'x' ? 16 : base == 'o' ? 8 : 2;
            return Utils.convertNumber(new BigInteger(text.substring(2), radix).doubleValue());
        }
        throw new JException("D3030", 0, text);
    }

    private static @Nullable Object toMillis(List<?> arguments) {
        if (!(arguments.get(0) instanceof String text)) {
            return null;
        }
        try {
            String day = MONTH.matcher(text).matches() ? text + "-01" : text;
            return Functions.dateTimeToMillis(day, arguments.get(1) instanceof String picture ? picture : null);
        } catch (DateTimeException | ParseException notIso) {
            throw new JException("D3110", 0, text);
        }
    }

    /** Nothing is as good as false. */
    private static @Nullable Object assertThat(List<?> arguments) {
        if (!Boolean.TRUE.equals(arguments.get(0))) {
            throw new JException(
                    "D3141", 0, arguments.get(1) instanceof String text ? text : "$assert() statement failed");
        }
        return null;
    }

    private static @Nullable Object sort(List<?> arguments) {
        if (!(arguments.get(0) instanceof List<?> items)) {
            return null;
        }
        Object comparator = arguments.get(1);
        if (comparator == null && items.size() > 1 && !all(items, Number.class) && !all(items, String.class)) {
            throw new JException("D3070", 0);
        }
        return comparator == null ? Functions.sort(items, null) : mergeSort(items, comparator);
    }

    /** Stable: what the comparator does not want swapped stays in its order. */
    private static List<?> mergeSort(List<?> items, Object comparator) {
        if (items.size() <= 1) {
            return items;
        }
        int middle = items.size() / 2;
        List<?> left = mergeSort(items.subList(0, middle), comparator);
        List<?> right = mergeSort(items.subList(middle, items.size()), comparator);
        List<Object> sorted = new ArrayList<>(items.size());
        int l = 0;
        int r = 0;
        while (l < left.size() && r < right.size()) {
            sorted.add(isSwapped(comparator, left.get(l), right.get(r)) ? right.get(r++) : left.get(l++));
        }
        sorted.addAll(left.subList(l, left.size()));
        sorted.addAll(right.subList(r, right.size()));
        return sorted;
    }

    private static boolean isSwapped(Object comparator, Object left, Object right) {
        return Boolean.TRUE.equals(Functions.toBoolean(JsonataFunction.apply(comparator, Arrays.asList(left, right))));
    }

    private static boolean all(List<?> items, Class<?> type) {
        return items.stream().allMatch(type::isInstance);
    }

    /** Only a sequence loses its array when one item is left. */
    private static @Nullable Object distinct(List<?> arguments) {
        if (!(arguments.get(0) instanceof List<?> items) || items.size() <= 1) {
            return arguments.get(0);
        }
        List<Object> distinct = Utils.isSequence(items) ? Utils.createSequence() : new ArrayList<>();
        distinct.addAll(new LinkedHashSet<>(items));
        return distinct;
    }
}
