/** Lambda's handlers as {@code @MockTask}s. */
@NullMarked
package io.github.stepunit.lambda.junit5;

import org.jspecify.annotations.NullMarked;
