/** What production walks, compared with what tests walk. */
@NullMarked
package io.github.stepunit.contract.coverage;

import org.jspecify.annotations.NullMarked;
