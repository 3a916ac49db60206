/** The JUnit Jupiter extension. Knows the core and JUnit; Mockito only where a test asks for a Mockito mock. */
@NullMarked
package io.github.stepunit.junit5;

import org.jspecify.annotations.NullMarked;
