/** Assertions over what AWS has. Needs AssertJ. */
@NullMarked
package io.github.stepunit.contract.assertj;

import org.jspecify.annotations.NullMarked;
