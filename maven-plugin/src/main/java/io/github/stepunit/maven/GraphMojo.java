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

    /** Where the pictures are written. */
    @Parameter(property = "stepunit.graph.directory", defaultValue = "${project.build.directory}/stepunit/graph")
    File outputDirectory;

    @Parameter(defaultValue = "${basedir}", readonly = true)
    File basedir;

    @Override
    void run() {
        List<GraphFormat> wanted = Arrays.stream(formats)
                .map(each -> Names.of(GraphFormat.class, "formats", each))
                .toList();
        List<Path> sources = sources();
        if (sources.isEmpty()) {
            info("There is nothing to draw: no file of the project is called *.asl.json, *.asl.yaml or *.asl.yml.\n"
                    + "  do      name the files: -Dstepunit.graph.files=template.yaml");
        }
        Set<String> taken = new HashSet<>();
        for (Path each : sources) {
            for (DefinitionPicture picture : pictures(each)) {
                String name = name(picture.name(), taken);
                for (GraphFormat format : wanted) {
                    Path file = outputDirectory.toPath().resolve(name + "." + format.extension());
                    picture.write(format, file);
                    getLog().info(file.toString());
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

    private List<Path> sources() {
        if (files != null && files.length > 0) {
            return Arrays.stream(files).map(File::toPath).toList();
        }
        List<Path> found = new ArrayList<>();
        try {
            Files.walkFileTree(basedir.toPath(), new SimpleFileVisitor<>() {
                @Override
                public FileVisitResult preVisitDirectory(Path folder, BasicFileAttributes attributes) {
                    return isSkipped(folder) ? FileVisitResult.SKIP_SUBTREE : FileVisitResult.CONTINUE;
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
    private boolean isSkipped(Path folder) {
        if (folder.equals(basedir.toPath())) {
            return false;
        }
        String name = folder.getFileName().toString();
        return name.startsWith(".")
                || Set.of("target", "build", "node_modules", "cdk.out").contains(name)
                || folder.equals(outputDirectory.toPath())
                || Files.exists(folder.resolve("pom.xml"));
    }
}
