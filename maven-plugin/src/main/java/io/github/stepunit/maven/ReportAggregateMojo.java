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
 * Writes one report over several modules: this one, those below it, and those of the build that it depends on. Either call
 * it at the root after the tests (<code>mvn verify stepunit:report-aggregate</code>), or bind it in a module that depends on
 * the others and is therefore built after them.
 */
@API(status = API.Status.INTERNAL, since = "0.1")
@Mojo(name = "report-aggregate", defaultPhase = LifecyclePhase.VERIFY, aggregator = true, threadSafe = true)
@NullUnmarked // Maven sets the fields
public class ReportAggregateMojo extends ReportMojo {

    @Parameter(defaultValue = "${reactorProjects}", readonly = true, required = true)
    List<MavenProject> reactorProjects;

    @Override
    List<Path> places() {
        return ModuleCoverage.places(named().orElse(List.of()), project, reactorProjects);
    }
}
