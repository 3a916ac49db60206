package io.github.stepunit.task;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.stepunit.expression.InvalidExpressionException;
import io.github.stepunit.expression.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Predicate;
import org.apiguardian.api.API;
import org.jspecify.annotations.Nullable;

/**
 * A mock of the Tasks that one selector matches. Begin a script with what its first call should get, and read on at
 * {@link ScriptedAnswer}:
 *
 * <pre>{@code
 * charge.fails("Lambda.TooManyRequestsException").times(2)
 *       .thenReturns("{'receipt': 'r-1'}").after(ofSeconds(3));
 * charge.whenInputAt("$.Payload.orderId", 13).fails("CardDeclined");
 * }</pre>
 *
 * <p>Beginning again replaces the script, so that a test can depart from what its {@code @BeforeEach} says. Values are
 * payloads: for {@code lambda:invoke} (Request Response) the envelope of the service is put around them, for
 * {@code dynamodb:getItem} and the like a plain item becomes DynamoDB's, for {@code http:invoke} they are the body of the
 * answer, for {@code startExecution.sync} the output of the child; for a callback they are what {@code SendTaskSuccess}
 * carries, for other jobs the final description of the job, and for any other resource the result itself. What has the
 * form of the whole answer already is taken as it is.
 *
 * <p>Not safe for use by several threads at once.
 */
@API(status = API.Status.EXPERIMENTAL, since = "0.1")
public final class TaskMock {

    private TaskSelector selector;
    private final CodeLocation madeAt;
    private final @Nullable TaskMock parent;
    private final @Nullable InputCondition condition;
    private final List<TaskMock> conditional = new ArrayList<>();
    private @Nullable Script script;
    private @Nullable TaskHandler bound;
    private CodeLocation boundAt = CodeLocation.UNKNOWN;
    private int calls;
    /** Whether a machine that it was given to is known to have a Task for it. */
    private boolean placed;

    TaskMock(TaskSelector selector, CodeLocation madeAt) {
        this(selector, madeAt, null, null);
    }

    private TaskMock(
            TaskSelector selector, CodeLocation madeAt, @Nullable TaskMock parent, @Nullable InputCondition condition) {
        this.selector = selector;
        this.madeAt = madeAt;
        this.parent = parent;
        this.condition = condition;
    }

    // --- scripts

    /**
     * Returns this.
     *
     * @param json JSON text; single quotes are allowed
     * @throws IllegalArgumentException when it is not JSON
     */
    public ScriptedAnswer returns(String json) {
        return begin(AnswerSource.returning(MockErrors.parse(name(), json)));
    }

    /**
     * Returns this.
     *
     * @param value never changed, and not to be changed by the test
     */
    public ScriptedAnswer returns(JsonNode value) {
        return begin(AnswerSource.returning(MockErrors.requireValue(name(), value)));
    }

    /**
     * Returns this as JSON.
     *
     * @param pojo a record, bean, map, list or number, as Jackson writes it
     * @throws IllegalArgumentException when Jackson cannot write it
     */
    public ScriptedAnswer returns(Object pojo) {
        return begin(AnswerSource.returning(MockErrors.convert(name(), pojo)));
    }

    /**
     * Returns what stands in a file on the class path.
     *
     * @param name a file beside the test class, or from the root of the class path on; JSON, single quotes are allowed
     * @throws IllegalArgumentException when it is not there, or not JSON
     */
    public ScriptedAnswer returnsResource(String name) {
        return begin(AnswerSource.returning(AnswerResource.read(name(), name)));
    }

    /**
     * Returns exactly this, without an envelope around it: for {@code lambda:invoke} the whole
     * {@code {"ExecutedVersion": …, "Payload": …, "StatusCode": 200}}.
     *
     * @param json JSON text; single quotes are allowed
     * @throws IllegalArgumentException when it is not JSON
     */
    public ScriptedAnswer returnsRaw(String json) {
        return begin(AnswerSource.returningRaw(MockErrors.parse(name(), json)));
    }

