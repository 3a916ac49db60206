/** What all that speaks with AWS has in common: how it calls AWS, and what it says when AWS does not answer. */
@NullMarked
package io.github.stepunit.contract;

import org.jspecify.annotations.NullMarked;
