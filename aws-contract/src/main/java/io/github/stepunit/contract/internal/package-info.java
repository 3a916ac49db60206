/** Calls of AWS, and their failures. Not exported. */
@NullMarked
package io.github.stepunit.contract.internal;

import org.jspecify.annotations.NullMarked;
