/** Wording that several packages share. Knows nothing of state machines. */
@NullMarked
package io.github.stepunit.internal.text;

import org.jspecify.annotations.NullMarked;
