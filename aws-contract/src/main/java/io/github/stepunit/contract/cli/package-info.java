/** The command line. Needs picocli. */
@NullMarked
package io.github.stepunit.contract.cli;

import org.jspecify.annotations.NullMarked;
