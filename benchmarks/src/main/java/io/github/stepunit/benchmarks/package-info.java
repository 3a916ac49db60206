/** Workloads, the same work by hand, and what measures them. */
@NullMarked
package io.github.stepunit.benchmarks;

import org.jspecify.annotations.NullMarked;
