package io.github.stepunit.internal.text;

/** Text in Mermaid flowcharts. */
public final class MermaidText {

    private MermaidText() {}

    /** Text of a label in double quotes: everything that has a meaning there is a numeric entity. */
    public static String label(String raw) {
        StringBuilder escaped = new StringBuilder();
        raw.codePoints().forEach(c -> {
            boolean plain = Character.isLetterOrDigit(c) || " .,:-_/→·…()=≥≤×%$".indexOf(c) >= 0;
            if (plain) {
                escaped.appendCodePoint(c);
            } else if (Character.isISOControl(c)) {
                escaped.append(' ');
            } else {
                escaped.append('#').append(c).append(';');
            }
        });
        return escaped.toString();
    }
}
