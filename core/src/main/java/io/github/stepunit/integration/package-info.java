/** What is known of the services behind the Tasks: the errors they raise, named and worded as AWS does. */
@NullMarked
package io.github.stepunit.integration;

import org.jspecify.annotations.NullMarked;
