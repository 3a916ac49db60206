package io.github.stepunit.parquet;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.math.BigDecimal;
import java.util.Base64;
import java.util.Collection;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The values that Parquet gives, as JSON: dates and times as text in ISO 8601, bytes in Base64. */
final class ParquetValues {

    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;

    private ParquetValues() {}

    static JsonNode toJson(@Nullable Object value) {
        if (value == null) {
            return JSON.nullNode();
        }
        if (value instanceof Map<?, ?> map) {
            ObjectNode object = JSON.objectNode();
            map.forEach((key, field) -> object.set(String.valueOf(key), toJson(field)));
            return object;
        }
        if (value instanceof Collection<?> elements) {
            ArrayNode array = JSON.arrayNode();
            elements.forEach(element -> array.add(toJson(element)));
            return array;
        }
        if (value instanceof Boolean flag) {
            return JSON.booleanNode(flag);
        }
        if (value instanceof Number number) {
            return number(number);
        }
        if (value instanceof byte[] bytes) {
            return JSON.textNode(Base64.getEncoder().encodeToString(bytes));
        }
        return JSON.textNode(value.toString());
    }

    private static JsonNode number(Number number) {
        if (number instanceof BigDecimal decimal) {
            return JSON.numberNode(decimal);
        }
        if (number instanceof Double || number instanceof Float) {
            double value = number.doubleValue();
            // JSON has no other way to write these.
            return Double.isFinite(value) ? decimal(number) : JSON.textNode(number.toString());
        }
        return JSON.numberNode(number.longValue());
    }

    private static JsonNode decimal(Number number) {
        return number instanceof Float value ? JSON.numberNode(value) : JSON.numberNode(number.doubleValue());
    }
}
