/** Finds definitions in the files that teams ship: ASL, templates, the output of tools. The only package that reads files. */
@NullMarked
package io.github.stepunit.loader;

import org.jspecify.annotations.NullMarked;
