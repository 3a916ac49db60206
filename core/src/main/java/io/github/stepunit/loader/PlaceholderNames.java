package io.github.stepunit.loader;

import io.github.stepunit.internal.text.DidYouMean;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.Set;
import java.util.stream.Collectors;

/** Which placeholders a definition has, so that a value for another one is no silent mistake. */
final class PlaceholderNames {

    private static final int MOST_NAMES = 30;
    /** Longer ones are no names, but code of a shell, a query or JSONata: they are not listed. */
    private static final int LONGEST_NAME = 80;
    /** What is longer is not even kept: where braces are nested without end, such texts together fill the memory. */
    private static final int LONGEST_KEPT = 200;

    private final Set<String> found = new LinkedHashSet<>();
    private final Set<String> declared = new LinkedHashSet<>();

    /** It stands in the definition, or in a value that replaces another one. */
    void found(String name) {
        if (name.length() <= LONGEST_KEPT) {
            found.add(name);
        }
    }

    /** The template gives it a value, whether or not the definition has it. */
    void declare(Collection<String> names) {
        declared.addAll(names);
    }

    /**
     * Checks what the test gives values to.
     *
     * @param source as messages call the definition
     * @param parameters those of the template
     * @throws DefinitionLoadException when a name is no placeholder
     */
    void require(String source, Collection<String> given, ParameterNames parameters) {
        for (String name : given) {
            if (name.length() <= LONGEST_KEPT && !found.contains(name) && !declared.contains(name)) {
                throw new DefinitionLoadException(
                        parameters.has(name)
                                ? parameter(source, name)
                                : found.isEmpty() && declared.isEmpty() ? none(source, name) : unknown(source, name));
            }
        }
    }

    private static String parameter(String source, String name) {
        return source + " has no placeholder ${" + name + "}: " + name + " is a parameter of the template."
                + "\n  do      give it its value by withParameter, or by parameters = \"" + name
                + "=…\" in @StepFunctionTest.";
    }

    private static String none(String source, String name) {
        return source + " has no placeholders, but the test gives ${" + name + "} a value."
                + "\n  do      leave it out: withSubstitution, or `substitutions` of @StepFunctionTest.";
    }

    private String unknown(String source, String name) {
        Set<String> all = new LinkedHashSet<>(found);
        all.addAll(declared);
        String question = DidYouMean.question(name, all).map(each -> " " + each).orElse("");
        String listed = all.stream()
                .filter(each -> each.length() <= LONGEST_NAME && each.lines().count() <= 1)
                .limit(MOST_NAMES)
                .collect(Collectors.joining(", "));
        return source + " has no placeholder ${" + name + "}." + question + " There are:\n  " + listed
                + (all.size() > MOST_NAMES ? ", … (" + all.size() + ")" : "")
                + "\n  do      correct the name in withSubstitution, or in `substitutions` of @StepFunctionTest.";
    }
}
