package io.github.stepunit.expression;

import com.dashjoin.jsonata.JException;
import com.dashjoin.jsonata.Jsonata;
import com.dashjoin.jsonata.Jsonata.Frame;
import com.fasterxml.jackson.databind.JsonNode;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The only place that evaluates with Dashjoin's JSONata. A compiled expression may be shared by threads: its syntax tree
 * is not changed by an evaluation, and all that is goes into a frame of variables that is made for each.
 */
final class DashjoinJsonata {

    private static final Pattern CODE = Pattern.compile("[A-Z]\\d{4}");

    /** An evaluation that failed; its message goes on after "threw an error during evaluation". */
    static final class FailedException extends RuntimeException {

        private static final long serialVersionUID = 1L;

        FailedException(String message) {
            super(message, null, false, false);
        }
    }

    private final Jsonata jsonata;
    private final Set<String> names;
    private final JsonataPlace place;

    private DashjoinJsonata(Jsonata jsonata, Set<String> names, JsonataPlace place) {
        this.jsonata = jsonata;
        this.names = names;
        this.place = place;
    }

    static DashjoinJsonata compile(String text, JsonataPlace place) throws InvalidExpressionException {
        return new DashjoinJsonata(parse(text), JsonataReferences.of(text, place), place);
    }

    private static Jsonata parse(String text) throws InvalidExpressionException {
        try {
            // The tokenizer stumbles over a comment at the very end.
            Jsonata jsonata = Jsonata.jsonata(text + " ");
            jsonata.setOutputConvertNulls(false); // null is a value, undefined is none
            jsonata.setValidateInput(false); // there is no input
            return jsonata;
        } catch (JException e) {
            throw new InvalidExpressionException(JsonataMessage.of(e));
        } catch (RuntimeException | StackOverflowError malformed) {
            // Besides its own exception the parser throws what malformed text makes it stumble over.
            throw new InvalidExpressionException("The expression cannot be parsed");
        }
    }

    /**
     * The value in the library's terms, for {@link JsonataValues#tree}.
     *
     * @return null when it is undefined
     */
    @Nullable
    Object evaluate(EvaluationScope scope) {
        Frame frame = new Frame(null);
        EvaluationBudget budget = new EvaluationBudget();
        bind(frame, scope, budget);
        budget.watch(frame);
        try {
            return jsonata.evaluate(null, frame);
        } catch (EvaluationBudget.ExceededException e) {
            throw new FailedException(": " + e.getMessage());
        } catch (StackOverflowError e) {
            throw new FailedException(": " + EvaluationBudget.stack().getMessage());
        } catch (JException e) {
            throw failure(e);
        } catch (RuntimeException e) {
            throw failure(e);
        }
    }

    /** Binds what the expression mentions, and nothing else. */
    private void bind(Frame frame, EvaluationScope scope, EvaluationBudget budget) {
        JsonataFunctions functions = new JsonataFunctions(scope, budget);
        for (String name : names) {
            JsonNode variable = scope.variable(name);
            if (name.equals("states")) {
                frame.bind(name, (Object) new JsonataStates(place, scope));
            } else if (variable != null) {
                frame.bind(name, JsonataValues.view(variable));
            } else {
                functions.bind(name, frame);
            }
        }
    }

    private static FailedException failure(RuntimeException thrown) {
        Throwable cause = thrown;
        while (!(cause instanceof JException) && cause.getCause() != null) {
            cause = cause.getCause();
        }
        if (cause instanceof EvaluationBudget.ExceededException) {
            return new FailedException(": " + cause.getMessage());
        }
        if (cause instanceof JException e
                && e.getError() != null
                && CODE.matcher(e.getError()).matches()) {
            return new FailedException(". " + e.getError() + ": " + JsonataMessage.of(e));
        }
        if (cause instanceof JException e) {
            return new FailedException(": " + e.getError());
        }
        if (cause instanceof NullPointerException
                || cause instanceof ClassCastException
                || cause instanceof IndexOutOfBoundsException) {
            // A value where the library does not expect one; its text is about Java's classes.
            return new FailedException(": A function or an operator was given a value that it cannot take");
        }
        return new FailedException(": " + cause.getMessage());
    }
}
