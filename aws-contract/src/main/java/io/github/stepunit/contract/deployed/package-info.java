/** Definitions as AWS has them: fetched, pulled into files, compared with the local ones. */
@NullMarked
package io.github.stepunit.contract.deployed;

import org.jspecify.annotations.NullMarked;
