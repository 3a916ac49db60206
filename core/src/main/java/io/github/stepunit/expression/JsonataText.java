package io.github.stepunit.expression;

import com.dashjoin.jsonata.Functions;
import com.dashjoin.jsonata.JException;
import com.dashjoin.jsonata.Jsonata.Frame;
import com.dashjoin.jsonata.Utils;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * JSONata's own functions that take text apart or make text, within the bounds of an evaluation: the library's would go on
 * for hours with a regular expression that backtracks, and fill the memory with a text that repeats itself. As in
 * JSONata 2.0.6, with which the library does not always agree. All others are the library's.
 */
final class JsonataText {

    /** Above that {@code $formatInteger} would write thousands of M. */
    private static final double LARGEST_ROMAN = 1_000_000;

    private final EvaluationBudget budget;

    JsonataText(EvaluationBudget budget) {
        this.budget = budget;
    }

    /** Binds the function of that name, with JSONata's own signature, if it is one of these. */
    void bind(String name, Frame frame) {
        switch (name) {
            case "string" -> bind(name, frame, "<x-b?:s>", this::string);
            case "contains" -> bind(name, frame, "<s-(sf):b>", this::contains);
            case "match" -> bind(name, frame, "<s-f<s:o>n?:a<o>>", this::match);
            case "replace" -> bind(name, frame, "<s-(sf)(sf)n?:s>", this::replace);
            case "split" -> bind(name, frame, "<s-(sf)n?:a<s>>", this::split);
            case "join" -> bind(name, frame, "<a<s>s?:s>", this::join);
            case "pad" -> bind(name, frame, "<s-ns?:s>", JsonataText::pad);
            case "formatInteger" -> bind(name, frame, "<n-s:s>", JsonataText::formatInteger);
            default -> {
                JsonataFunction builtIn = JsonataBuiltIns.named(name);
                if (builtIn != null) {
                    frame.bind(name, (Object) builtIn);
                }
            }
        }
    }

    private static void bind(String name, Frame frame, String signature, Function<List<?>, @Nullable Object> function) {
        frame.bind(name, (Object) JsonataFunction.of(name, signature, function));
    }

    private static @Nullable Object argument(List<?> arguments, int index) {
        return index < arguments.size() ? arguments.get(index) : null;
    }

    private @Nullable Object string(List<?> arguments) {
        Object value = argument(arguments, 0);
        budget.measure(value);
        return Functions.string(value, argument(arguments, 1) instanceof Boolean pretty ? pretty : null);
    }

    private @Nullable Object join(List<?> arguments) {
        if (!(argument(arguments, 0) instanceof List<?> texts)) {
            return null;
        }
        String separator = argument(arguments, 1) instanceof String text ? text : "";
        StringBuilder joined = new StringBuilder();
        boolean first = true;
        for (Object text : texts) {
            joined.append(first ? "" : separator).append(text);
            first = false;
            EvaluationBudget.check(joined.length());
        }
        return joined.toString();
    }

    private @Nullable Object contains(List<?> arguments) {
        if (!(argument(arguments, 0) instanceof String text)) {
            return null;
        }
        return argument(arguments, 1) instanceof String part
                ? (Object) text.contains(part)
                : (Object) matcher(arguments, text).find();
    }

    private @Nullable Object match(List<?> arguments) {
        if (!(argument(arguments, 0) instanceof String text)) {
            return null;
        }
        long limit = limit(arguments, 2, "D3040");
        Matcher matcher = matcher(arguments, text);
        List<Object> matches = Utils.createSequence();
        while (matches.size() < limit && matcher.find()) {
            requireSome(matcher);
            Map<String, Object> match = new LinkedHashMap<>();
            match.put("match", matcher.group());
            match.put("index", matcher.start());
            match.put("groups", groups(matcher));
            matches.add(match);
        }
        return matches;
    }

    private static List<Object> groups(Matcher matcher) {
        List<Object> groups = new ArrayList<>();
        for (int i = 1; i <= matcher.groupCount(); i++) {
            // JavaScript knows such a group as undefined, which JSON writes as null.
            groups.add(matcher.group(i));
        }
        return groups;
    }

    private @Nullable Object split(List<?> arguments) {
        if (!(argument(arguments, 0) instanceof String text)) {
            return null;
        }
        long limit = limit(arguments, 2, "D3020");
        List<Object> parts = new ArrayList<>();
        if (argument(arguments, 1) instanceof String separator) {
            splitLiterally(text, separator, limit, parts);
            return parts;
        }
        Matcher matcher = matcher(arguments, text);
        int from = 0;
        while (parts.size() < limit && matcher.find()) {
            requireSome(matcher);
            parts.add(text.substring(from, matcher.start()));
            from = matcher.end();
        }
        if (parts.size() < limit) {
            parts.add(text.substring(from));
        }
        return parts;
    }

