/**
 * Which changes of a definition does no test notice? Changes a definition the way people break it, runs the tests that walk
 * the changed element, and tells which changes survive.
 */
@NullMarked
package io.github.stepunit.mutation;

import org.jspecify.annotations.NullMarked;
