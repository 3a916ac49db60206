package io.github.stepunit.samples;

import io.github.stepunit.contract.junit5.DeployedStateMachine;

/** The tests of {@link OrderTest} once more, against the definition that was pulled from AWS. */
@DeployedStateMachine(file = "statemachines/order.deployed.json")
class DeployedOrderTest extends OrderTest {}
