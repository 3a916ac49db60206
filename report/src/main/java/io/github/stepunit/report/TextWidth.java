package io.github.stepunit.report;

import java.util.ArrayList;
import java.util.List;

/**
 * How wide a text is, nearly, in the sans-serif fonts of the systems: measured from a table and not from a font, so that
 * the picture is the same on a machine without fonts. Rather too wide than too narrow.
 */
final class TextWidth {

    private static final String NARROW = "iIjl|!.,:;'`()[]{}/\\ft-r ";
    private static final String WIDE = "mwMWQOGCD@%&<>=+~#ABHKNRUVXYZ_";

    private TextWidth() {}

    static double of(String text, double fontSize) {
        return text.codePoints().mapToDouble(TextWidth::em).sum() * fontSize;
    }

    private static double em(int c) {
        if (c < 0x2000) {
            if (NARROW.indexOf(c) >= 0) {
                return 0.36;
            }
            return WIDE.indexOf(c) >= 0 ? 0.76 : 0.6;
        }
        return c == '…' || c == '→' ? 0.9 : 1.05;
    }

    /** The text, cut at the end if it is wider. */
    static String cut(String text, double fontSize, double most) {
        if (of(text, fontSize) <= most) {
            return text;
        }
        StringBuilder kept = new StringBuilder();
        double width = of("…", fontSize);
        for (int i = 0; i < text.length(); ) {
            int c = text.codePointAt(i);
            width += em(c) * fontSize;
            if (width > most) {
                break;
            }
            kept.appendCodePoint(c);
            i += Character.charCount(c);
        }
        return kept.toString().stripTrailing() + "…";
    }

    /** The text in at most two lines, broken at a blank or hyphen where there is one. */
    static List<String> twoLines(String text, double fontSize, double most) {
        if (of(text, fontSize) <= most) {
            return List.of(text);
        }
        int best = -1;
        for (int i = 1; i < text.length(); i++) {
            char before = text.charAt(i - 1);
            boolean hump = Character.isUpperCase(text.charAt(i)) && Character.isLowerCase(before);
            boolean mayBreak = before == ' ' || before == '-' || before == '_' || hump;
            if (mayBreak && of(text.substring(0, i), fontSize) <= most) {
                best = i;
            }
        }
        if (best < 0) {
            return List.of(cut(text, fontSize, most));
        }
        List<String> lines = new ArrayList<>();
        lines.add(text.substring(0, best).stripTrailing());
        lines.add(cut(text.substring(best), fontSize, most));
        return lines;
    }
}
