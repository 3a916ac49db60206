package io.github.stepunit.servicemodel;

import java.util.Locale;
import org.apiguardian.api.API;

/**
 * The names of members in AWS SDK integrations: those of the classes of the SDK for Java 2, which writes an acronym at the
 * beginning as one word. {@code DBInstanceIdentifier} of the API is {@code dbInstanceIdentifier()} there, and
 * {@code DbInstanceIdentifier} in Step Functions; {@code ETag} stays as it is.
 */
@API(status = API.Status.INTERNAL, since = "0.1")
public final class SdkNames {

    private SdkNames() {}

    /** The name in Step Functions. */
    public static String member(String name) {
        String uncapitalized = uncapitalized(name);
        return uncapitalized.substring(0, 1).toUpperCase(Locale.ROOT) + uncapitalized.substring(1);
    }

    /** The name of the SDK's accessor. */
    public static String uncapitalized(String name) {
        StringBuilder result = new StringBuilder(name);
        int i = 0;
        do {
            result.setCharAt(i, Character.toLowerCase(name.charAt(i)));
            i++;
            // A capital before a small letter begins the next word.
        } while (i < name.length()
                && Character.isUpperCase(name.charAt(i))
                && !(i + 1 < name.length() && Character.isLowerCase(name.charAt(i + 1))));
        return result.toString();
    }
}
