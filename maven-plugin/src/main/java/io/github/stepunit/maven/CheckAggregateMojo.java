package io.github.stepunit.maven;

import java.nio.file.Path;
import java.util.List;
import org.apache.maven.plugins.annotations.LifecyclePhase;
import org.apache.maven.plugins.annotations.Mojo;
import org.apache.maven.plugins.annotations.Parameter;
import org.apache.maven.project.MavenProject;
import org.apiguardian.api.API;
import org.jspecify.annotations.NullUnmarked;

/**
 * Fails the build when the tests of several modules together have walked too little: those of this one, those below it, and
 * those of the build that it depends on. To be called or bound as <code>report-aggregate</code> is.
 */
@API(status = API.Status.INTERNAL, since = "0.1")
@Mojo(name = "check-aggregate", defaultPhase = LifecyclePhase.VERIFY, aggregator = true, threadSafe = true)
@NullUnmarked // Maven sets the fields
public class CheckAggregateMojo extends CheckMojo {

    @Parameter(defaultValue = "${reactorProjects}", readonly = true, required = true)
    List<MavenProject> reactorProjects;

    @Override
    List<Path> places() {
        return ModuleCoverage.places(named().orElse(List.of()), project, reactorProjects);
    }

    /** Who asks for an aggregate expects coverage in some module. */
    @Override
    boolean isGathered() {
        return true;
    }
}
