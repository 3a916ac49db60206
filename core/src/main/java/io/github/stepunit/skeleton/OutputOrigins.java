package io.github.stepunit.skeleton;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.stepunit.definition.ChoiceState;
import io.github.stepunit.definition.MapState;
import io.github.stepunit.definition.ParallelState;
import io.github.stepunit.definition.PassState;
import io.github.stepunit.definition.State;
import io.github.stepunit.definition.TaskState;
import io.github.stepunit.history.Trace;
import io.github.stepunit.history.VisitStatus;
import io.github.stepunit.skeleton.DataPath.Root;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Where the output of a state that was visited comes from. */
final class OutputOrigins {

    private final Origins origins;
    private final TemplateOrigins templates;
    private final Walk walk;

    OutputOrigins(Origins origins, TemplateOrigins templates, Walk walk) {
        this.origins = origins;
        this.templates = templates;
        this.walk = walk;
    }

    void output(Visited at, List<Step> steps) {
        if (origins.goesTooDeep()) {
            return;
        }
        JsonNode json = origins.json(at);
        Trace.Caught caught = at.visit().caught();
        if (caught != null) {
            caught(at, json.path("Catch").path(caught.catcher()), steps);
        } else if (Machine.isJsonata(at.state())) {
            JsonNode output = json.path("Output");
            if (at.state() instanceof ChoiceState && at.visit().matchedRule() != null) {
                output = json.path("Choices").path(at.visit().matchedRule()).path("Output");
            }
            templates.template(at, output, Root.INPUT, steps, () -> result(at, steps));
        } else if (json.path("OutputPath").isTextual()) {
            origins.find(
                    at,
                    DataPath.parse(json.get("OutputPath").textValue(), Root.WHOLE_OUTPUT)
                            .then(steps));
        } else if (!json.path("OutputPath").isNull()) {
            wholeOutput(at, steps);
        }
    }

    private void caught(Visited at, JsonNode catcher, List<Step> steps) {
        JsonNode resultPath = catcher.path("ResultPath");
        if (catcher.has("Output")) {
            templates.template(at, catcher.get("Output"), Root.INPUT, steps, () -> {});
        } else if (resultPath.isNull()) {
            origins.input(at, steps);
        } else if (!resultPath.isTextual()) {
            error(at, steps);
        } else {
            DataPath path = DataPath.parse(resultPath.textValue(), Root.INPUT);
            if (startsWith(steps, path)) {
                error(at, steps.subList(path.steps().size(), steps.size()));
            } else {
                origins.input(at, steps);
            }
        }
    }

    /** Of the object with Error and Cause. */
    void error(Visited at, List<Step> steps) {
        if (steps.size() < 2 || !steps.get(0).equals(new Step.Field("Cause"))) {
            return; // what every error has
        }
        Visited guilty = guilty(at);
        if (guilty != null) {
            origins.add(new Source(
                    Source.Kind.CAUSE, guilty.state().name(), guilty.lastCall(), steps.subList(1, steps.size())));
        }
    }

    /** The Task whose error it was. */
    private @Nullable Visited guilty(Visited at) {
        if (at.state() instanceof TaskState) {
            return at;
        }
        for (Frame each : walk.inner(at)) {
            Visited last = each.last();
            if (last != null && last.visit().status() == VisitStatus.FAILED) {
                return guilty(last);
            }
        }
        return null;
    }

    private static boolean startsWith(List<Step> steps, DataPath path) {
        int size = path.steps().size();
        return steps.size() >= size && steps.subList(0, size).equals(path.steps());
    }

    void wholeOutput(Visited at, List<Step> steps) {
        JsonNode resultPath = origins.json(at).path("ResultPath");
        if (!hasResult(at.state())) {
            origins.effectiveInput(at, steps);
        } else if (resultPath.isNull()) {
            origins.input(at, steps);
        } else if (resultPath.isTextual()) {
            DataPath path = DataPath.parse(resultPath.textValue(), Root.INPUT);
            if (startsWith(steps, path)) {
                selected(at, steps.subList(path.steps().size(), steps.size()));
            } else {
                origins.input(at, steps);
            }
        } else {
            selected(at, steps);
        }
    }

    private static boolean hasResult(State state) {
        return state instanceof TaskState
                || state instanceof PassState
                || !state.graphs().isEmpty();
    }

    void selected(Visited at, List<Step> steps) {
        templates.template(at, origins.json(at).path("ResultSelector"), Root.RESULT, steps, () -> result(at, steps));
    }

    void result(Visited at, List<Step> steps) {
        State state = at.state();
        if (state instanceof TaskState) {
            origins.add(new Source(Source.Kind.ANSWER, state.name(), at.lastCall(), steps));
        } else if (state instanceof PassState) {
            if (!origins.json(at).has("Result")) {
                origins.arguments(at, steps);
            } else {
                origins.isConstant();
            }
        } else if (state.graphs().isEmpty()) {
            origins.input(at, steps);
        } else if (!steps.isEmpty()) {
            boolean isItem = steps.get(0) instanceof Step.Item || steps.get(0) instanceof Step.Each;
            int number = steps.get(0) instanceof Step.Item item ? item.index() : 0;
            Frame frame = walk.inner(at, number);
            if (frame != null && frame.last() != null) {
                output(frame.last(), isItem ? steps.subList(1, steps.size()) : steps);
            } else if (state instanceof MapState map && walk.inner(at).isEmpty()) {
                // There has to be an item before there can be its result.
                origins.items(at, map, List.of(new Step.Item(Math.max(0, number))));
            }
            if (!isItem && state instanceof ParallelState) {
                for (int i = 1; i < state.graphs().size(); i++) {
                    Frame other = walk.inner(at, i);
                    if (other != null && other.last() != null) {
                        output(other.last(), steps);
                    }
                }
            }
        }
    }
}
