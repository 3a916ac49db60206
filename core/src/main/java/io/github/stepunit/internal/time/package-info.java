/** A virtual clock and a single-threaded scheduler. Knows no word of the Amazon States Language. */
@NullMarked
package io.github.stepunit.internal.time;

import org.jspecify.annotations.NullMarked;
