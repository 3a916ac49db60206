package io.github.stepunit.task;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.stepunit.definition.TaskResource;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.function.Function;
import org.apiguardian.api.API;
import org.jspecify.annotations.Nullable;

/**
 * One answer in the script of a {@link TaskMock}: what is said next describes this answer ({@link #after},
 * {@link #times}) or adds another one after it ({@code then…}).
 *
 * <pre>{@code
 * charge.fails("Lambda.TooManyRequestsException").times(2)
 *       .thenReturns("{'receipt': 'r-1'}").after(ofSeconds(3));
 * }</pre>
 *
 * <p>An answer that stands alone serves every call. As soon as a script says {@link #times} or {@code then…} it is
 * exact: one call more than scripted is an error, unless its last answer is {@link #always} to be given.
 */
@API(status = API.Status.EXPERIMENTAL, since = "0.1")
public final class ScriptedAnswer {

    private final Script script;
    private final AnswerSource source;
    private int times;
    private boolean always;
    private @Nullable Function<TaskInvocation, Duration> latency;
    private String latencyText = "";
    private Duration @Nullable [] heartbeats;
    private @Nullable JsonNode submitOutput;
    private @Nullable Duration pickUpDelay;
    private @Nullable String worker;
    /** The resource that it was last found to fit. */
    private @Nullable TaskResource fitting;

    ScriptedAnswer(Script script, AnswerSource source) {
        this.script = script;
        this.source = source;
    }

    // --- more about this answer

    /**
     * Gives this answer to that many calls.
     *
     * @throws IllegalArgumentException when {@code calls} is less than 1
     */
    public ScriptedAnswer times(int calls) {
        requireUnlimited("times(" + calls + ")");
        if (calls < 1) {
            throw MockErrors.badScript(
                    script.mock(),
                    "times(" + calls + ") is less than 1",
                    "give a number of calls from 1, or leave the answer out.");
        }
        times = calls;
        return this;
    }

    /**
     * Gives this answer to every further call, none included: {@code returns("{}").always()} is for set-up that not every
     * test needs.
     */
    public ScriptedAnswer always() {
        requireUnlimited("always()");
        always = true;
        return this;
    }

    /** Answers this long, in virtual time, after the Task has started. */
    public ScriptedAnswer after(Duration newLatency) {
        Duration fixed = requireNotNegative("after", newLatency);
        latency = invocation -> fixed;
        latencyText = fixed.toString();
        return this;
    }

    /** Answers as long after the Task has started as is drawn for it. */
    public ScriptedAnswer after(Latency newLatency) {
        latency = newLatency::of;
        latencyText = newLatency.toString();
        return this;
    }

    /**
     * Sends heartbeats before the answer. Only who has a task token can: of an activity, a callback
     * ({@code .waitForTaskToken}) or a job ({@code .sync}).
     *
     * @param afterStart virtual time from the start of the Task to each of them
     */
    public ScriptedAnswer withHeartbeats(Duration... afterStart) {
        for (Duration each : afterStart) {
            requireNotNegative("withHeartbeats", each);
        }
        heartbeats = afterStart.clone();
        return this;
    }

    /** Lets the worker of an activity take the task up this long after it was scheduled. No other Task is taken up. */
    public ScriptedAnswer pickedUpAfter(Duration delay) {
        pickUpDelay = requireNotNegative("pickedUpAfter", delay);
        return this;
    }

    /** Lets the activity worker of that name take the task up this long after it was scheduled. */
    public ScriptedAnswer pickedUpAfter(Duration delay, String workerName) {
        worker = MockErrors.requireText(script.mock(), "worker name", workerName);
        return pickedUpAfter(delay);
    }

    /**
     * Sets what the service answers when a {@code .sync} or {@code .waitForTaskToken} task is submitted
     * ({@code TaskSubmitted}); without it a plausible answer is made up.
     *
     * @param json JSON text; single quotes are allowed
     */
    public ScriptedAnswer submittedWith(String json) {
        submitOutput = MockErrors.parse(script.mock(), json);
        return this;
    }

    // --- another answer after this one

