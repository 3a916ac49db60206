/** Requests and answers of services, checked against the models of the AWS SDK. */
@NullMarked
package io.github.stepunit.contract.model;

import org.jspecify.annotations.NullMarked;
