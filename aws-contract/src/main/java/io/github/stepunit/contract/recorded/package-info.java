/** Executions recorded on AWS: fetched, kept in files, replayed, turned into tests. */
@NullMarked
package io.github.stepunit.contract.recorded;

import org.jspecify.annotations.NullMarked;
