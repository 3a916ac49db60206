/**
 * Tests to begin with for what no test walks: proposed, run in process, and repaired until they walk it. Runs things,
 * which {@code coverage} never does (docs/adr/0019).
 */
@NullMarked
package io.github.stepunit.skeleton;

import org.jspecify.annotations.NullMarked;
