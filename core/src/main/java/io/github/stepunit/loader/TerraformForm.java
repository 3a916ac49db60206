package io.github.stepunit.loader;

import io.github.stepunit.definition.StateMachineType;
import io.github.stepunit.json.LocatedText;
import io.github.stepunit.json.SourceFile;
import io.github.stepunit.loader.FoundMachine.DefinitionText;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** A folder of Terraform's files with its state machines, and those of the modules in the project. */
final class TerraformForm {

    private static final String MACHINE = "aws_sfn_state_machine";
    private static final int DEEPEST_MODULES = 10;

    private final Path folder;
    private final ProjectFiles files;
    private final LoadOptions options;
    /** {@code module.pay.}, or empty. */
    private final String prefix;

    private final TerraformScope scope;
    private final Map<SourceFile, Hcl.Body> bodies = new LinkedHashMap<>();
    private final int depth;

    TerraformForm(Path folder, ProjectFiles files, LoadOptions options) {
        this(folder, files, options, Map.of(), "", 0);
    }

    private TerraformForm(
            Path folder, ProjectFiles files, LoadOptions options, Map<String, Node> passed, String prefix, int depth) {
        this.folder = folder;
        this.files = files;
        this.options = options;
        this.prefix = prefix;
        this.depth = depth;
        for (Path each : ProjectFiles.list(folder)) {
            if (isTerraform(each)) {
                SourceFile file = files.read(each);
                bodies.put(file, HclParser.parse(LocatedText.of(file)));
            }
        }
        this.scope = new TerraformScope(folder, bodies.values(), files, options, passed);
    }

    static boolean isTerraform(Path file) {
        String name = String.valueOf(file.getFileName());
        return name.endsWith(".tf") || name.endsWith(".tofu");
    }

    /**
     * The machines.
     *
     * @param only the file in which they are declared; null for any
     */
    List<FoundMachine> find(@Nullable SourceFile only) {
        List<FoundMachine> found = new ArrayList<>();
        bodies.forEach((file, body) -> {
            for (Hcl.Block block : body.blocks()) {
                if (block.type().equals("module") && block.labels().size() == 1) {
                    module(block, only == null || only == file, found);
                } else if ((only == null || only == file)
                        && block.type().equals("resource")
                        && block.labels().size() == 2
                        && block.labels().get(0).equals(MACHINE)) {
                    found.add(machine(
                            prefix + MACHINE + "." + block.labels().get(1),
                            block.labels().get(1),
                            block));
                }
            }
        });
        return found;
    }

    private void module(Hcl.Block block, boolean isWanted, List<FoundMachine> found) {
        String label = block.labels().get(0);
        Hcl.Expression source = block.body().attribute("source");
        String path =
                source == null ? "" : HclEvaluator.scalar(scope.evaluator().value(source));
        Path module = path.startsWith(".") ? folder.resolve(path).normalize() : null;
        if (module != null && Files.isDirectory(module) && depth < DEEPEST_MODULES) {
            files.checkWithinProject(module, path, block.mark());
            Map<String, Node> passed = new LinkedHashMap<>();
            for (Hcl.Attribute attribute : block.body().attributes()) {
                passed.put(attribute.name(), scope.later(attribute.value()));
            }
            TerraformForm within =
                    new TerraformForm(module, files, options, passed, prefix + "module." + label + ".", depth + 1);
            scope.addModule(label, within.scope);
            if (isWanted) {
                found.addAll(within.find(null));
            }
        } else if (isWanted && module == null && block.body().attribute("definition") != null) {
            // terraform-aws-modules/step-functions, and modules of that kind.
            found.add(machine(prefix + "module." + label, label, block));
        }
    }

    private FoundMachine machine(String address, String label, Hcl.Block block) {
        Hcl.Expression given = block.body().attribute("name");
        String name =
                given == null ? label : HclEvaluator.scalar(scope.evaluator().value(given));
        Set<String> names = new LinkedHashSet<>(List.of(address, label));
        names.add(name);
        Hcl.Expression type = block.body().attribute("type");
        boolean isExpress = type != null
                && HclEvaluator.scalar(scope.evaluator().value(type)).equalsIgnoreCase("EXPRESS");
        return new FoundMachine(
                address,
                List.copyOf(names),
                name.isBlank() ? label : name,
                isExpress ? StateMachineType.EXPRESS : StateMachineType.STANDARD,
                block.mark(),
                () -> definition(address, block));
    }

    private DefinitionText definition(String address, Hcl.Block block) {
        Hcl.Expression definition = block.body().attribute("definition");
        if (definition == null) {
            throw DefinitionLoadException.at(
                    block.mark(), "The state machine " + address + " has no definition.", "give it one.");
        }
        Node value = scope.evaluator().value(definition);
        if (!(value instanceof Node.Text text) || !looksLikeDefinition(text.text())) {
            throw DefinitionLoadException.at(
                    definition.mark(),
                    "The definition of " + address + " is only known when Terraform is applied: it is "
                            + HclEvaluator.scalar(value) + ".",
                    "load a plan or the state instead: terraform show -json. Or give the variable that it comes from a"
                            + " value: withParameter.");
        }
        LocatedText substituted = new Substitution(options.substitutions(), files.placeholders()).in(text.located());
        return new DefinitionText(substituted.fileAt(0).name(), substituted, List.of(), scope.logicalIds());
    }

    private static boolean looksLikeDefinition(String text) {
        return text.isBlank() || text.contains("{") || text.contains("\n");
    }
}
