@NullMarked
package io.github.stepunit.lambda;

import org.jspecify.annotations.NullMarked;
