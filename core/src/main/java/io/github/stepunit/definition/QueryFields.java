package io.github.stepunit.definition;

import io.github.stepunit.expression.Expression;
import io.github.stepunit.expression.PayloadTemplate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Reads the fields of one state that hold queries, in the state's language. What is wrong is reported. */
interface QueryFields {

    /** The data flow of a state that does no work of its own kind: Pass, Wait, Choice, Succeed. */
    DataFlow dataFlow();

    /** The data flow of a Task or Parallel state. */
    DataFlow dataFlowOfWork();

    /** The data flow of a Map state. */
    DataFlow dataFlowOfMap();

    /** {@code Parameters} or {@code Arguments}. */
    String requestField();

    /** A field whose value is a template; null when absent. */
    @Nullable
    PayloadTemplate template(String field);

    /** What selects the input of an iteration; null when absent. */
    @Nullable
    PayloadTemplate itemSelector();

    /** The items of a Map state; null when its input is the items. */
    @Nullable
    Expression items();

    /** The items of a Distributed Map, which may also be an object; null when its input is the items. */
    @Nullable
    Expression distributedItems();

    /** {@code Error} or {@code Cause}; null when absent. */
    @Nullable
    Expression text(String field);

    /** {@code TimeoutSeconds} or {@code HeartbeatSeconds}; null when absent. */
    @Nullable
    Expression timeout(String field);

    /** An integer from 0; null when absent. */
    @Nullable
    Expression count(String field);

    /** A number from 0 to 100; null when absent. */
    @Nullable
    Expression percentage(String field);

    /** The fields of which a Wait state has one. */
    List<String> waitFields();

    /** How long a Wait state waits; null, with a report, when it cannot be read. */
    @Nullable
    Expression seconds();

    /** Until when a Wait state waits; null, with a report, when it cannot be read. */
    @Nullable
    Expression timestamp();

    /** A rule of a Choice state; null, with a report, when it cannot be made. */
    @Nullable
    ChoiceRule rule(FieldReader rule, int index);

    /** An entry of {@code Catch}. */
    Catcher catcher(FieldReader catcher, int index);
}
