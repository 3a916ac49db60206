/** Why executions went as they did: read off the definition, the history and the data that was recorded. */
@NullMarked
package io.github.stepunit.explanation;

import org.jspecify.annotations.NullMarked;
