package io.github.stepunit.definition;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.IntNode;
import io.github.stepunit.definition.Retrier.JitterStrategy;
import io.github.stepunit.definition.TaskResource.IntegrationPattern;
import io.github.stepunit.expression.Literal;
import io.github.stepunit.expression.Path;
import io.github.stepunit.json.JsonPointer;
import io.github.stepunit.json.SourceLocation;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;

/** What a valid definition becomes. */
class DefinitionParserTest {

    private final StateMachineDefinition definition =
            StateMachineDefinition.parse("sample.json", SampleDefinition.TEXT, StateMachineType.STANDARD);

    private <T extends State> T state(String name, Class<T> type) {
        return Objects.requireNonNull(type.cast(definition.graph().states().get(name)));
    }

    private static String text(io.github.stepunit.expression.Expression expression) {
        return expression.text();
    }

    @Test
    void the_machine() {
        assertThat(definition.comment()).isEqualTo("everything");
        assertThat(definition.queryLanguage()).isEqualTo(QueryLanguage.JSONPATH);
        assertThat(definition.timeoutSeconds()).isEqualTo(3600);
        assertThat(definition.text()).isEqualTo(SampleDefinition.TEXT);
        assertThat(definition.graph().startAt()).isEqualTo("Prepare");
        assertThat(definition.graph().pointer()).isEqualTo(JsonPointer.ROOT);
        assertThat(definition.graph().states().keySet())
                .containsExactly(
                        "Prepare",
                        "Charge card",
                        "Route",
                        "Pause",
                        "Pause until",
                        "Fan out",
                        "Each",
                        "Done",
                        "Refused");
    }

    private static JsonPathDataFlow flow(DataFlow dataFlow) {
        return (JsonPathDataFlow) dataFlow;
    }

    @Test
    void a_pass() {
        PassState pass = state("Prepare", PassState.class);
        assertThat(pass.header().comment()).isEqualTo("first");
        assertThat(pass.next()).isEqualTo("Charge card");
        assertThat(pass.result()).hasToString("{\"a\":1.0}");
        assertThat(flow(pass.dataFlow()).inputPath()).extracting(Path::text).isEqualTo("$.order");
        assertThat(flow(pass.dataFlow()).outputPath()).isNull();
        assertThat(flow(pass.dataFlow()).resultPath())
                .extracting(io.github.stepunit.expression.ReferencePath::text)
                .isEqualTo("$.prepared");
        assertThat(flow(pass.dataFlow()).parameters()).isNotNull();
        assertThat(flow(pass.dataFlow()).assign()).isNotNull();
    }

    @Test
    void a_task() {
        TaskState task = state("Charge card", TaskState.class);
        assertThat(task.resource().pattern()).isEqualTo(IntegrationPattern.WAIT_FOR_TASK_TOKEN);
        assertThat(task.credentials()).isNotNull();
        assertThat(task.timeoutSeconds()).isInstanceOf(Path.class);
        assertThat(task.heartbeatSeconds()).isEqualTo(new Literal(IntNode.valueOf(10)));
        assertThat(task.errorHandling().retriers())
                .containsExactly(
                        new Retrier(
                                List.of("Lambda.TooManyRequestsException"),
                                2,
                                5,
                                1.5,
                                30L,
                                JitterStrategy.FULL,
                                task.pointer().field("Retry").index(0)),
                        new Retrier(
                                List.of("States.ALL"),
                                1,
                                3,
                                2.0,
                                null,
                                JitterStrategy.NONE,
                                task.pointer().field("Retry").index(1)));
        Catcher catcher = task.errorHandling().catchers().get(0);
        assertThat(catcher.errorEquals()).containsExactly("Card.Declined", "States.Timeout");
        assertThat(catcher.resultPath()).isNull();
        assertThat(catcher.next()).isEqualTo("Refused");
        assertThat(catcher.pointer().toAwsLocation()).isEqualTo("/States/Charge card/Catch[0]");
    }

    @Test
    void a_choice() {
        ChoiceState choice = state("Route", ChoiceState.class);
        assertThat(choice.defaultState()).isEqualTo("Fan out");
        assertThat(choice.choices()).hasSize(2);
        assertThat(choice.choices().get(0).assign()).isNotNull();
        Condition.And and = (Condition.And) choice.choices().get(0).condition();
        Condition.DataTest byPath = (Condition.DataTest) and.conditions().get(0);
        assertThat(byPath.field()).isEqualTo("NumericGreaterThanPath");
        assertThat(text(byPath.operand())).isEqualTo("$.limit");
        assertThat(and.conditions().get(1)).isInstanceOf(Condition.Not.class);
        assertThat(and.conditions().get(2)).isInstanceOf(Condition.Or.class);
        Condition.DataTest isPresent =
                (Condition.DataTest) choice.choices().get(1).condition();
        assertThat(isPresent.operator()).isEqualTo(ComparisonOperator.IS_PRESENT);
        assertThat(text(isPresent.operand())).isEqualTo("false");
    }

    @Test
    void waits() {
        assertThat(state("Pause", WaitState.class).unit()).isEqualTo(WaitState.Unit.SECONDS);
        assertThat(text(state("Pause", WaitState.class).until())).isEqualTo("30");
        assertThat(state("Pause until", WaitState.class).unit()).isEqualTo(WaitState.Unit.TIMESTAMP);
        assertThat(text(state("Pause until", WaitState.class).until())).isEqualTo("$.from");
    }

    @Test
    void containers() {
        ParallelState parallel = state("Fan out", ParallelState.class);
        assertThat(parallel.branches()).extracting(StateGraph::startAt).containsExactly("Left", "Right");
        assertThat(parallel.branches().get(1).pointer().toAwsLocation()).isEqualTo("/States/Fan out/Branches[1]");
        MapState map = state("Each", MapState.class);
        assertThat(String.valueOf(map.items())).isEqualTo("$[0].items");
        assertThat(map.itemSelector()).isNotNull();
        assertThat(map.dataFlow().request()).isNull();
        assertThat(map.processor().states()).containsOnlyKeys("Ship");
        assertThat(map.maxConcurrency()).isEqualTo(new Literal(IntNode.valueOf(2)));
        assertThat(map.toleratedFailurePercentage()).isInstanceOf(Path.class);
        assertThat(map.toleratedFailureCount()).isEqualTo(new Literal(IntNode.valueOf(1)));
    }

    @Test
    void ends() {
        assertThat(flow(state("Done", SucceedState.class).dataFlow()).outputPath())
                .extracting(Path::text)
                .isEqualTo("$[0]");
        FailState fail = state("Refused", FailState.class);
        assertThat(fail.error()).isInstanceOf(Path.class);
        assertThat(fail.cause()).extracting(DefinitionParserTest::text).isEqualTo("\"refused\"");
    }

    @Test
    void places() {
        JsonPointer pause = JsonPointer.ROOT.field("States").field("Pause");
        assertThat(definition.sourceMap().locate(pause)).isEqualTo(new SourceLocation("sample.json", 67, 5));
        assertThat(definition.sourceMap().locate(pause.field("Seconds")))
                .isEqualTo(new SourceLocation("sample.json", 67, 42));
        assertThat(definition.sourceMap().locate(pause.field("None")))
                .isEqualTo(new SourceLocation("sample.json", 67, 5));
        assertThat(definition.sourceMap().line(67)).contains("\"Pause\"");
    }
}
