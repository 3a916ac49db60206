package io.github.stepunit.loader;

import io.github.stepunit.internal.text.DidYouMean;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.Set;

/** Which parameters the files of a load have, so that a value for another one is no silent mistake. */
final class ParameterNames {

    private final Set<String> declared = new LinkedHashSet<>();
    private final Set<String> referred = new LinkedHashSet<>();
    private boolean isOpen;

    /** A file declares them. */
    void declare(Collection<String> names) {
        declared.addAll(names);
    }

    /** A file refers to it, whether or not one declares it: a part of a template, say. */
    void refer(String name) {
        referred.add(name);
    }

    /** Whether a file declares it. */
    boolean has(String name) {
        return declared.contains(name);
    }

    /** Any name will do. */
    void acceptAny() {
        isOpen = true;
    }

    /**
     * Checks what the test gives values to.
     *
     * @param file as messages call what has the parameters
     * @throws DefinitionLoadException when a name is none of them
     */
    void require(String file, Collection<String> given) {
        for (String name : given) {
            if (!isOpen && !declared.contains(name) && !referred.contains(name)) {
                throw new DefinitionLoadException(declared.isEmpty() ? none(file, name) : unknown(file, name));
            }
        }
    }

    private static String none(String file, String name) {
        return file + " has no parameters, but the test gives `" + name + "` a value."
                + "\n  do      leave it out. A placeholder ${" + name + "} of the definition gets its value by"
                + " withSubstitution, or by substitutions = \"" + name + "=…\" in @StepFunctionTest.";
    }

    private String unknown(String file, String name) {
        String question =
                DidYouMean.question(name, declared).map(each -> " " + each).orElse("");
        return file + " has no parameter `" + name + "`." + question + " There are:\n  " + String.join(", ", declared)
                + "\n  do      correct the name in withParameter, or in `parameters` of @StepFunctionTest.";
    }
}
