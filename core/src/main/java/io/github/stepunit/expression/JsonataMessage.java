package io.github.stepunit.expression;

import com.dashjoin.jsonata.JException;
import java.util.regex.Pattern;

/**
 * The messages of JSONata. When the library was translated from JavaScript, every {@code function} in them became
 * {@code Object}; here it is a function again, as in JSONata's own texts and so in AWS's.
 */
final class JsonataMessage {

    private static final Pattern OBJECT =
            Pattern.compile("\\bObject(?= (?:definition must|\"|signature$|argument passed|"
                    + "application operator|on Infinity|cannot be|must (?:be|evaluate)|has resulted|can only|expected exactly|"
                    + "with at least))");

    /** Numbers in a message are no texts. */
    private static final Pattern QUOTED_NUMBER = Pattern.compile(
            "(?<=^Argument |^Context value is not a compatible type with argument |number: )\"(-?\\d+(?:\\.\\d+)?)\"");

    /** Of {@code Malformed URL passed to $decodeUrl()}. */
    private static final Pattern FUNCTION_NAME = Pattern.compile("\\$\\{\"(\\w+)\"}");

    private JsonataMessage() {}

    static String of(JException thrown) {
        String text = OBJECT.matcher(String.valueOf(thrown.getMessage())).replaceAll("function");
        return FUNCTION_NAME
                .matcher(QUOTED_NUMBER.matcher(text).replaceAll("$1"))
                .replaceAll("\\$$1");
    }
}