    /** Then returns this; see {@link TaskMock#returns(String)}. */
    public ScriptedAnswer thenReturns(String json) {
        return then(AnswerSource.returning(MockErrors.parse(script.mock(), json)));
    }

    /** Then returns this; see {@link TaskMock#returns(JsonNode)}. */
    public ScriptedAnswer thenReturns(JsonNode value) {
        return then(AnswerSource.returning(MockErrors.requireValue(script.mock(), value)));
    }

    /** Then returns this; see {@link TaskMock#returns(Object)}. */
    public ScriptedAnswer thenReturns(Object pojo) {
        return then(AnswerSource.returning(MockErrors.convert(script.mock(), pojo)));
    }

    /** Then returns what stands in a file on the class path; see {@link TaskMock#returnsResource}. */
    public ScriptedAnswer thenReturnsResource(String name) {
        return then(AnswerSource.returning(AnswerResource.read(script.mock(), name)));
    }

    /** Then returns this without an envelope around it; see {@link TaskMock#returnsRaw(String)}. */
    public ScriptedAnswer thenReturnsRaw(String json) {
        return then(AnswerSource.returningRaw(MockErrors.parse(script.mock(), json)));
    }

    /** Then answers as the service does when all goes well; see {@link TaskMock#succeeds()}. */
    public ScriptedAnswer thenSucceeds() {
        return thenSucceeds("{}");
    }

    /** Then answers as the service does when all goes well; see {@link TaskMock#succeeds(String)}. */
    public ScriptedAnswer thenSucceeds(String members) {
        return then(AnswerSource.succeeding(MockErrors.parse(script.mock(), members)));
    }

    /** Then runs a function; see {@link TaskMock#runs}. */
    public ScriptedAnswer thenRuns(Function<JsonNode, ?> function) {
        return then(AnswerSource.running(script.mock(), function));
    }

    /** Then fails; see {@link TaskMock#fails(String)}. */
    public ScriptedAnswer thenFails(String error) {
        return then(AnswerSource.failing(script.mock(), error, null));
    }

    /** Then fails; see {@link TaskMock#fails(String, String)}. */
    public ScriptedAnswer thenFails(String error, @Nullable String cause) {
        return then(AnswerSource.failing(script.mock(), error, cause));
    }

    /** Then fails as the words say; see {@link TaskMock#fails(TaskFailure)}. */
    public ScriptedAnswer thenFails(TaskFailure failure) {
        return then(AnswerSource.failing(failure));
    }

    /** Then refuses the request; see {@link TaskMock#failsToSubmit}. */
    public ScriptedAnswer thenFailsToSubmit(String error, @Nullable String cause) {
        return then(AnswerSource.failingToSubmit(script.mock(), error, cause));
    }

    /** Then times out; see {@link TaskMock#timesOut}. */
    public ScriptedAnswer thenTimesOut() {
        return then(AnswerSource.timingOut());
    }

    /** Then never answers; see {@link TaskMock#neverAnswers}. */
    public ScriptedAnswer thenNeverAnswers() {
        return then(AnswerSource.neverAnswering());
    }

    /** Then waits for the test's own answer; see {@link TaskMock#answersByHand}. */
    public ScriptedAnswer thenAnswersByHand() {
        return then(AnswerSource.answeringByHand());
    }

    /** Then asks this handler; see {@link TaskMock#answers}. */
    public ScriptedAnswer thenAnswers(TaskHandler handler) {
        return then(AnswerSource.asking(handler));
    }

    private ScriptedAnswer then(AnswerSource next) {
        if (always) {
            throw MockErrors.badScript(
                    script.mock(),
                    "an answer stands after always(), where no call can reach it",
                    "end the script with always(), or say times(n) instead.");
        }
        return script.add(new ScriptedAnswer(script, next));
    }

    // --- for the script

    boolean isAlways() {
        return always;
    }

    boolean hasTimes() {
        return times > 0;
    }

    /** How many calls it serves, unless it repeats. */
    int times() {
        return Math.max(times, 1);
    }

