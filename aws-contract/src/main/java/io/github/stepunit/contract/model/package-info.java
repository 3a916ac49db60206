/** What Tasks send and what mocks answer, checked against the models of the services. */
@NullMarked
package io.github.stepunit.contract.model;

import org.jspecify.annotations.NullMarked;
