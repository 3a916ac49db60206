/** {@code @DeployedStateMachine}: tests against what is deployed. Needs stepunit-junit5. */
@NullMarked
package io.github.stepunit.contract.junit5;

import org.jspecify.annotations.NullMarked;
