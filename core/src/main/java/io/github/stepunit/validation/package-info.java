/** What AWS accepts and still is a mistake: rules over a parsed definition, each with a code of its own. */
@NullMarked
package io.github.stepunit.validation;

import org.jspecify.annotations.NullMarked;
