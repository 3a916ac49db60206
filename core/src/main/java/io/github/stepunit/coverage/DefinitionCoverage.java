package io.github.stepunit.coverage;

import io.github.stepunit.definition.StateMachineType;
import java.util.List;
import org.apiguardian.api.API;
import org.jspecify.annotations.Nullable;

/**
 * What was walked of one definition. A definition is its text: another text is another definition.
 *
 * @param hash SHA-256 of the text, in hexadecimal
 * @param name the state machine's name
 * @param type Standard or Express
 * @param source where it was loaded from, as it is shown to the user
 * @param file the file that people edit, relative to the root of the repository, with forward slashes; null when it was
 *     given as text
 * @param text the definition in ASL JSON
 * @param sourceText the text of the whole file, to which the lines of the elements belong; null when it is {@code text}
 * @param executions how many executions were started
 * @param elements all elements, in the order of the definition
 */
@API(status = API.Status.EXPERIMENTAL, since = "0.1")
public record DefinitionCoverage(
        String hash,
        String name,
        StateMachineType type,
        String source,
        @Nullable String file,
        String text,
        @Nullable String sourceText,
        long executions,
        List<ElementCoverage> elements) {

    public DefinitionCoverage {
        elements = List.copyOf(elements);
    }

    /** The states. */
    public Ratio states() {
        return Ratio.of(elements, kind -> !kind.isTransition());
    }

    /** Everything but the states. */
    public Ratio transitions() {
        return Ratio.of(elements, ElementKind::isTransition);
    }

    /** What can be reached and was not walked, in the order of the definition. */
    public List<ElementCoverage> missing() {
        return elements.stream().filter(ElementCoverage::isMissing).toList();
    }

    /** What nothing can walk. */
    public List<ElementCoverage> unreachable() {
        return elements.stream().filter(each -> !each.element().reachable()).toList();
    }

    /** All tests that walked any of it, sorted. */
    public List<CoveringTest> tests() {
        return new CoverageData(List.of(this)).tests();
    }

    /** The file, or where else it came from. */
    public String place() {
        return file == null ? source : file;
    }
}
