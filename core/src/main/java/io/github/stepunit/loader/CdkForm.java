package io.github.stepunit.loader;

import io.github.stepunit.json.LocatedText;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** The output of {@code cdk synth}: all stacks of its manifest, with nested stacks and nested assemblies (stages). */
final class CdkForm {

    private static final String MANIFEST = "manifest.json";
    private static final int DEEPEST = 10;

    private final Path folder;
    private final ProjectFiles files;
    private final LoadOptions options;
    private final int depth;

    CdkForm(Path folder, ProjectFiles files, LoadOptions options) {
        this(folder, files, options, 0);
    }

    private CdkForm(Path folder, ProjectFiles files, LoadOptions options, int depth) {
        this.folder = folder;
        this.files = files;
        this.options = options;
        this.depth = depth;
    }

    List<FoundMachine> find() {
        Node.Fields manifest =
                TextReader.readObject(LocatedText.of(files.read(folder.resolve(MANIFEST))), "a manifest of the CDK");
        Set<Path> templates = new HashSet<>();
        List<FoundMachine> found = new ArrayList<>();
        for (Node.Field artifact : manifest.fieldsOf("artifacts")) {
            if (!(artifact.value() instanceof Node.Fields body)
                    || !(body.get("properties") instanceof Node.Fields properties)) {
                continue;
            }
            String template = properties.text("templateFile");
            String nested = properties.text("directoryName");
            if ("aws:cloudformation:stack".equals(body.text("type")) && template != null) {
                Path path = files.resolve(template, folder, artifact.mark());
                if (templates.add(path)) {
                    found.addAll(new CloudFormationForm(files.read(path), files, options).find());
                }
            } else if ("cdk:cloud-assembly".equals(body.text("type")) && nested != null && depth < DEEPEST) {
                Path assembly = folder.resolve(nested).normalize();
                if (Files.isRegularFile(assembly.resolve(MANIFEST))) {
                    files.resolve(nested + "/" + MANIFEST, folder, artifact.mark());
                    found.addAll(new CdkForm(assembly, files, options, depth + 1).find());
                }
            }
        }
        return found;
    }
}
