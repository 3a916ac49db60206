package io.github.stepunit.report;

import io.github.stepunit.coverage.CoverageData;
import io.github.stepunit.coverage.DefinitionCoverage;
import io.github.stepunit.definition.StateMachineType;
import io.github.stepunit.loader.DefinitionFile;
import io.github.stepunit.loader.LoadedDefinition;
import io.github.stepunit.loader.MachineEntry;
import java.nio.file.Path;
import java.util.List;
import org.apiguardian.api.API;
import org.jspecify.annotations.Nullable;

/**
 * The picture of a state machine in a file, drawn without any test: what {@code graph} of the command line and of the
 * Maven plugin does.
 *
 * @param name of the state machine
 * @param graph the picture
 */
@API(status = API.Status.EXPERIMENTAL, since = "0.1")
public record DefinitionPicture(String name, DefinitionGraph graph) {

    /**
     * Draws one state machine of a file.
     *
     * @param file whatever StepUnit loads: ASL, or a template with state machines in it
     * @param machine which of them; null when there is one
     * @param type null to believe the file
     * @param coverage what tests have walked, to colour it with; null for the definition alone
     * @throws io.github.stepunit.loader.DefinitionLoadException when the file has no such machine
     * @throws io.github.stepunit.definition.InvalidDefinitionException when AWS would refuse the definition
     * @throws java.io.UncheckedIOException when the file cannot be read
     * @throws IllegalArgumentException when the coverage does not know the definition
     */
    public static DefinitionPicture of(
            Path file, @Nullable String machine, @Nullable StateMachineType type, @Nullable CoverageData coverage) {
        DefinitionFile source =
                type == null ? DefinitionFile.of(file) : DefinitionFile.of(file).withType(type);
        LoadedDefinition loaded = machine == null ? source.load() : source.load(machine);
        return new DefinitionPicture(loaded.name(), graph(loaded, coverage));
    }

    /** Draws every state machine of a file, without coverage. Throws what {@link #of} throws. */
    public static List<DefinitionPicture> allOf(Path file) {
        return DefinitionFile.of(file).machines().stream()
                .map(MachineEntry::id)
                .map(id -> of(file, id, null, null))
                .toList();
    }

    private static DefinitionGraph graph(LoadedDefinition loaded, @Nullable CoverageData coverage) {
        if (coverage == null) {
            return DefinitionGraph.of(loaded.definition(), "Graph of " + loaded.name());
        }
        String text = loaded.definition().text();
        for (DefinitionCoverage each : coverage.definitions()) {
            if (each.text().equals(text)) {
                return DefinitionGraph.of(each);
            }
        }
        throw new IllegalArgumentException("The coverage data knows no definition with the text of " + loaded.name()
                + ". Has it changed since the tests ran?");
    }

    /** The text of the picture's file. */
    public String text(GraphFormat format) {
        return switch (format) {
            case SVG -> graph.toSvg();
            case MERMAID -> graph.toMermaid();
            case HTML -> graph.toHtml();
        };
    }

    /**
     * Writes the picture: all of it or nothing.
     *
     * @throws java.io.UncheckedIOException when the file cannot be written
     */
    public void write(GraphFormat format, Path file) {
        CoverageReport.write(text(format), file);
    }
}
