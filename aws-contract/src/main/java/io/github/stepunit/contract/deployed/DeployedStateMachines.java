package io.github.stepunit.contract.deployed;

import io.github.stepunit.contract.AwsCallException;
import io.github.stepunit.contract.AwsCallException.Reason;
import io.github.stepunit.contract.internal.AwsCall;
import io.github.stepunit.contract.internal.EnvironmentClients;
import io.github.stepunit.contract.internal.StepFunctionsArn;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apiguardian.api.API;
import software.amazon.awssdk.services.cloudformation.CloudFormationClient;
import software.amazon.awssdk.services.sfn.SfnClient;
import software.amazon.awssdk.services.sfn.model.DescribeStateMachineForExecutionResponse;
import software.amazon.awssdk.services.sfn.model.DescribeStateMachineResponse;
import software.amazon.awssdk.services.sfn.model.RoutingConfigurationListItem;
import software.amazon.awssdk.services.sfn.model.StateMachineListItem;

/**
 * Fetches what is deployed, with calls that only read.
 *
 * <pre>{@code
 * DeployedDefinition deployed = DeployedStateMachines.with(SfnClient.create()).fetch("orders");
 * assertThat(deployed).ignoringAccountAndRegion().matches(StateMachine.load(Path.of("order.asl.json")));
 * }</pre>
 */
@API(status = API.Status.EXPERIMENTAL, since = "0.1")
public final class DeployedStateMachines {

    private static final Pattern STATE_MACHINE =
            Pattern.compile("arn:[^:]+:states:[^:]*:[^:]*:stateMachine:([^:]+)(?::([^:]+))?");

    /** For what is asked about, an ARN or a name. */
    private final Function<String, SfnClient> clients;

    private final Clock clock;

    private DeployedStateMachines(Function<String, SfnClient> clients, Clock clock) {
        this.clients = clients;
        this.clock = clock;
    }

    /** Asks with that client, which stays the caller's to close. */
    public static DeployedStateMachines with(SfnClient client) {
        return new DeployedStateMachines(any -> client, Clock.systemUTC());
    }

    /**
     * Asks with the credentials, the region and the endpoint of the environment, which are looked for with the first
     * question. What is asked about by its ARN is asked for in the region of that.
     */
    public static DeployedStateMachines ofEnvironment() {
        return new DeployedStateMachines(new EnvironmentClients()::inRegionOf, Clock.systemUTC());
    }

    /** The same, with another clock for the time that goes with what it fetches. */
    public DeployedStateMachines withClock(Clock newClock) {
        return new DeployedStateMachines(clients, newClock);
    }

    /**
     * Fetches a state machine.
     *
     * @param machine its ARN, that of a version, of an alias (of whose routes the heaviest is taken; see {@link
     *     #fetchRoutes}) or of an execution (the definition that it ran), or else its name
     * @throws AwsCallException when AWS does not give it; the message says what to do
     */
    public DeployedDefinition fetch(String machine) {
        if (StepFunctionsArn.isOfExecution(machine)) {
            return fetchForExecution(machine);
        }
        Matcher arn = STATE_MACHINE.matcher(machine);
        if (arn.matches()) {
            String qualifier = arn.group(2);
            boolean alias = qualifier != null && !qualifier.chars().allMatch(Character::isDigit);
            return alias ? fetchRoute(machine, routes(machine).get(0)) : describe(machine, machine);
        }
        if (machine.startsWith("arn:")) {
            throw new IllegalArgumentException(
                    machine + " is neither the ARN of a state machine, a version, an alias"
                            + " nor of an execution.\n  do      give arn:aws:states:REGION:ACCOUNT:stateMachine:NAME, or the name.");
        }
        return describe(new NamedStateMachine(clients.apply(machine), machine).arn(), machine);
    }

    /** Fetches what an alias leads to, the heaviest route first. */
    public List<DeployedDefinition> fetchRoutes(String aliasArn) {
        return routes(aliasArn).stream()
                .map(route -> fetchRoute(aliasArn, route))
                .toList();
    }

    private DeployedDefinition fetchRoute(String aliasArn, RoutingConfigurationListItem route) {
        String alias = aliasArn.substring(aliasArn.lastIndexOf(':') + 1);
        return describe(route.stateMachineVersionArn(), "alias " + alias + ", " + route.weight() + " %");
    }

    private List<RoutingConfigurationListItem> routes(String aliasArn) {
        AwsCall call = new AwsCall("DescribeStateMachineAlias", "states:DescribeStateMachineAlias", aliasArn);
        List<RoutingConfigurationListItem> routes = new ArrayList<>(call.answer(() -> clients.apply(aliasArn)
                        .describeStateMachineAlias(request -> request.stateMachineAliasArn(aliasArn)))
                .routingConfiguration());
        if (routes.isEmpty()) {
            throw call.unreadable("the alias has no route");
        }
        routes.sort(Comparator.comparing(RoutingConfigurationListItem::weight).reversed());
        return routes;
    }

    /** Fetches the definition that an execution ran, whatever is deployed by now. */
    public DeployedDefinition fetchForExecution(String executionArn) {
        AwsCall call = new AwsCall(
                "DescribeStateMachineForExecution", "states:DescribeStateMachineForExecution", executionArn);
        DescribeStateMachineForExecutionResponse answer = call.answer(() -> clients.apply(executionArn)
                .describeStateMachineForExecution(request -> request.executionArn(executionArn)));
        return new Answers(call, clock).ofExecution(answer, executionArn);
    }

    /**
     * Fetches a state machine by the stack that made it. Needs {@code software.amazon.awssdk:cloudformation}.
     *
     * @param stack name or ARN of the CloudFormation stack
     * @param logicalId the logical id in the template, as SAM and CDK give it after their transformations
     */
    public DeployedDefinition fetchFromStack(CloudFormationClient cloudFormation, String stack, String logicalId) {
        return describe(
                StackResources.arnOf(cloudFormation, stack, logicalId), "stack " + stack + ", resource " + logicalId);
    }

    /** ARNs of all state machines of the account in the region, as {@code ListStateMachines} gives them. */
    public List<String> list() {
        return new AwsCall("ListStateMachines", "states:ListStateMachines", "")
                .answer(() -> clients.apply("").listStateMachinesPaginator().stateMachines().stream()
                        .map(StateMachineListItem::stateMachineArn)
                        .toList());
    }

    private DeployedDefinition describe(String arn, String asked) {
        AwsCall call = new AwsCall("DescribeStateMachine", "states:DescribeStateMachine", arn);
        DescribeStateMachineResponse answer =
                call.answer(() -> clients.apply(arn).describeStateMachine(request -> request.stateMachineArn(arn)));
        if ("DELETING".equals(answer.statusAsString())) {
            throw new AwsCallException(
                    Reason.NOT_FOUND,
                    "The state machine " + arn + " is being deleted.\n  do      check the name or ARN.",
                    null);
        }
        return new Answers(call, clock).ofStateMachine(answer, asked);
    }
}
