/**
 * What bites in production after green tests: sizes of payloads, events of a history, the longest that a definition may
 * take. Derived from histories and definitions alone.
 */
@NullMarked
package io.github.stepunit.budget;

import org.jspecify.annotations.NullMarked;
