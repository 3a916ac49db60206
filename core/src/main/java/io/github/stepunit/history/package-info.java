/** The one record of what happened in an execution, shaped like AWS GetExecutionHistory, with StepUnit's trace beside it. */
@NullMarked
package io.github.stepunit.history;

import org.jspecify.annotations.NullMarked;
