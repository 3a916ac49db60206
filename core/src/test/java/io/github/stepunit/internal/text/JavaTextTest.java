package io.github.stepunit.internal.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Random;
import java.util.Set;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

class JavaTextTest {

    private static final Pattern ESCAPE = Pattern.compile("\\\\u([0-9a-f]{4})");

    /** What the compiler makes of a literal or a text block. */
    private static String compiled(String expression) {
        boolean block = expression.startsWith("\"\"\"\n");
        int quotes = block ? 3 : 1;
        String body = expression.substring(block ? 4 : 1, expression.length() - quotes);
        String stripped = block ? body.stripIndent() : body;
        // Escapes of characters come before all else, unless their backslash is escaped itself.
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < stripped.length(); i++) {
            char c = stripped.charAt(i);
            if (c != '\\') {
                text.append(c);
            } else if (stripped.charAt(i + 1) == 'u') {
                text.append((char) Integer.parseInt(stripped.substring(i + 2, i + 6), 16));
                i += 5;
            } else {
                text.append(stripped, i, i + 2);
                i++;
            }
        }
        return text.toString().translateEscapes();
    }

    @Test
    void a_literal_shows_what_is_invisible() {
        assertThat(JavaText.literal("a \"b\" \\ \n\t \u202e \u2028 🎉"))
                .isEqualTo("\"a \\\"b\\\" \\\\ \\n\\t \\u202e \\u2028 🎉\"");
    }

    @Test
    void a_text_block_has_the_lines_of_the_text() {
        assertThat(JavaText.textBlock("{\n  \"a\": \"\"\"\n}", "    "))
                .isEqualTo("\"\"\"\n    {\n      \"a\": \\\"\\\"\\\"\n    }\"\"\"");
        assertThat(JavaText.textBlock("ends \nwith \"", "  ")).isEqualTo("\"\"\"\n  ends\\s\n  with \\\"\"\"\"");
        assertThat(JavaText.textBlock(" indented", "  ")).isEqualTo("\" indented\"");
    }

    @Test
    void whatever_the_text_the_compiler_gives_it_back() {
        Random random = new Random(20261125);
        String[] parts = {
            "\"", "\"\"\"", "\\", "\\u0041", "\n", "\r", "\t", " ", "a", "é", "🎉", "\u202e", "\ud800", "{"
        };
        for (int i = 0; i < 20_000; i++) {
            StringBuilder text = new StringBuilder();
            for (int length = random.nextInt(8); length >= 0; length--) {
                text.append(parts[random.nextInt(parts.length)]);
            }
            String given = text.toString();
            assertThat(compiled(JavaText.literal(given))).isEqualTo(given);
            String block = JavaText.textBlock(given, "        ");
            assertThat(compiled(block)).as(block).isEqualTo(given);
            assertThat(ESCAPE.matcher(block).results().map(match -> match.group(1)))
                    .as("escapes of visible characters in %s", block)
                    .isSubsetOf("202e", "d800", "0041");
        }
    }

    @Test
    void names_are_those_of_Java() {
        Set<String> taken = Set.of("charge");
        assertThat(JavaText.camelCase("Charge card", false, "task", taken::contains))
                .isEqualTo("chargeCard");
        assertThat(JavaText.camelCase("Charge", false, "task", taken::contains)).isEqualTo("charge2");
        assertThat(JavaText.camelCase("ChargeCard", false, "task", taken::contains))
                .isEqualTo("chargeCard");
        assertThat(JavaText.camelCase("class", false, "task", taken::contains)).isEqualTo("class2");
        assertThat(JavaText.camelCase("42 🎉", false, "task", taken::contains)).isEqualTo("task");
        assertThat(JavaText.camelCase("order-fulfilment_v2", true, "Machine", taken::contains))
                .isEqualTo("OrderFulfilmentV2");
        assertThat(JavaText.methodName("Charge card: catcher 0 (States.ALL) → Refund"))
                .isEqualTo("charge_card_catcher_0_states_all_refund");
        assertThat(JavaText.methodName("🎉")).isEmpty();
    }
}
