package io.github.stepunit.expression;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.stepunit.json.JsonPointer;
import io.github.stepunit.json.JsonText;
import java.time.Duration;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

/**
 * Mutants of what people write: each is refused, or fails with an ASL error, or gives a value; none breaks anything or goes
 * on for ever. A longer run: {@code -Dstepunit.fuzz.mutants=1000000 -Dstepunit.fuzz.seed=…}.
 */
class ExpressionFuzzTest {

    private static final int MUTANTS = Integer.getInteger("stepunit.fuzz.mutants", 6_000);
    private static final long SEED = Long.getLong("stepunit.fuzz.seed", 1);

    private static final List<String> JSONATA = List.of(
            "$sum($states.input.lines.(quantity * price))",
            "$states.input.lines[price > 2 and $contains(sku, /^[a-c]+$/i)].sku",
            "$merge([$states.input, {'total': $count($states.input.lines), 'at': $states.context.Execution.Name}])",
            "($f := function($n) { $n <= 1 ? 1 : $n * $f($n - 1) }; $f(10))",
            "$reduce($states.input.lines, function($a, $l) { $a + $l.quantity }, 0) & ' pieces'",
            "$map($states.input.lines^(>price, sku), function($l, $i) { $i & ': ' & $uppercase($l.sku) })",
            "$states.input.lines{sku: $sum(quantity)} ~> |$|{'seen': true}|",
            "$replace($states.input.note, /(\\w+)@(\\w+)/, '$2 at $1', 2)",
            "$join($split($states.input.note, ' '), $formatNumber(12345.678, '#,##0.00'))",
            "$fromMillis($millis(), '[Y0001]-[M01]-[D01]') & $now() & $uuid()",
            "$partition([1..20], 3)[1] ~> $append($range(0, 10, 5)) ~> $reverse",
            "$exists($order.id) and $states.input.** ~> $type = 'array' ? $zip([1,2],[3,4]) : $hash('x', 'SHA-256')",
            "$sift($states.input, function($v, $k) { $k != 'note' }) ~> $keys ~> $sort ~> $join('-')",
            "$toMillis('2025-01-01T00:00:00Z') + $number('0x10') % 7 - -$power(2, 10)",
            "$states.input.lines@$l#$i.{'i': $i, 'sku': $l.sku, 'parent': %.note}");

    private static final List<String> TEMPLATES = List.of(
            "{\"a.$\": \"$.lines[0].sku\", \"b\": {\"c.$\": \"States.Format('{} of {}', $.note, $$.Execution.Name)\"}}",
            "{\"n.$\": \"States.MathAdd($.lines[1].quantity, -1)\", \"l.$\": \"$.lines[?(@.price > 2)].sku\"}",
            "{\"p.$\": \"States.ArrayPartition(States.ArrayRange(1, 9, 2), 2)\", \"all.$\": \"$..sku\", \"k\": [1, {\"x.$\": \"$\"}]}",
            "{\"j.$\": \"States.JsonMerge($.lines[0], States.StringToJson('{\\\"a\\\": [1]}'), false)\", \"v.$\": \"$order.id\"}",
            "{\"s.$\": \"States.StringSplit(States.Base64Encode($.note), '=')\", \"h.$\": \"States.Hash($.note, 'MD5')\"}",
            "{\"u.$\": \"States.ArrayUnique(States.Array(1, 'a', null, true))\", \"g.$\": \"States.ArrayGetItem($.lines, 1)\"}");

    private static final List<String> PIECES = List.of(
            "(",
            ")",
            "[",
            "]",
            "{",
            "}",
            "$",
            "$$",
            ".",
            ",",
            ":",
            ";",
            "?",
            "*",
            "**",
            "%",
            "~>",
            "|",
            ":=",
            "function($x)",
            "$states.input",
            "'",
            "\"",
            "`",
            "\\",
            "/a*/",
            "/(a+)+b/",
            "-",
            "1e308",
            "9223372036854775808",
            "0",
            "null",
            "@",
            "#",
            "^",
            "&",
            "..",
            "=",
            "in ",
            "\u0000",
            "é",
            "🙂",
            "$f",
            "States.Format(",
            "States.",
            "[*]",
            "[-1:]",
            "[?(",
            "@.a");

    private static final FixedScope SCOPE = FixedScope.of(
            "{note: 'mail a@b and c@d', lines: [{sku: 'abc', quantity: 2, price: 1.5}, {sku: 'xyz', quantity: 6, price: 3}]}");

    @Test
    void mutants_of_jsonata_fail_decently() {
        fuzz(JSONATA, "jsonata", text -> {
            JsonataExpression.parse("{% " + text + " %}", "Output", JsonataPlace.RESULT, ResultType.ANY)
                    .find(SCOPE);
        });
    }

    @Test
    void mutants_of_payload_templates_fail_decently() {
        fuzz(TEMPLATES, "template", text -> {
            JsonNode template = JsonText.parse(text);
            boolean[] refused = {false};
            PayloadTemplate compiled =
                    PayloadTemplate.compile(template, JsonPointer.ROOT, (at, problem) -> refused[0] = true);
            if (!refused[0]) {
                compiled.evaluate(SCOPE);
            }
        });
    }

    private interface Use {
        void of(String text) throws InvalidExpressionException;
    }

    private static void fuzz(List<String> seeds, String what, Use use) {
        assertTimeoutPreemptively(Duration.ofSeconds(60 + MUTANTS / 100), () -> {
            int good = 0;
            for (int i = 0; i < MUTANTS; i++) {
                Random random = new Random(SEED * 1_000_003 + i);
                String text = mutant(seeds.get(random.nextInt(seeds.size())), random);
                try {
                    use.of(text);
                    good++;
                } catch (InvalidExpressionException | io.github.stepunit.json.InvalidJsonException refused) {
                    assertThat(refused).as(text).hasMessageNotContaining("null pointer");
                } catch (EvaluationException failed) {
                    assertThat(failed.error()).as(text).startsWith("States.");
                    assertThat(failed.causeText())
                            .as(text)
                            .doesNotContain("NullPointer", "ClassCast", "IndexOutOfBounds", "java.", "dashjoin");
                } catch (RuntimeException | Error broken) {
                    throw new AssertionError(what + " mutant " + i + " of seed " + SEED + ": " + text, broken);
                }
            }
            assertThat(good).isGreaterThan(MUTANTS / 50);
        });
    }

    private static String mutant(String text, Random random) {
        StringBuilder mutant = new StringBuilder(text);
        for (int n = random.nextInt(4); n > 0; n--) {
            int at = random.nextInt(mutant.length() + 1);
            int end = Math.min(mutant.length(), at + random.nextInt(5));
            switch (random.nextInt(4)) {
                case 0 -> mutant.delete(at, end);
                case 1 -> mutant.insert(at, PIECES.get(random.nextInt(PIECES.size())));
                case 2 -> mutant.replace(at, end, PIECES.get(random.nextInt(PIECES.size())));
                default -> mutant.insert(at, mutant.substring(at, end));
            }
        }
        return mutant.toString();
    }
}
