package io.github.stepunit.expression;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.IntNode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.util.Random;
import java.util.UUID;
import java.util.random.RandomGenerator;

/** The intrinsic functions that compute or draw. */
final class NumberFunctions {

    private NumberFunctions() {}

    static JsonNode mathAdd(Arguments arguments) {
        long sum = (long) arguments.integer(0) + arguments.integer(1);
        if (sum != (int) sum) {
            throw arguments.failure("The sum " + sum + " is no integer of 32 bits");
        }
        return IntNode.valueOf((int) sum);
    }

    /** From the first argument, inclusive, to the second, exclusive. The same seed gives the same number. */
    static JsonNode mathRandom(Arguments arguments) {
        int start = arguments.integer(0);
        int end = arguments.integer(1);
        if (start >= end) {
            throw arguments.failure("The start " + start + " must be less than the end " + end);
        }
        RandomGenerator random = arguments.count() > 2 ? new Random(arguments.integer(2)) : arguments.random();
        long range = (long) end - start;
        long offset =
                range <= Integer.MAX_VALUE ? random.nextInt((int) range) : Math.floorMod(random.nextLong(), range);
        return IntNode.valueOf((int) (start + offset));
    }

    static JsonNode uuid(Arguments arguments) {
        return TextNode.valueOf(uuid(arguments.random()));
    }

    /** A UUID of version 4, drawn from the execution's own randomness. */
    static String uuid(RandomGenerator random) {
        long most = (random.nextLong() & ~0xF000L) | 0x4000L;
        long least = (random.nextLong() & ~(0b11L << 62)) | (0b10L << 62);
        return new UUID(most, least).toString();
    }
}
