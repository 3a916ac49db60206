package io.github.stepunit.loader;

import io.github.stepunit.json.LocatedText;
import io.github.stepunit.json.SourceFile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Recognises the form of a file, and finds the machines in it. */
final class FormatReader {

    /** What a folder is looked into for, the likeliest first. */
    private static final List<String> TEMPLATES = List.of(
            "template.yaml", "template.yml", "template.json", "serverless.yml", "serverless.yaml", "serverless.json");

    private final ProjectFiles files;
    private final LoadOptions options;

    FormatReader(ProjectFiles files, LoadOptions options) {
        this.files = files;
        this.options = options;
    }

    List<FoundMachine> find() {
        Path main = files.main();
        List<FoundMachine> found = main != null && Files.isDirectory(main) ? inFolder(main) : inFile(files.mainFile());
        if (found.isEmpty()) {
            throw new DefinitionLoadException(
                    (main == null ? files.mainFile().name() : main) + " holds no state machine."
                            + "\n  do      pass the file that declares it, or the definition itself.");
        }
        String name = main != null && Files.isDirectory(main)
                ? main.toString()
                : files.mainFile().name();
        return found.stream()
                .map(each -> each.checking(made -> requireNames(name, made.source())))
                .toList();
    }

    /** Once all that the machine refers to has been read: nested stacks and parts of templates, too. */
    private void requireNames(String file, String definition) {
        files.parameters().require(file, options.parameters().keySet());
        files.placeholders().require(definition, options.substitutions().keySet(), files.parameters());
    }

    private List<FoundMachine> inFolder(Path folder) {
        if (options.format() == DefinitionFormat.TERRAFORM) {
            return new TerraformForm(folder, files, options).find(null);
        }
        if (Files.isRegularFile(folder.resolve("manifest.json"))) {
            return new CdkForm(folder, files, options).find();
        }
        if (ProjectFiles.list(folder).stream().anyMatch(TerraformForm::isTerraform)) {
            return new TerraformForm(folder, files, options).find(null);
        }
        for (String template : TEMPLATES) {
            if (Files.isRegularFile(folder.resolve(template))) {
                return inFile(files.read(folder.resolve(template)));
            }
        }
        throw new DefinitionLoadException(folder
                + " is a folder, but neither the output of the CDK (manifest.json) nor one of Terraform (*.tf), and has no"
                + " template.yaml or serverless.yml.\n  do      pass a file with a state machine definition.");
    }

    private List<FoundMachine> inFile(SourceFile file) {
        if (options.format() == null && isTerraform(file.name())) {
            return terraform(file);
        }
        Node.Fields root = options.format() == DefinitionFormat.TERRAFORM ? null : objectIn(file);
        DefinitionFormat format = options.format() != null ? options.format() : recognise(root);
        return switch (format) {
            case ASL -> asl(file, root);
            case CLOUDFORMATION -> new CloudFormationForm(file, object(file, root, format), files, options).find();
            case CDK -> new CdkForm(folder(file), files, options).find();
            case SERVERLESS -> new ServerlessForm(object(file, root, format), files, options).find();
            case TERRAFORM -> terraform(file);
            case TERRAFORM_JSON -> new TerraformJsonForm(object(file, root, format)).find();
        };
    }

    private static boolean isTerraform(String name) {
        return name.endsWith(".tf") || name.endsWith(".tofu");
    }

    private List<FoundMachine> terraform(SourceFile file) {
        return new TerraformForm(folder(file), files, options).find(file);
    }

    private List<FoundMachine> asl(SourceFile file, Node.@Nullable Fields root) {
        if (root != null && root.get("definition") instanceof Node.Text text && !root.has("States")) {
            return new DescribedForm(root, text).find();
        }
        return new AslForm(file, files.placeholders(), options).find();
    }

    private Path folder(SourceFile file) {
        Path folder = files.folderOf(file);
        if (folder == null) {
            throw new DefinitionLoadException(file.name() + " is in an archive of the class path, without the files"
                    + " beside it.\n  do      name the file of the project.");
        }
        return folder;
    }

    private static @Nullable DefinitionFormat known(Node.Fields root) {
        if (root.has("States") || root.has("StartAt")) {
            return DefinitionFormat.ASL;
        }
        if (root.get("Resources") instanceof Node.Fields || CloudFormationForm.isFragment(root)) {
            return DefinitionFormat.CLOUDFORMATION;
        }
        if (root.has("artifacts") && root.has("version")) {
            return DefinitionFormat.CDK;
        }
        if (root.has("terraform_version")) {
            return DefinitionFormat.TERRAFORM_JSON;
        }
        return root.has("stepFunctions") || (root.has("service") && root.has("provider"))
                ? DefinitionFormat.SERVERLESS
                : null;
    }

    private static DefinitionFormat recognise(Node.@Nullable Fields root) {
        DefinitionFormat known = root == null ? null : known(root);
        // Whatever is none of them: the definition's parser says what is wrong with it.
        return known == null ? DefinitionFormat.ASL : known;
    }

    private static Node.@Nullable Fields objectIn(SourceFile file) {
        try {
            return TextReader.read(LocatedText.of(file)) instanceof Node.Fields object ? object : null;
        } catch (UnreadableTextException e) {
            return null;
        }
    }

    private static Node.Fields object(SourceFile file, Node.@Nullable Fields root, DefinitionFormat format) {
        return root != null ? root : TextReader.readObject(LocatedText.of(file), "a " + format);
    }
}
