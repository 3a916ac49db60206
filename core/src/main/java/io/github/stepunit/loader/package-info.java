/** Finds and reads files with definitions. Knows nothing of what a definition says. */
@NullMarked
package io.github.stepunit.loader;

import org.jspecify.annotations.NullMarked;
