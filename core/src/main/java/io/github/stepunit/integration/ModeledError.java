package io.github.stepunit.integration;

import java.util.regex.Pattern;

/**
 * An error that the model of a service names.
 *
 * @param shape its name in the model: {@code ExecutionAlreadyExists}
 * @param status the HTTP status
 * @param code what the service itself sends, mostly the name again
 * @param exceptionV1 the class of the SDK for Java 1: {@code KMSAccessDeniedException}
 * @param exceptionV2 the class of the SDK for Java 2, which writes acronyms as words: {@code KmsAccessDeniedException}
 */
record ModeledError(String shape, int status, String code, String exceptionV1, String exceptionV2) {

    private static final String FAULT = "Fault";
    private static final String EXCEPTION = "Exception";
    private static final Pattern WORD_END = Pattern.compile("(?<=[a-z0-9])(?=[A-Z])|(?<=[A-Z])(?=[A-Z][a-z])");

    /** {@code shape[:status[:code]]}. */
    static ModeledError parse(String text) {
        String[] parts = text.split(":", 3);
        String exceptionV1 = exceptionV1(parts[0]);
        return new ModeledError(
                parts[0],
                parts.length > 1 ? Integer.parseInt(parts[1]) : 400,
                parts.length > 2 ? parts[2] : parts[0],
                exceptionV1,
                exceptionV2(exceptionV1));
    }

    /** Whether this is the name of its shape or of its class in one of the SDKs. */
    boolean isCalled(String name) {
        return shape.equals(name) || exceptionV1.equals(name) || exceptionV2.equals(name);
    }

    private static String exceptionV1(String shape) {
        String name = Character.toUpperCase(shape.charAt(0)) + shape.substring(1);
        if (name.endsWith(FAULT)) {
            return name.substring(0, name.length() - FAULT.length()) + EXCEPTION;
        }
        return name.endsWith(EXCEPTION) ? name : name + EXCEPTION;
    }

    private static String exceptionV2(String exceptionV1) {
        StringBuilder name = new StringBuilder();
        for (String word : WORD_END.split(exceptionV1, -1)) {
            name.append(word.charAt(0));
            for (int i = 1; i < word.length(); i++) {
                name.append(Character.toLowerCase(word.charAt(i)));
            }
        }
        return name.toString();
    }
}
