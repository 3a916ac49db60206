/** Reads the items of a Distributed Map out of objects of S3. Knows nothing of running states. */
@NullMarked
package io.github.stepunit.internal.itemreader;

import org.jspecify.annotations.NullMarked;
