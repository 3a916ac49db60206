/** The goals of the Maven plugin: each does what the command line of the same name does, for the project at hand. */
@NullMarked
package io.github.stepunit.maven;

import org.jspecify.annotations.NullMarked;
