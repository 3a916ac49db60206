package io.github.stepunit.maven;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.apache.maven.artifact.ArtifactUtils;
import org.apache.maven.model.Dependency;
import org.apache.maven.project.MavenProject;

/** Where the tests of a module leave coverage, and which modules belong together. */
record ModuleCoverage(MavenProject module) {

    private static final String CORE = "io.github.stepunit:stepunit-core";
    private static final String EXTENSION = "io.github.stepunit:stepunit-junit5";

    static ModuleCoverage of(MavenProject module) {
        return new ModuleCoverage(module);
    }

    /** As {@code stepunit-junit5} chooses it. */
    Path folder() {
        return Path.of(module.getBuild().getDirectory()).resolve("stepunit").resolve("coverage");
    }

    /** Whether the tests of the module gather coverage; asks for its resolved dependencies. */
    boolean isGathered() {
        return dependsOn(EXTENSION);
    }

    /** Whether they can run state machines; asks for its resolved dependencies. */
    boolean usesStepUnit() {
        return dependsOn(CORE);
    }

    private boolean dependsOn(String artifact) {
        return module.getArtifacts().stream()
                .anyMatch(
                        each -> artifact.equals(ArtifactUtils.versionlessKey(each.getGroupId(), each.getArtifactId())));
    }

    /**
     * Where an aggregate finds coverage: in what was named, and in its modules.
     *
     * @param build all modules of the build
     */
    static List<Path> places(List<Path> named, MavenProject project, Collection<MavenProject> build) {
        List<Path> places = new ArrayList<>(named);
        aggregate(project, build).forEach(each -> places.add(of(each).folder()));
        return places;
    }

    /**
     * The modules of an aggregate: the project itself, the modules below it, and those of the build that it depends on,
     * directly or not. As with JaCoCo, a module of its own may depend on those to report on; as with Surefire's report,
     * the root of a build will do.
     *
     * @param build all modules of the build
     */
    static List<MavenProject> aggregate(MavenProject project, Collection<MavenProject> build) {
        Map<String, MavenProject> byKey = build.stream()
                .collect(Collectors.toMap(ModuleCoverage::key, Function.identity(), (first, second) -> first));
        Set<MavenProject> found = new LinkedHashSet<>();
        Set<MavenProject> seen = new HashSet<>();
        List<MavenProject> open = new ArrayList<>(List.of(project));
        while (!open.isEmpty()) {
            MavenProject next = open.remove(0);
            if (seen.add(next)) {
                found.add(next);
                open.addAll(below(next, build));
                for (Dependency each : next.getDependencies()) {
                    MavenProject module =
                            byKey.get(ArtifactUtils.versionlessKey(each.getGroupId(), each.getArtifactId()));
                    if (module != null) {
                        open.add(module);
                    }
                }
            }
        }
        // In the order of the build, so that two reports of it are the same.
        List<MavenProject> ordered =
                new ArrayList<>(build.stream().filter(found::contains).toList());
        found.stream().filter(each -> !ordered.contains(each)).forEach(ordered::add);
        return ordered;
    }

    /** The modules that name it as their parent folder's project: {@code <modules>}, whatever their parent is. */
    private static List<MavenProject> below(MavenProject project, Collection<MavenProject> build) {
        if (project.getBasedir() == null) {
            return List.of();
        }
        Set<Path> folders = project.getModules().stream()
                .map(each -> project.getBasedir().toPath().resolve(each).normalize())
                .collect(Collectors.toSet());
        return build.stream()
                .filter(each -> each.getFile() != null)
                .filter(each -> folders.contains(each.getFile().toPath().normalize())
                        || folders.contains(Objects.requireNonNull(each.getBasedir())
                                .toPath()
                                .normalize()))
                .toList();
    }

    private static String key(MavenProject project) {
        return ArtifactUtils.versionlessKey(project.getGroupId(), project.getArtifactId());
    }
}
