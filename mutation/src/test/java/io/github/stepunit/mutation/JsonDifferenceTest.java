package io.github.stepunit.mutation;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.stepunit.json.JsonText;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What can be asserted of data is Java, and JSON within it. */
class JsonDifferenceTest {

    private static @Nullable String call(String original, String mutant) {
        return new JsonDifference().call("Output", JsonText.parse(original), JsonText.parse(mutant));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            textBlock =
                    """
            {"a": 1}                          | {"a": 2}         | .hasOutputAt("$.a", 1)
            {"a": 3000000000}                 | {"a": 2}         | .hasOutputAt("$.a", 3000000000L)
            {"a": 100000000000000000000}      | {"a": 2}         | .hasOutputAt("$.a", new java.math.BigInteger("100000000000000000000"))
            {"a": {"SdkHttpMetadata": {"b": 1}}} | {"a": 2}      | .output().at("$.a").isEqualToJson("{'SdkHttpMetadata':{'b':1}}")
            {"a": 1}                          | {}               | .hasOutputAt("$.a", 1)
            """)
    void is_asserted_by_the_smallest_thing_that_differs(String original, String mutant, String call) {
        assertThat(call(original, mutant)).isEqualTo(call);
    }
}
