package io.github.stepunit.maven;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.apache.maven.RepositoryUtils;
import org.apache.maven.artifact.Artifact;
import org.apache.maven.artifact.ArtifactUtils;
import org.apache.maven.artifact.DependencyResolutionRequiredException;
import org.apache.maven.project.MavenProject;
import org.eclipse.aether.RepositorySystem;
import org.eclipse.aether.RepositorySystemSession;
import org.eclipse.aether.artifact.DefaultArtifact;
import org.eclipse.aether.collection.CollectRequest;
import org.eclipse.aether.graph.Dependency;
import org.eclipse.aether.resolution.ArtifactResult;
import org.eclipse.aether.resolution.DependencyRequest;
import org.eclipse.aether.resolution.DependencyResolutionException;

/** The test class path of a module, with {@code stepunit-mutation} and JUnit's launcher in the versions that fit it. */
record MutationClassPath(RepositorySystem repositorySystem) {

    private static final String RUNTIME = "runtime";
    private static final String CORE = "io.github.stepunit:stepunit-core";
    private static final String MUTATION = "io.github.stepunit:stepunit-mutation:jar:";
    private static final String PLATFORM = "org.junit.platform:junit-platform-commons";
    private static final String LAUNCHER = "org.junit.platform:junit-platform-launcher:jar:";

    /** Files and folders, those of the module first. */
    List<String> of(MavenProject module, RepositorySystemSession session) {
        Map<String, Artifact> own = module.getArtifacts().stream()
                .collect(Collectors.toMap(MutationClassPath::key, Function.identity(), (first, second) -> first));
        try {
            List<String> classPath = new ArrayList<>(module.getTestClasspathElements());
            for (ArtifactResult each : repositorySystem
                    .resolveDependencies(session, request(module, own))
                    .getArtifactResults()) {
                org.eclipse.aether.artifact.Artifact found = each.getArtifact();
                if (!own.containsKey(ArtifactUtils.versionlessKey(found.getGroupId(), found.getArtifactId()))) {
                    classPath.add(found.getFile().toString());
                }
            }
            return classPath;
        } catch (DependencyResolutionRequiredException | DependencyResolutionException missing) {
            throw new IllegalArgumentException(
                    "stepunit-mutation cannot be had in the version of the module's stepunit-core: "
                            + missing.getMessage(),
                    missing);
        }
    }

    private static DependencyRequest request(MavenProject module, Map<String, Artifact> own) {
        CollectRequest collect = new CollectRequest();
        collect.setRepositories(module.getRemoteProjectRepositories());
        Artifact core = own.get(CORE);
        if (core != null) {
            collect.addDependency(dependency(new DefaultArtifact(MUTATION + core.getBaseVersion())));
        }
        Artifact platform = own.get(PLATFORM);
        if (platform != null) {
            collect.addDependency(dependency(new DefaultArtifact(LAUNCHER + platform.getBaseVersion())));
        }
        // What the module has decided on stays.
        own.values().forEach(each -> collect.addManagedDependency(dependency(RepositoryUtils.toArtifact(each))));
        return new DependencyRequest(collect, null);
    }

    private static Dependency dependency(org.eclipse.aether.artifact.Artifact artifact) {
        return new Dependency(artifact, RUNTIME);
    }

    private static String key(Artifact artifact) {
        return ArtifactUtils.versionlessKey(artifact.getGroupId(), artifact.getArtifactId());
    }
}
