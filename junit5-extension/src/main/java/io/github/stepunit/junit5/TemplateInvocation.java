package io.github.stepunit.junit5;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.extension.ExtensionContext;

/** Which of the invocations of a test template runs. */
final class TemplateInvocation {

    private static final Pattern NUMBER = Pattern.compile("#(\\d+)]$");

    private TemplateInvocation() {}

    /**
     * Its number, from 1. Of the unique id, because what an invocation could put into the store comes too late: its own
     * extensions are called after that of the class, which makes the machine.
     */
    static int number(ExtensionContext context) {
        Matcher number = NUMBER.matcher(context.getUniqueId());
        if (!number.find()) {
            throw new IllegalStateException("No invocation of a test template: " + context.getUniqueId());
        }
        return Integer.parseInt(number.group(1));
    }
}