    String describe() {
        String suffix = always ? " (always)" : hasTimes() ? " (" + times + " times)" : "";
        return source.describe() + suffix;
    }

    /** Whether it says more than what the answer is and when it comes. */
    boolean saysHow() {
        return heartbeats != null || submitOutput != null || pickUpDelay != null || source.byHand();
    }

    /** @throws IllegalArgumentException when there are Tasks, and it fits none of them */
    void requireFit(List<TaskAddress> tasks) {
        if (!tasks.isEmpty() && tasks.stream().allMatch(task -> misfit(task.resource()) != null)) {
            throw AnswerErrors.unfit(
                    script, Objects.requireNonNull(misfit(tasks.get(0).resource())), tasks.get(0));
        }
    }

    /** What it says and a Task of that resource cannot do; null when it can. */
    private @Nullable Misfit misfit(TaskResource resource) {
        boolean isSubmitted = resource.pattern().isSubmitted();
        boolean isActivity = resource.kind() == TaskResource.Kind.ACTIVITY;
        if (source.byHand() && !isSubmitted && !isActivity) {
            return Misfit.BY_HAND;
        }
        if (heartbeats != null && !isSubmitted && !isActivity) {
            return Misfit.HEARTBEATS;
        }
        if (submitOutput != null && !isSubmitted) {
            return Misfit.SUBMITTED;
        }
        return pickUpDelay != null && !isActivity ? Misfit.PICK_UP : null;
    }

    private void requireFit(TaskInvocation invocation) {
        TaskResource resource = invocation.resource();
        if (resource.equals(fitting)) {
            return;
        }
        Misfit misfit = misfit(resource);
        if (misfit != null) {
            throw AnswerErrors.unfit(script, misfit, invocation);
        }
        String error = source.error();
        if (error != null) {
            resource.errors().surelyMeant(error).ifPresent(meant -> {
                throw AnswerErrors.neverRaised(script, error, meant, invocation);
            });
        }
        fitting = resource;
    }

    TaskOutcome answer(TaskInvocation invocation) {
        requireFit(invocation);
        TaskOutcome outcome =
                decorate(MockErrors.call(this::undecorated, invocation, script.mock(), script.location()));
        boolean isSubmitted = invocation.resource().pattern().isSubmitted();
        return isSubmitted && outcome.submitOutput() == null
                ? outcome.submittedWith(ServiceResponses.response(invocation, ServiceResponses.object()))
                : outcome;
    }

    private TaskOutcome undecorated(TaskInvocation invocation) {
        if (latency == null) {
            return source.handler().handle(invocation);
        }
        Duration duration = latency.apply(invocation);
        if (source.handler() instanceof TimedTaskHandler timed) {
            return timed.handle(invocation, duration);
        }
        TaskOutcome outcome = source.handler().handle(invocation);
        // Null is the test's mistake, which is explained where it is called.
        return outcome == null ? outcome : outcome.after(duration);
    }

    private TaskOutcome decorate(TaskOutcome outcome) {
        TaskOutcome result = heartbeats == null ? outcome : outcome.withHeartbeats(heartbeats);
        result = submitOutput == null ? result : result.submittedWith(submitOutput);
        return pickUpDelay == null ? result : result.pickedUpAfter(pickUpDelay, worker);
    }

    // --- checks

    private void requireUnlimited(String what) {
        if (always || times > 0) {
            throw MockErrors.badScript(
                    script.mock(),
                    what + " comes after " + (always ? "always()" : "times(" + times + ")") + " for the same answer",
                    "say one of them, once.");
        }
    }

    private Duration requireNotNegative(String what, Duration duration) {
        if (duration.isNegative()) {
            throw MockErrors.badScript(
                    script.mock(),
                    what + "(" + duration + ") is negative",
                    "give the virtual time from the start of the Task, which is zero or more.");
        }
        return duration;
    }

    /** {@code fails with X (2 times) after PT3S}, for debuggers. */
    @Override
    public String toString() {
        return describe()
                + (latencyText.isEmpty() ? "" : " after " + latencyText)
                + (heartbeats == null ? "" : " with heartbeats " + Arrays.toString(heartbeats));
    }
}
