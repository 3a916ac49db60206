/** JSON text and trees: parsing with positions, writing as AWS writes. Depends on Jackson only. */
@NullMarked
package io.github.stepunit.json;

import org.jspecify.annotations.NullMarked;
