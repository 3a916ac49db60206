/** Executions recorded on AWS as Java source of tests. */
@NullMarked
package io.github.stepunit.contract.testsource;

import org.jspecify.annotations.NullMarked;
