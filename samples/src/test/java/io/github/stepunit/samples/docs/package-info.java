/** Keeps README.md and docs true: what they quote is run here. */
package io.github.stepunit.samples.docs;