    /**
     * Answers as the service does when all goes well: with a {@code MessageId} for {@code sqs:sendMessage}, the description
     * of a job that has succeeded for {@code .sync}, <code>{}</code> for a function. Ids in it are the same in every run.
     */
    public ScriptedAnswer succeeds() {
        return succeeds("{}");
    }

    /**
     * Answers as the service does when all goes well, with these members of its answer.
     *
     * @param members beside or instead of the usual ones; JSON text, single quotes are allowed
     * @throws IllegalArgumentException when it is not JSON
     */
    public ScriptedAnswer succeeds(String members) {
        return begin(AnswerSource.succeeding(MockErrors.parse(name(), members)));
    }

    /**
     * Runs a function instead of the service. It gets the payload ({@code Payload} for {@code lambda:invoke}, else the
     * input) and returns one: a {@link JsonNode}, null, or anything that Jackson can write; text is a JSON string.
     *
     * @param function what it throws is the test's error, not the Task's; for that see {@link #answers}
     */
    public ScriptedAnswer runs(Function<JsonNode, ?> function) {
        return begin(AnswerSource.running(name(), Objects.requireNonNull(function, "function")));
    }

    /** Fails with this error, named exactly as on AWS, and no cause. */
    public ScriptedAnswer fails(String error) {
        return begin(AnswerSource.failing(name(), error, null));
    }

    /** Fails with this error, named exactly as on AWS. */
    public ScriptedAnswer fails(String error, @Nullable String cause) {
        return begin(AnswerSource.failing(name(), error, cause));
    }

    /**
     * Fails as the words say, with AWS's own error for the resource of the Task:
     * {@code fails(throttled())}, {@code fails(accessDenied())}, {@code fails(jobFailed())}.
     *
     * @param failure one of {@link TaskFailure}'s
     */
    public ScriptedAnswer fails(TaskFailure failure) {
        return begin(AnswerSource.failing(Objects.requireNonNull(failure, "failure")));
    }

    /** Refuses the request of a {@code .sync} or {@code .waitForTaskToken} task, so that the job never starts. */
    public ScriptedAnswer failsToSubmit(String error, @Nullable String cause) {
        return begin(AnswerSource.failingToSubmit(name(), error, cause));
    }

    /** Times out by itself ({@code States.Timeout}), whatever the state's own timeout. */
    public ScriptedAnswer timesOut() {
        return begin(AnswerSource.timingOut());
    }

    /** Never answers: the state's timeout or heartbeat decides, or the limit of the whole execution. */
    public ScriptedAnswer neverAnswers() {
        return begin(AnswerSource.neverAnswering());
    }

    /** Leaves the answer to the test, which sends it with the task token: {@code execution.sendTaskSuccess(…)}. */
    public ScriptedAnswer answersByHand() {
        return begin(AnswerSource.answeringByHand());
    }

    /**
     * Asks this handler, which gives the raw outcome.
     *
     * @param handler what it throws is the test's error, not the Task's
     */
    public ScriptedAnswer answers(TaskHandler handler) {
        return begin(AnswerSource.asking(Objects.requireNonNull(handler, "handler")));
    }

    // --- conditions

    /**
     * A mock of only those calls whose input the condition accepts, with a script of its own. Of several conditions
     * that accept an input, the one added last answers; calls that none accepts get this mock's own script.
     *
     * @param accepts gets the whole input of the Task, for {@code lambda:invoke} with {@code FunctionName} and
     *     {@code Payload}
     */
    public TaskMock whenInput(Predicate<JsonNode> accepts) {
        return when(new InputCondition("when the input meets a condition", accepts));
    }

