/** Each state execution of a test, checked against AWS's own TestState. */
@NullMarked
package io.github.stepunit.contract.oracle;

import org.jspecify.annotations.NullMarked;
