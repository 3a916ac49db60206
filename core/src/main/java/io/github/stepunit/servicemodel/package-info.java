/** What AWS's own models say of the requests and answers of its services: a compact table, generated and checked in. */
@NullMarked
package io.github.stepunit.servicemodel;

import org.jspecify.annotations.NullMarked;
