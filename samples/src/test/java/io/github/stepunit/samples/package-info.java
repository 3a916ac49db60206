/** State machines as a team ships them, with the tests that it would keep. */
package io.github.stepunit.samples;
