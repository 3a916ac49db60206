package io.github.stepunit.maven;

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

    /** {@code @{argLine}}, which Surefire replaces late; <code>${argLine}</code>, which nobody has replaced. */
    private static final Pattern PROPERTY = Pattern.compile("[@$]\\{([^{}]+)}");

    SurefireSettings {
        systemProperties = Map.copyOf(systemProperties);
        environment = Map.copyOf(environment);
    }

    /**
     * Reads its configuration.
     *
     * @param configuration null when there is none
     * @param properties those of the module, as other plugins have left them
     */
    static SurefireSettings of(@Nullable Xpp3Dom configuration, Properties properties) {
        Xpp3Dom line = configuration == null ? null : configuration.getChild(ARG_LINE);
        String value = line == null ? properties.getProperty(ARG_LINE) : line.getValue();
        return new SurefireSettings(
                replaced(value, properties),
                map(configuration, "systemPropertyVariables", properties),
                map(configuration, "environmentVariables", properties));
    }

    private static Map<String, String> map(@Nullable Xpp3Dom configuration, String name, Properties properties) {
        Map<String, String> map = new TreeMap<>();
        Xpp3Dom parent = configuration == null ? null : configuration.getChild(name);
        if (parent != null) {
            Arrays.stream(parent.getChildren())
                    .forEach(each -> map.put(each.getName(), replaced(each.getValue(), properties)));
        }
        return map;
    }

    private static String replaced(@Nullable String text, Properties properties) {
        return text == null
                ? ""
                : PROPERTY.matcher(text)
                        .replaceAll(found -> Matcher.quoteReplacement(properties.getProperty(found.group(1), "")));
    }

    /** The same, with what a goal is told itself; null changes nothing. */
    SurefireSettings with(
            @Nullable String line, @Nullable Map<String, String> properties, @Nullable Map<String, String> variables) {
        return new SurefireSettings(
                line == null ? argLine : line, joined(systemProperties, properties), joined(environment, variables));
    }

    private static Map<String, String> joined(Map<String, String> first, @Nullable Map<String, String> second) {
        Map<String, String> joined = new TreeMap<>(first);
        if (second != null) {
            second.forEach((name, value) -> joined.put(name, value == null ? "" : value));
        }
        return joined;
    }
}
