package io.github.stepunit.internal.file;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class FileNamesTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "ships_the_order",
                "ships the order (v2), twice",
                "äußert Größe",
                "ส่งสินค้า",
                "Order$Test",
                "console"
            })
    void a_name_that_is_safe_stays_as_it_is(String name) {
        assertThat(FileNames.of(name)).isEqualTo(name);
    }

    @ParameterizedTest
    @CsvSource({
        "a/../b,           a_.._b-f2654e77",
        "a:../b,           a_.._b-5a655685",
        "what?,            what_-c76224f6",
        "con,              con-fdbf975c",
        "Aux.history,      Aux.history-71708783",
        "a\uD800b,         a_b-4d36524d",
    })
    void other_names_get_a_hash(String name, String expected) {
        assertThat(FileNames.of(name)).isEqualTo(expected);
    }

    @Test
    void long_names_are_cut_and_stay_apart() {
        Set<String> names = new HashSet<>();
        for (String letter : List.of("x", "ü", "語", "𝒳")) {
            String name = letter.repeat(300);
            for (String each : List.of(name, name + "Aa", name + "BB", name + letter)) {
                String file = FileNames.of(each);
                assertThat(file).startsWith(letter.repeat(20)).matches("(?s).*-[0-9a-f]{8}");
                assertThat(file.getBytes(StandardCharsets.UTF_8)).hasSizeBetween(125, 129);
                assertThat(names.add(file)).isTrue();
            }
        }
    }

    @Test
    void what_is_shown_shorter_than_it_is_gets_a_hash() {
        assertThat(FileNames.of("ships(int)", "ships(int)")).isEqualTo("ships(int)");
        assertThat(FileNames.of("ships(Order)", "ships(com.acme.Order)"))
                .startsWith("ships(Order)-")
                .isNotEqualTo(FileNames.of("ships(Order)", "ships(com.other.Order)"));
    }
}
