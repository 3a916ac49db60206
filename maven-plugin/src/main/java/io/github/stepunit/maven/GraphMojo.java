package io.github.stepunit.maven;

import io.github.stepunit.report.DefinitionPicture;
import io.github.stepunit.report.GraphFormat;
import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import org.apache.maven.plugins.annotations.LifecyclePhase;
import org.apache.maven.plugins.annotations.Mojo;
import org.apache.maven.plugins.annotations.Parameter;
import org.apache.maven.project.MavenProject;
import org.apiguardian.api.API;
import org.jspecify.annotations.NullUnmarked;

/**
 * Draws state machines, without any test: those in the files that are named, or else in every <code>*.asl.json</code>,
 * <code>*.asl.yaml</code> and <code>*.asl.yml</code> of the project. Needs no POM:
 * <code>mvn io.github.stepunit:stepunit-maven-plugin:graph -Dstepunit.graph.files=template.yaml</code>.
 */
@API(status = API.Status.INTERNAL, since = "0.1")
@Mojo(name = "graph", defaultPhase = LifecyclePhase.PREPARE_PACKAGE, requiresProject = false, threadSafe = true)
@NullUnmarked // Maven sets the fields
public class GraphMojo extends AbstractStepUnitMojo {

    private static final Pattern DEFINITION = Pattern.compile(".+\\.asl\\.(json|yaml|yml)");
    private static final List<String> TEMPLATES = List.of(
            "template.yaml", "template.yml", "template.json", "serverless.yml", "serverless.yaml", "serverless.json");
    private static final Pattern NO_PART_OF_A_FILE_NAME = Pattern.compile("[^\\p{L}\\p{N}._-]+");

    /**
     * Definitions, and templates (SAM, CloudFormation, CDK, Terraform, Serverless) with state machines in them. Separated by
     * commas on the command line.
     */
    @Parameter(property = "stepunit.graph.files")
    File[] files;

    /** Which state machine, where a file has several; all of them if not given. */
    @Parameter(property = "stepunit.graph.machine")
    String machine;

    /** <code>SVG</code>, <code>MERMAID</code>, <code>HTML</code>. Separated by commas on the command line. */
    @Parameter(property = "stepunit.graph.formats", defaultValue = "SVG")
    String[] formats;

    /** Where the pictures are written: <code>stepunit/graph</code> in the build directory if not given. */
    // No default value: without a POM there is no ${project.build.directory}.
    @Parameter(property = "stepunit.graph.directory")
    File outputDirectory;

    @Parameter(defaultValue = "${project}", readonly = true)
    MavenProject project;

    @Parameter(defaultValue = "${basedir}", readonly = true)
    File basedir;

    @Override
    void run() {
        List<GraphFormat> wanted = Arrays.stream(formats)
                .map(each -> Names.of(GraphFormat.class, "formats", each))
                .toList();
        Path output = output();
        List<Path> sources = sources(output);
        if (sources.isEmpty()) {
            warn("There is nothing to draw: no file in " + basedir
                    + " is called *.asl.json, *.asl.yaml or *.asl.yml.\n"
                    + "  do      name the files: -Dstepunit.graph.files=" + template());
        }
        Set<String> taken = new HashSet<>();
        for (Path each : sources) {
            for (DefinitionPicture picture : pictures(each)) {
                String name = name(picture.name(), taken);
                for (GraphFormat format : wanted) {
                    Path file = output.resolve(name + "." + format.extension());
                    picture.write(format, file);
                    info("Drawn " + file + ".");
                }
            }
        }
    }

    private List<DefinitionPicture> pictures(Path file) {
        return machine == null
                ? DefinitionPicture.allOf(file)
                : List.of(DefinitionPicture.of(file, machine, null, null));
    }

    /** The machine's name as a file's; two machines of one name in two files get two pictures. */
    private static String name(String machine, Set<String> taken) {
        String plain = NO_PART_OF_A_FILE_NAME.matcher(machine).replaceAll("-");
        String name = plain;
        for (int i = 2; !taken.add(name); i++) {
            name = plain + "-" + i;
        }
        return name;
    }

    private Path output() {
        if (outputDirectory != null) {
            return outputDirectory.toPath();
        }
        Path build = project == null || project.getFile() == null
                ? basedir.toPath().resolve("target")
                : Path.of(project.getBuild().getDirectory());
        return build.resolve("stepunit").resolve("graph");
    }

    /** The one that lies there; else an example. */
    private String template() {
        return TEMPLATES.stream()
                .filter(each -> Files.isRegularFile(basedir.toPath().resolve(each)))
                .findFirst()
                .orElse(TEMPLATES.get(0));
    }

    private List<Path> sources(Path output) {
        if (files != null && files.length > 0) {
            return Arrays.stream(files).map(File::toPath).toList();
        }
        List<Path> found = new ArrayList<>();
        try {
            Files.walkFileTree(basedir.toPath(), new SimpleFileVisitor<>() {
                @Override
                public FileVisitResult preVisitDirectory(Path folder, BasicFileAttributes attributes) {
                    return isSkipped(folder, output) ? FileVisitResult.SKIP_SUBTREE : FileVisitResult.CONTINUE;
                }

                @Override
                public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
                    if (DEFINITION.matcher(file.getFileName().toString()).matches()) {
                        found.add(file);
                    }
                    return FileVisitResult.CONTINUE;
                }
            });
        } catch (IOException e) {
            throw new UncheckedIOException("The folder " + basedir + " cannot be searched: " + e, e);
        }
        found.sort(null);
        return found;
    }

    /** What is built, hidden, fetched, or another module's. */
    private boolean isSkipped(Path folder, Path output) {
        if (folder.equals(basedir.toPath())) {
            return false;
        }
        String name = folder.getFileName().toString();
        return name.startsWith(".")
                || Set.of("target", "build", "node_modules", "cdk.out").contains(name)
                || folder.equals(output)
                || Files.exists(folder.resolve("pom.xml"));
    }
}
