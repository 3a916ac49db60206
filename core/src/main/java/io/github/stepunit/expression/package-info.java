/** Paths, payload templates and intrinsic functions, compiled once and evaluated many times. */
@NullMarked
package io.github.stepunit.expression;

import org.jspecify.annotations.NullMarked;
