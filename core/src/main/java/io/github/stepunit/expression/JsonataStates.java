package io.github.stepunit.expression;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.AbstractMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** {@code $states}; its members are made when they are asked for. */
final class JsonataStates extends AbstractMap<String, Object> {

    private final JsonataPlace place;
    private final EvaluationScope scope;

    JsonataStates(JsonataPlace place, EvaluationScope scope) {
        this.place = place;
        this.scope = scope;
    }

    @Override
    public @Nullable Object get(Object key) {
        if ("input".equals(key)) {
            return JsonataValues.view(scope.input());
        }
        if ("context".equals(key)) {
            return JsonataValues.view(scope.context());
        }
        JsonNode result = scope.result();
        return result != null && key.equals(place.resultMember()) ? JsonataValues.view(result) : null;
    }

    @Override
    public boolean containsKey(Object key) {
        return get(key) != null;
    }

    @Override
    public Set<Map.Entry<String, Object>> entrySet() {
        Set<Map.Entry<String, Object>> entries = new LinkedHashSet<>();
        for (String member : place.members()) {
            Object value = get(member);
            if (value != null) {
                entries.add(Map.entry(member, value));
            }
        }
        return entries;
    }
}
