package io.github.stepunit.contract.assertj;

import static io.github.stepunit.contract.assertj.ContractAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.stepunit.StateMachine;
import io.github.stepunit.contract.deployed.Deployed;
import io.github.stepunit.definition.StateMachineType;
import io.github.stepunit.json.JsonText;
import java.time.Clock;
import java.time.Duration;
import java.time.ZoneOffset;
import org.junit.jupiter.api.Test;

class DeployedDefinitionAssertTest {

    private static final Clock THREE_DAYS_LATER =
            Clock.fixed(Deployed.FETCHED.plus(Duration.ofDays(3)), ZoneOffset.UTC);

    private static final String LOCAL =
            "{'StartAt': 'Charge', 'States': {'Charge': {'Type': 'Task', 'Resource': 'arn:aws:states:::lambda:invoke',"
                    + " 'Parameters': {'FunctionName': 'arn:aws:lambda:us-east-1:210987654321:function:charge'},"
                    + " 'TimeoutSeconds': 30, 'Next': 'Ship all'}, 'Ship all': {'Type': 'Map', 'ItemProcessor':"
                    + " {'StartAt': 'Ship', 'States': {'Ship': {'Type': 'Pass', 'End': true}}}, 'End': true}}}";

    private static StateMachine local() {
        return StateMachine.of(JsonText.write(JsonText.parseLenient(LOCAL)));
    }

    @Test
    void matches_what_means_the_same() {
        assertThat(Deployed.of(LOCAL)).matches(local());
        assertThat(Deployed.of(LOCAL.replace("us-east-1:210987654321", "eu-west-1:123456789012")))
                .ignoringAccountAndRegion()
                .matches(local());
        assertThat(Deployed.of(LOCAL.replace("function:charge", "function:charge-prod")))
                .ignoringArns()
                .ignoringComments()
                .matches(local());
    }

    @Test
    void prints_the_differences_by_state() {
        String deployed = LOCAL.replace("'TimeoutSeconds': 30", "'TimeoutSeconds': 60, 'Comment': 'by hand'")
                .replace("{'Type': 'Pass', 'End': true}", "{'Type': 'Succeed'}")
                .replace("{'StartAt': 'Charge'", "{'TimeoutSeconds': 900, 'StartAt': 'Charge'");

        assertThatThrownBy(() -> assertThat(Deployed.of(deployed, StateMachineType.EXPRESS, "r-7"))
                        .withClock(THREE_DAYS_LATER)
                        .matches(local()))
                .hasMessage(
                        """

                        Expecting what is deployed
                          arn:aws:states:eu-west-1:123456789012:stateMachine:orders, updated 2026-11-01T08:00:00Z, revision r-7, fetched 3 days ago
                        to match the local definition
                          definition
                        but there are 6 differences:

                        state machine
                          type: deployed "EXPRESS", but local "STANDARD"
                          TimeoutSeconds: deployed only: 900
                            at /TimeoutSeconds
                        state "Charge"
                          TimeoutSeconds: deployed 60, but local 30
                            at /States/Charge/TimeoutSeconds
                          Comment: deployed only: "by hand"
                            at /States/Charge/Comment
                        state "Ship all/Ship"
                          Type: deployed "Succeed", but local "Pass"
                            at /States/Ship all/ItemProcessor/States/Ship/Type
                          End: not deployed: true
                            at /States/Ship all/ItemProcessor/States/Ship/End""");
    }

    @Test
    void tells_the_age() {
        assertThat(Deployed.of(LOCAL)).withClock(THREE_DAYS_LATER).isNotOlderThan(Duration.ofDays(3));
        assertThatThrownBy(() -> assertThat(Deployed.of(LOCAL))
                        .withClock(THREE_DAYS_LATER)
                        .isNotOlderThan(Duration.ofDays(2)))
                .hasMessage(
                        """

                        Expecting
                          arn:aws:states:eu-west-1:123456789012:stateMachine:orders, updated 2026-11-01T08:00:00Z, fetched 3 days ago
                        not to be older than 2d. Pull it again.""");
    }
}
