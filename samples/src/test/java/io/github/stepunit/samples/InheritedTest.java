package io.github.stepunit.samples;

import io.github.stepunit.junit5.StepFunctionTest;

/** Its snapshots are its own, and not those of the class that declares the tests. */
@StepFunctionTest("statemachines/order.asl.json")
class InheritedTest extends ShippingContract {}
