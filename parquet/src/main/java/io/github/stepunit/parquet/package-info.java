/** Reads Parquet for Distributed Maps; found by the service loader. */
@NullMarked
package io.github.stepunit.parquet;

import org.jspecify.annotations.NullMarked;
