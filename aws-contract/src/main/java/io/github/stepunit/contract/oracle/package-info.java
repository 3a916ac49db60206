/** {@code TestState}: AWS itself as the oracle for single states. */
@NullMarked
package io.github.stepunit.contract.oracle;

import org.jspecify.annotations.NullMarked;
