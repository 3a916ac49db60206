package io.github.stepunit.json;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PayloadSizeTest {

    private static final JsonNodeFactory NODES = JsonNodeFactory.instance;

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
    void the_size_is_that_of_the_text(long seed) {
        Random random = new Random(seed);
        PayloadSize sizes = new PayloadSize();
        for (int i = 0; i < 200; i++) {
            JsonNode tree = RandomJson.tree(random, 6);
            long bytes = JsonText.write(tree).getBytes(UTF_8).length;
            assertThat(sizes.of(tree)).as("seed %d, tree %s", seed, tree).isEqualTo(bytes);
            assertThat(sizes.of(NODES.objectNode().set("again", tree))).isEqualTo(bytes + 10);
            assertThat(sizes.exceeds(tree, bytes)).isFalse();
            assertThat(sizes.exceeds(tree, bytes - 1)).isTrue();
        }
    }

    @Test
    void a_container_that_kept_its_text_counts_with_its_blanks() {
        assertThat(new PayloadSize().of(JsonText.parse("[ 1, \"é\" ]"))).isEqualTo(11);
    }

    @Test
    void an_unchanged_part_is_not_walked_again() {
        ArrayNode big = NODES.arrayNode();
        for (int i = 0; i < 1000; i++) {
            big.add("item");
        }
        PayloadSize sizes = new PayloadSize();
        long size = sizes.of(big);
        // Nobody may do this to a value that was handed on; here it shows that the walk did not happen.
        big.add("unseen");

        assertThat(sizes.of(NODES.objectNode().set("big", big))).isEqualTo(size + 8);
    }

    @Test
    void what_was_taken_out_of_a_parsed_input_is_estimated_first_and_measured_where_it_matters() {
        JsonNode input = JsonText.parse("{\"large\": [" + "1, ".repeat(50) + "1], \"small\": [1]}");
        ObjectNode wrapper = JsonNodeFactory.instance.objectNode();
        wrapper.set("a", input.get("small"));
        wrapper.set("b", input.get("small"));
        PayloadSize size = new PayloadSize();
        size.exceeds(input, 1_000);

        // Twice the input, by the estimate: 2 x 178 bytes. In truth {"a":[1],"b":[1]}: 17 bytes.
        assertThat(size.exceeds(wrapper, 1_000)).isFalse();
        assertThat(size.exceeds(wrapper, 100)).isFalse();
        assertThat(size.exceeds(wrapper, 17)).isFalse();
        assertThat(size.exceeds(wrapper, 16)).isTrue();
        assertThat(size.of(wrapper)).isEqualTo(17);
    }
}
