package io.github.stepunit.definition;

import io.github.stepunit.expression.Expression;
import io.github.stepunit.expression.Path;
import java.util.List;
import org.apiguardian.api.API;

/** The condition of a rule of a Choice state. */
@API(status = API.Status.EXPERIMENTAL, since = "0.1")
public sealed interface Condition {

    /**
     * {@code And}: all must hold; tried in order, up to the first that does not.
     *
     * @param conditions at least one
     */
    record And(List<Condition> conditions) implements Condition {

        public And {
            conditions = List.copyOf(conditions);
        }
    }

    /**
     * {@code Or}: one must hold; tried in order, up to the first that does.
     *
     * @param conditions at least one
     */
    record Or(List<Condition> conditions) implements Condition {

        public Or {
            conditions = List.copyOf(conditions);
        }
    }

    /**
     * {@code Not}.
     *
     * @param condition what must not hold
     */
    record Not(Condition condition) implements Condition {}

    /**
     * {@code Condition}, of JSONata.
     *
     * @param expression gives a boolean
     */
    record Query(Expression expression) implements Condition {}

    /**
     * A data test: {@code Variable} with one comparison operator.
     *
     * @param variable the {@code Variable}
     * @param operator the operator, without the suffix {@code Path}
     * @param operand the literal, or the path of the {@code …Path} form
     */
    record DataTest(Path variable, ComparisonOperator operator, Expression operand) implements Condition {

        /** The field as the definition writes it, with {@code Path} where the operand is a path. */
        public String field() {
            return operand instanceof Path ? operator.fieldName() + "Path" : operator.fieldName();
        }
    }
}
