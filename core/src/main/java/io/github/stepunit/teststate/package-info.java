/** One state alone, as AWS's TestState runs it: what it makes of an input, an error, a mock. */
@NullMarked
package io.github.stepunit.teststate;

import org.jspecify.annotations.NullMarked;
