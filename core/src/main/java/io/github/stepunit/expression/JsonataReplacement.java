package io.github.stepunit.expression;

import java.util.regex.Matcher;

/** The replacement text of {@code $replace} with a regular expression: {@code $0}, {@code $1}, {@code $$}. */
final class JsonataReplacement {

    private JsonataReplacement() {}

    static void append(String template, Matcher matcher, StringBuilder result) {
        int at = 0;
        while (at < template.length()) {
            char c = template.charAt(at++);
            if (c != '$') {
                result.append(c);
            } else if (at < template.length() && template.charAt(at) == '$') {
                result.append('$');
                at++;
            } else if (at < template.length() && template.charAt(at) == '0') {
                result.append(matcher.group());
                at++;
            } else {
                int digits = digits(template, at, matcher.groupCount());
                appendGroup(template.substring(at, at + digits), matcher, result);
                at += digits;
            }
        }
    }

    /** As many digits as make the number of a group; one at least is taken, whether there is such a group or not. */
    private static int digits(String template, int at, int groups) {
        int most = Integer.toString(Math.max(groups, 1)).length();
        int digits = 0;
        while (digits < most && at + digits < template.length() && isDigit(template.charAt(at + digits))) {
            digits++;
        }
        boolean tooLarge = digits > 1 && Integer.parseInt(template.substring(at, at + digits)) > groups;
        return tooLarge ? digits - 1 : digits;
    }

    private static boolean isDigit(char c) {
        return c >= '0' && c <= '9';
    }

    private static void appendGroup(String number, Matcher matcher, StringBuilder result) {
        if (number.isEmpty()) {
            result.append('$');
            return;
        }
        int group = Integer.parseInt(number);
        String matched = group <= matcher.groupCount() ? matcher.group(group) : null;
        result.append(matched == null ? "" : matched);
    }
}
