package io.github.stepunit.contract.assertj;

import io.github.stepunit.StateMachine;
import io.github.stepunit.contract.deployed.DefinitionComparison;
import io.github.stepunit.contract.deployed.DefinitionDifference;
import io.github.stepunit.contract.deployed.DeployedDefinition;
import io.github.stepunit.contract.deployed.Ignoring;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import org.apiguardian.api.API;
import org.assertj.core.api.AbstractAssert;
import org.jspecify.annotations.Nullable;

/** Assertions over a deployed definition. */
@API(status = API.Status.EXPERIMENTAL, since = "0.1")
public final class DeployedDefinitionAssert extends AbstractAssert<DeployedDefinitionAssert, DeployedDefinition> {

    private Ignoring ignoring = Ignoring.NOTHING;
    private Clock clock = Clock.systemUTC();

    DeployedDefinitionAssert(@Nullable DeployedDefinition actual) {
        super(actual, DeployedDefinitionAssert.class);
    }

    /** Ages are told by that clock. */
    public DeployedDefinitionAssert withClock(Clock newClock) {
        clock = newClock;
        return this;
    }

    /** Partition, region and account within ARNs do not count. */
    public DeployedDefinitionAssert ignoringAccountAndRegion() {
        ignoring = ignoring.andAccountAndRegion();
        return this;
    }

    /** Which resource of the same kind an ARN names does not count. */
    public DeployedDefinitionAssert ignoringArns() {
        ignoring = ignoring.andArns();
        return this;
    }

    /** Comments do not count. */
    public DeployedDefinitionAssert ignoringComments() {
        ignoring = ignoring.andComments();
        return this;
    }

    /**
     * What is deployed means the same as the local definition, and is of the same type. Key order, blanks, written-out
     * defaults and the order of names in {@code ErrorEquals} do not count; a local placeholder ({@code ${Name}}) stands for
     * any one deployed value.
     */
    public DeployedDefinitionAssert matches(StateMachine local) {
        isNotNull();
        List<DefinitionDifference> differences = DefinitionComparison.between(actual, local, ignoring);
        if (!differences.isEmpty()) {
            throwAssertionError(ShouldMatch.shouldMatch(actual, local, differences, clock.instant()));
        }
        return this;
    }

    /** {@link #matches(StateMachine)} with the definition in that file, of the type that is deployed. */
    public DeployedDefinitionAssert matches(Path file) {
        isNotNull();
        return matches(StateMachine.load(file, actual.type()));
    }

    /** AWS gave it no longer ago than that; for pulled files, which nobody else renews. */
    public DeployedDefinitionAssert isNotOlderThan(Duration age) {
        isNotNull();
        if (actual.origin().age(clock.instant()).compareTo(age) > 0) {
            throwAssertionError(ShouldMatch.shouldBeYounger(actual, age, clock.instant()));
        }
        return this;
    }
}