    /**
     * A mock of only those calls whose input has this value there; see {@link #whenInput}. The same path and value give
     * the same mock again, so that a test can replace what its {@code @BeforeEach} says.
     *
     * @param path JSONPath into the input: {@code $.orderId}
     * @param value the value, as Jackson writes it; text is text, numbers are equal when their values are
     * @throws IllegalArgumentException when the path is none
     */
    public TaskMock whenInputAt(String path, @Nullable Object value) {
        try {
            return when(InputCondition.at(Path.parse(Objects.requireNonNull(path, "path")), Pojos.toJson(value)));
        } catch (InvalidExpressionException invalid) {
            throw MockErrors.badPath(name(), path, invalid);
        }
    }

    private TaskMock when(InputCondition next) {
        TaskMock mock = conditional.stream()
                .filter(each -> each.condition != null && each.condition.isSameAs(next))
                .findFirst()
                .orElseGet(() -> new TaskMock(selector, madeAt, this, next));
        // To the front also when it is there already: the condition named last is asked first.
        conditional.remove(mock);
        conditional.add(0, mock);
        return mock;
    }

    /** How many calls it has answered, those of its conditions included. */
    public int calls() {
        return calls;
    }

    // --- for TaskMocks

    TaskSelector selector() {
        return selector;
    }

    /** The same selector, with what the definition says that it stands for. */
    void means(TaskSelector resolved) {
        selector = resolved;
    }

    CodeLocation madeAt() {
        return madeAt;
    }

    boolean isPlaced() {
        return placed;
    }

    void placed() {
        placed = true;
    }

    void bind(TaskHandler handler) {
        bound = handler;
        boundAt = CodeLocation.ofCaller();
    }

    private ScriptedAnswer begin(AnswerSource source) {
        Script begun = new Script(name(), CodeLocation.ofCaller());
        script = begun;
        return begun.add(new ScriptedAnswer(begun, source));
    }

    /** {@code `Charge card` when $.orderId is 42}. */
    private String name() {
        if (parent == null || condition == null) {
            return selector.toString();
        }
        return parent.name() + (parent.condition == null ? " " : " and ") + condition.text();
    }

    /** The mock whose turn it is: this one or one of its conditions; null when none has an answer. */
    @Nullable
    TaskMock select(TaskInvocation invocation) {
        if (condition != null && !accepts(condition, invocation)) {
            return null;
        }
        for (TaskMock each : conditional) {
            TaskMock selected = each.select(invocation);
            if (selected != null) {
                return selected;
            }
        }
        return script == null && bound == null ? null : this;
    }

    private boolean accepts(InputCondition own, TaskInvocation invocation) {
        try {
            return own.test().test(invocation.input());
        } catch (RuntimeException thrown) {
            throw MockErrors.badCondition(invocation, name(), thrown);
        }
    }

    TaskOutcome answer(TaskInvocation invocation, Strictness strictness) {
        for (TaskMock each = this; each != null; each = each.parent) {
            each.calls++;
        }
        if (script == null) {
            TaskHandler handler = bound;
            if (handler == null) {
                throw new IllegalStateException("A mock without an answer was selected.");
            }
            return MockErrors.call(handler, invocation, name(), boundAt);
        }
        ScriptedAnswer answer = script.take(strictness);
        if (answer == null) {
            throw MockErrors.exhausted(invocation, script);
        }
        return answer.answer(invocation);
    }

    /** Whether the test has named it and not begun a script, bound a handler or set a condition. */
    boolean saysNothing() {
        return script == null && bound == null && conditional.isEmpty();
    }

    String whyMute() {
        return "the input meets none of its conditions: "
                + String.join(", ", conditional.stream().map(TaskMock::name).toList());
    }

    void forEachScript(Consumer<Script> consumer) {
        if (script != null) {
            consumer.accept(script);
        }
        for (int i = conditional.size() - 1; i >= 0; i--) {
            conditional.get(i).forEachScript(consumer);
        }
    }

    /** {@code mock of `Charge card`}, for debuggers. */
    @Override
    public String toString() {
        return "mock of " + name();
    }
}
