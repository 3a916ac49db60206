/** The objects that a Distributed Map reads and writes. */
@NullMarked
package io.github.stepunit.s3;

import org.jspecify.annotations.NullMarked;
