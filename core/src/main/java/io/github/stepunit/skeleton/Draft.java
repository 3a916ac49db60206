package io.github.stepunit.skeleton;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.stepunit.s3.S3Objects;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/** A test in the making: the input, the answers of the mocks, and the items in S3. */
final class Draft {

    private JsonNode input;
    /** By the name of the state; the last answer repeats. */
    private final Map<String, List<Answer>> answers;
    /** By the name of the Map state. */
    private final Map<String, JsonNode> items;
    /** Where they are read and where results are written; by the name of the Map state. */
    private final Map<String, ObjectPlace> places;

    private Draft(
            JsonNode input,
            Map<String, List<Answer>> answers,
            Map<String, JsonNode> items,
            Map<String, ObjectPlace> places) {
        this.input = input;
        this.answers = answers;
        this.items = items;
        this.places = places;
    }

    static Draft empty() {
        return new Draft(Values.object(), new TreeMap<>(), new TreeMap<>(), new TreeMap<>());
    }

    Map<String, ObjectPlace> places() {
        return places;
    }

    Draft copy() {
        Map<String, List<Answer>> copied = new TreeMap<>();
        answers.forEach((state, script) -> copied.put(state, new ArrayList<>(script)));
        return new Draft(input, copied, new TreeMap<>(items), new TreeMap<>(places));
    }

    /** The same data, with all mocks succeeding at every call. */
    Draft withoutFailures() {
        Draft draft = copy();
        draft.answers.replaceAll((state, script) -> new ArrayList<>(List.of(script.stream()
                .filter(Answer.Result.class::isInstance)
                .findFirst()
                .orElse(NOTHING))));
        return draft;
    }

    private static final Answer NOTHING = new Answer.Result(Values.object());

    JsonNode input() {
        return input;
    }

    JsonNode items(String map) {
        return items.getOrDefault(map, Values.items(null, 1));
    }

    void setItems(String map, JsonNode newItems) {
        items.put(map, newItems);
    }

    Map<String, List<Answer>> answers() {
        return answers;
    }

    /** The answers of that state's mock, one at least. */
    List<Answer> script(String state) {
        return answers.computeIfAbsent(state, name -> new ArrayList<>(List.of(NOTHING)));
    }

    Answer answer(String state, int call) {
        List<Answer> script = script(state);
        return script.get(Math.min(call, script.size() - 1));
    }

    /** From that call on, the mock gives these; the last one repeats. */
    void script(String state, int call, List<Answer> next) {
        List<Answer> script = script(state);
        while (script.size() < call) {
            script.add(script.get(script.size() - 1));
        }
        while (script.size() > call) {
            script.remove(script.size() - 1);
        }
        script.addAll(next);
    }

    /** What the state's mock returns at that call; where it fails then, what it returns at others. */
    Answer success(String state, int call) {
        List<Answer> script = script(state);
        for (int i = Math.min(call, script.size() - 1); i >= 0; i--) {
            if (script.get(i) instanceof Answer.Result) {
                return script.get(i);
            }
        }
        return script.stream()
                .filter(Answer.Result.class::isInstance)
                .findFirst()
                .orElse(NOTHING);
    }

    @Nullable
    JsonNode get(Source source) {
        return switch (source.kind()) {
            case INPUT -> Values.find(input, source.steps());
            case ITEMS -> Values.find(items(source.state()), source.steps());
            case CAUSE ->
                answer(source.state(), source.call()) instanceof Answer.Failure failure
                                && !failure.cause().isEmpty()
                        ? Values.find(Values.text(failure.cause()), source.steps())
                        : null;
            case ANSWER ->
                success(source.state(), source.call()) instanceof Answer.Result found
                        ? Values.find(found.result(), source.steps())
                        : null;
        };
    }

    /**
     * Changes a value.
     *
     * @param alone whether other calls of a mock keep theirs
     */
    void change(Source source, boolean alone, UnaryOperator<@Nullable JsonNode> change) {
        switch (source.kind()) {
            case INPUT -> input = changed(input, source.steps(), change);
            case ITEMS -> items.put(source.state(), changed(items(source.state()), source.steps(), change));
            case CAUSE -> {
                List<Answer> script = script(source.state());
                int call = Math.min(source.call(), script.size() - 1);
                if (script.get(call) instanceof Answer.Failure failure) {
                    JsonNode cause = changed(Values.text(failure.cause()), source.steps(), change);
                    script.set(call, new Answer.Failure(failure.error(), cause.asText()));
                }
            }
            case ANSWER -> {
                List<Answer> script = script(source.state());
                int call = alone ? source.call() : Math.min(source.call(), script.size() - 1);
                while (script.size() <= call) {
                    script.add(script.get(script.size() - 1));
                }
                if (success(source.state(), call) instanceof Answer.Result result) {
                    int at = script.get(call) instanceof Answer.Result ? call : script.indexOf(result);
                    script.set(Math.max(0, at), new Answer.Result(changed(result.result(), source.steps(), change)));
                }
            }
        }
    }

    private static JsonNode changed(JsonNode root, List<Step> steps, UnaryOperator<@Nullable JsonNode> change) {
        JsonNode changed = Values.change(root, steps, change);
        return changed == null ? Values.object() : changed;
    }

    /** Equal for equal drafts. */
    String key() {
        return input + " " + answers + " " + items + " " + places;
    }

    /** The buckets that its Maps read and write. */
    S3Objects objects() {
        S3Objects objects = new S3Objects();
        places.forEach((map, place) -> place.put(items(place.map()), objects));
        return objects;
    }

    /** The statements that fill them. */
    List<String> statements() {
        List<String> statements = new ArrayList<>();
        places.forEach((map, place) -> statements.add("objects" + place.statement(items(place.map())) + ";"));
        return statements.stream().distinct().toList();
    }

    /** The mocks in the order in which the states were first called. */
    void keepOnly(Map<String, Integer> calls) {
        Map<String, List<Answer>> called = new LinkedHashMap<>();
        calls.forEach((state, count) -> called.put(state, script(state)));
        answers.clear();
        answers.putAll(called);
    }
}
