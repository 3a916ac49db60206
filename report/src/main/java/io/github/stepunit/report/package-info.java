/** Coverage as a page for people, state machines as pictures, and the command line for both. */
@NullMarked
package io.github.stepunit.report;

import org.jspecify.annotations.NullMarked;
