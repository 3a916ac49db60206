/** Files that several modules write. Knows nothing of state machines. */
@NullMarked
package io.github.stepunit.internal.file;

import org.jspecify.annotations.NullMarked;
