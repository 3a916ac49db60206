package io.github.stepunit.maven;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.Map;
import java.util.Properties;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.codehaus.plexus.util.xml.Xpp3Dom;
import org.jspecify.annotations.Nullable;

/**
 * What Surefire is told of the JVM that runs the tests of a module, so that it is told once.
 *
 * @param argLine arguments of the JVM, in one line
 * @param systemProperties its system properties
 * @param environment its environment variables
 */
record SurefireSettings(String argLine, Map<String, String> systemProperties, Map<String, String> environment) {

    private static final String ARG_LINE = "argLine";

    /** What Maven replaces before a goal sees it. */
    private static final Pattern EARLY = Pattern.compile("\\$\\{([^{}]+)}");

    /** {@code @{argLine}}, which Surefire replaces by what other plugins have left. */
    private static final Pattern LATE = Pattern.compile("@\\{([^{}]+)}");

    /** Surefire numbers its JVMs; here there is one. */
    private static final Pattern NUMBER = Pattern.compile("\\$\\{surefire\\.(?:forkNumber|threadNumber)}");

    private static final Pattern LEFT = Pattern.compile("[@$]\\{[^{}]+}");

    /** What Maven knows by a name: properties, settings, the module; null when it knows nothing. */
    @FunctionalInterface
    interface Expressions {

        @Nullable
        String valueOf(String name);
    }

    SurefireSettings {
        systemProperties = Map.copyOf(systemProperties);
        environment = Map.copyOf(environment);
    }

    /**
     * Reads its configuration.
     *
     * @param configuration null when there is none
     * @param argLine what a goal is told itself; null when it is to be as with Surefire
     */
    static SurefireSettings of(@Nullable Xpp3Dom configuration, @Nullable String argLine, Expressions expressions) {
        return new SurefireSettings(
                argLine == null ? argLine(configuration, expressions) : argLine,
                map(configuration, "systemPropertyVariables", expressions),
                map(configuration, "environmentVariables", expressions));
    }

    private static String argLine(@Nullable Xpp3Dom configuration, Expressions expressions) {
        Xpp3Dom own = configuration == null ? null : configuration.getChild(ARG_LINE);
        String text = own == null ? expressions.valueOf(ARG_LINE) : own.getValue();
        if (text == null) {
            return "";
        }
        String line = numbered(replaced(LATE, replaced(EARLY, text, expressions), expressions));
        Matcher left = LEFT.matcher(line);
        if (left.find()) {
            throw new IllegalArgumentException(
                    "Nobody knows " + left.group() + " in the argLine of Surefire: " + text
                            + "\n  do      set the property, or give the goal a line of its own: -Dstepunit.mutate.argLine=...");
        }
        return line;
    }

    private static Map<String, String> map(@Nullable Xpp3Dom configuration, String name, Expressions expressions) {
        Map<String, String> map = new TreeMap<>();
        Xpp3Dom parent = configuration == null ? null : configuration.getChild(name);
        if (parent != null) {
            Arrays.stream(parent.getChildren())
                    .forEach(each -> map.put(each.getName(), variable(each.getValue(), expressions)));
        }
        return map;
    }

    /** As Maven has it: an expression that stands for nothing is empty, and stays as it is inside of a text. */
    private static String variable(@Nullable String text, Expressions expressions) {
        if (text == null) {
            return "";
        }
        String value = numbered(replaced(EARLY, text, expressions));
        return value.equals(text) && EARLY.matcher(text).matches() ? "" : value;
    }

    private static String replaced(Pattern pattern, String text, Expressions expressions) {
        return pattern.matcher(text).replaceAll(found -> {
            String value = expressions.valueOf(found.group(1));
            return Matcher.quoteReplacement(value == null ? found.group() : value);
        });
    }

    private static String numbered(String text) {
        return NUMBER.matcher(text).replaceAll("1");
    }

    /** The same, with what a goal is told itself; null changes nothing. */
    SurefireSettings with(@Nullable Map<String, String> properties, @Nullable Map<String, String> variables) {
        return new SurefireSettings(argLine, joined(systemProperties, properties), joined(environment, variables));
    }

    /**
     * The same, with what Surefire tells every JVM: the folder of the module, and what Maven was told on its command line,
     * which overrides all else.
     */
    SurefireSettings called(Path basedir, Properties user) {
        Map<String, String> all = new TreeMap<>(systemProperties);
        user.stringPropertyNames().forEach(name -> all.put(name, user.getProperty(name)));
        all.put("basedir", basedir.toString());
        return new SurefireSettings(argLine, all, environment);
    }

    private static Map<String, String> joined(Map<String, String> first, @Nullable Map<String, String> second) {
        Map<String, String> joined = new TreeMap<>(first);
        if (second != null) {
            second.forEach((name, value) -> joined.put(name, value == null ? "" : value));
        }
        return joined;
    }
}