    private static void splitLiterally(String text, String separator, long limit, List<Object> parts) {
        int from = 0;
        while (parts.size() < limit && from <= text.length()) {
            int at = separator.isEmpty() ? from + 1 : text.indexOf(separator, from);
            if (at < 0 || (separator.isEmpty() && at >= text.length())) {
                if (!separator.isEmpty() || from < text.length()) {
                    parts.add(text.substring(from));
                }
                return;
            }
            parts.add(text.substring(from, at));
            from = at + separator.length();
        }
    }

    private @Nullable Object replace(List<?> arguments) {
        if (!(argument(arguments, 0) instanceof String text)) {
            return null;
        }
        Object pattern = argument(arguments, 1);
        Object replacement = argument(arguments, 2);
        if ("".equals(pattern)) {
            throw new JException("D3010", 0, pattern);
        }
        long limit = limit(arguments, 3, "D3011");
        return pattern instanceof String literal
                ? replaceLiterally(text, literal, String.valueOf(replacement), limit)
                : replaceMatches(text, matcher(arguments, text), replacement, limit);
    }

    private static String replaceLiterally(String text, String literal, String replacement, long limit) {
        StringBuilder result = new StringBuilder();
        int from = 0;
        int at = text.indexOf(literal);
        for (long done = 0; at >= 0 && done < limit; done++) {
            result.append(text, from, at).append(replacement);
            EvaluationBudget.check(result.length());
            from = at + literal.length();
            at = text.indexOf(literal, from);
        }
        return result.append(text, from, text.length()).toString();
    }

    private static String replaceMatches(String text, Matcher matcher, @Nullable Object replacement, long limit) {
        StringBuilder result = new StringBuilder();
        int from = 0;
        for (long done = 0; done < limit && matcher.find(); done++) {
            requireSome(matcher);
            result.append(text, from, matcher.start());
            if (replacement instanceof String template) {
                JsonataReplacement.append(template, matcher, result);
            } else {
                result.append(replacedBy(replacement, matcher));
            }
            EvaluationBudget.check(result.length());
            from = matcher.end();
        }
        return result.append(text, from, text.length()).toString();
    }

    private static String replacedBy(@Nullable Object function, Matcher matcher) {
        Map<String, Object> match = new LinkedHashMap<>();
        match.put("match", matcher.group());
        match.put("start", matcher.start());
        match.put("end", matcher.end());
        match.put("groups", groups(matcher));
        Object replaced = JsonataFunction.apply(function, List.of(match));
        if (replaced instanceof String text) {
            return text;
        }
        throw new JException("D3012", 0, replaced);
    }

    private static @Nullable Object pad(List<?> arguments) {
        if (!(argument(arguments, 0) instanceof String text) || !(argument(arguments, 1) instanceof Number number)) {
            return argument(arguments, 0);
        }
        long width = number.longValue();
        EvaluationBudget.check(Math.abs(width));
        String filling = argument(arguments, 2) instanceof String given && !given.isEmpty() ? given : " ";
        int[] fill = filling.codePoints().toArray();
        long missing = Math.abs(width) - text.codePointCount(0, text.length());
        StringBuilder padding = new StringBuilder();
        for (int i = 0; i < missing; i++) {
            padding.appendCodePoint(fill[i % fill.length]);
        }
        return width < 0 ? padding + text : text + padding;
    }

    private static @Nullable Object formatInteger(List<?> arguments) {
        if (!(argument(arguments, 0) instanceof Number number) || !(argument(arguments, 1) instanceof String picture)) {
            return null;
        }
        if (picture.toLowerCase(Locale.ROOT).startsWith("i") && Math.abs(number.doubleValue()) > LARGEST_ROMAN) {
            throw EvaluationBudget.memory();
        }
        return Functions.formatInteger(number, picture);
    }

    // --- what they have in common

    private Matcher matcher(List<?> arguments, String text) {
        if (argument(arguments, 1) instanceof Pattern pattern) {
            return pattern.matcher(new CountedText(text, budget));
        }
        throw new JException("T1010", 0);
    }

    /** JSONata would look for the next match at the same place for ever, and refuses. */
    private static void requireSome(Matcher matcher) {
        if (matcher.end() == matcher.start()) {
            throw new JException("D1004", 0, matcher.pattern().pattern());
        }
    }

    private static long limit(List<?> arguments, int index, String code) {
        if (!(argument(arguments, index) instanceof Number limit)) {
            return Long.MAX_VALUE;
        }
        if (limit.doubleValue() < 0) {
            throw new JException(code, 0, limit);
        }
        return (long) Math.ceil(limit.doubleValue());
    }
}
