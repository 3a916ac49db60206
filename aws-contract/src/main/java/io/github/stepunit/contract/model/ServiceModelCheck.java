package io.github.stepunit.contract.model;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.stepunit.StateMachine;
import io.github.stepunit.contract.model.ModelProblem.Kind;
import io.github.stepunit.definition.TaskResource;
import io.github.stepunit.integration.ResourceErrors;
import io.github.stepunit.json.JsonPointer;
import io.github.stepunit.servicemodel.OperationModel;
import io.github.stepunit.servicemodel.Shape;
import io.github.stepunit.task.TaskHandler;
import io.github.stepunit.teststate.FieldValidationMode;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.apiguardian.api.API;
import org.jspecify.annotations.Nullable;

/**
 * Checks what Tasks send, and what mocks answer, against the models of the services: members that do not exist or are
 * spelled otherwise, that are missing, of another type, with unknown values, and errors that a service cannot raise. For
 * optimized integrations and for those of the AWS SDK. Immutable.
 *
 * <pre>{@code
 * ServiceModelCheck models = ServiceModelCheck.strict();
 * assertThat(models.check(orders)).hasNoProblems();               // what the definition writes out
 * Execution execution = models.checking(orders).start("{}");      // what its Tasks send, and what mocks answer
 * }</pre>
 *
 * <p>The models are StepUnit's own table, and the classes of the AWS SDK for Java 2 where the service's module is on the
 * class path: they may be newer, and there are more of them.
 */
@API(status = API.Status.EXPERIMENTAL, since = "0.1")
public final class ServiceModelCheck {

    private final OperationModels models;
    private final FieldValidationMode mode;

    private ServiceModelCheck(OperationModels models, FieldValidationMode mode) {
        this.models = models;
        this.mode = mode;
    }

    /** Everything is checked, also that what is required is there. */
    public static ServiceModelCheck strict() {
        return in(FieldValidationMode.STRICT);
    }

    /** The same but for what is not there: a mock may answer only what its test is about. */
    public static ServiceModelCheck present() {
        return in(FieldValidationMode.PRESENT);
    }

    /** In that mode. */
    public static ServiceModelCheck in(FieldValidationMode mode) {
        return new ServiceModelCheck(new OperationModels(), mode);
    }

    /** The same in another mode. */
    public ServiceModelCheck withMode(FieldValidationMode newMode) {
        return new ServiceModelCheck(models, newMode);
    }

    /**
     * The same machine, whose Tasks and mocks are checked: the first request or answer that does not fit ends the execution
     * with a {@link ServiceModelException}.
     */
    public StateMachine checking(StateMachine machine) {
        StateMachine[] machines = Stream.concat(Stream.of(machine), machine.stateMachines().stream())
                .toArray(StateMachine[]::new);
        return machine.withTasks(checking(machine.tasks(), machines));
    }

    /**
     * Stands between machines and their mocks, as {@link #checking(StateMachine)} does.
     *
     * @param mocks what answers
     * @param machines whose Tasks they are, for the places in messages
     */
    public TaskHandler checking(TaskHandler mocks, StateMachine... machines) {
        return mode == FieldValidationMode.NONE ? mocks : new CheckedTasks(this, mocks, List.of(machines));
    }

    /** What is wrong with the requests that a definition writes out; what only a run knows is left aside. */
    public ServiceModelReport check(StateMachine machine) {
        return new DefinitionCheck(this, machine.definition()).report();
    }

    /** What is wrong with a request of a Task. */
    public List<ModelProblem> problemsOfRequest(TaskResource resource, JsonNode request) {
        return problemsOfRequest(resource, request, JsonPointer.ROOT, Subject.REQUEST, at -> false);
    }

    List<ModelProblem> problemsOfRequest(
            TaskResource resource, JsonNode request, JsonPointer at, Subject subject, Predicate<JsonPointer> unknown) {
        if (mode == FieldValidationMode.NONE || IntegrationRules.hasOwnRequest(resource)) {
            return List.of();
        }
        Set<String> others = models.otherActions(resource).orElse(Set.of());
        if (!others.isEmpty()) {
            String message = "the AWS SDK has no " + resource.serviceAction().substring("aws-sdk:".length())
                    + Wording.question(resource.action(), others);
            return List.of(new ModelProblem(Kind.UNKNOWN_OPERATION, JsonPointer.ROOT, message));
        }
        OperationModel operation = models.operation(resource);
        return operation == null ? List.of() : problems(resource, request, operation.request(), at, subject, unknown);
    }

    /** What is wrong with the result that a Task is given. */
    public List<ModelProblem> problemsOfResult(TaskResource resource, JsonNode result) {
        if (resource.pattern().isSubmitted() && !result.isObject()) {
            // Whoever has the job's token can end it with any JSON: callback/test_callback.test_sync_with_task_token.
            return List.of();
        }
        return models.results(resource).stream()
                // Of several forms the one that is most alike.
                .max(Comparator.comparingLong((Shape.Structure form) ->
                        form.members().keySet().stream().filter(result::has).count()))
                .map(form -> problems(resource, result, form, JsonPointer.ROOT, Subject.ANSWER, at -> false))
                .orElse(List.of());
    }

    /** What is wrong with the first answer to a Task that waits for a job or a callback. */
    List<ModelProblem> problemsOfSubmission(TaskResource resource, JsonNode answer) {
        OperationModel operation = models.operation(resource);
        return operation == null || IntegrationRules.hasOwnRequest(resource)
                ? List.of()
                : problems(resource, answer, operation.response(), JsonPointer.ROOT, Subject.ANSWER, at -> false);
    }

    private List<ModelProblem> problems(
            TaskResource resource,
            JsonNode value,
            Shape.@Nullable Structure shape,
            JsonPointer base,
            Subject subject,
            Predicate<JsonPointer> unknown) {
        if (mode == FieldValidationMode.NONE || shape == null) {
            return List.of();
        }
        ShapeCheck check = new ShapeCheck(
                subject,
                mode == FieldValidationMode.STRICT,
                at -> IntegrationRules.isFree(resource, base, at, subject),
                unknown);
        check.check(base, value, shape);
        return check.problems();
    }

    /** What is wrong with an error of a Task: that its resource cannot raise it. */
    public List<ModelProblem> problemsOfError(TaskResource resource, String error) {
        ResourceErrors errors = resource.errors();
        if (mode == FieldValidationMode.NONE || errors.canRaise(error)) {
            return List.of();
        }
        List<String> close = errors.closest(error);
        String question = close.isEmpty() ? "" : ". Did you mean \"" + close.get(0) + "\"?";
        return List.of(
                new ModelProblem(Kind.UNKNOWN_ERROR, JsonPointer.ROOT, "it has no error \"" + error + "\"" + question));
    }

    /** Whether anything is known of what a Task sends. */
    boolean knowsRequestOf(TaskResource resource) {
        return models.operation(resource) != null && !IntegrationRules.hasOwnRequest(resource);
    }

    /** The dependency that would tell the model of what a Task calls; null when there is nothing to tell. */
    @Nullable
    String missingDependency(TaskResource resource) {
        return models.missingDependency(resource);
    }
}
