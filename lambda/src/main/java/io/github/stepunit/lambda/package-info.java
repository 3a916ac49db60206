/** Java Lambda functions, run in process as the Tasks of a test. */
@NullMarked
package io.github.stepunit.lambda;

import org.jspecify.annotations.NullMarked;
