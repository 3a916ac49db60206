package io.github.stepunit.maven;

import io.github.stepunit.coverage.CoverageParts;
import java.io.File;
import org.apache.maven.plugin.MojoFailureException;
import org.apache.maven.plugins.annotations.LifecyclePhase;
import org.apache.maven.plugins.annotations.Mojo;
import org.apache.maven.plugins.annotations.Parameter;
import org.apiguardian.api.API;
import org.jspecify.annotations.NullUnmarked;

/** Makes one file of many parts: of forks, of modules, of the shards of a CI. */
@API(status = API.Status.INTERNAL, since = "0.1")
@Mojo(name = "merge", defaultPhase = LifecyclePhase.VERIFY, threadSafe = true)
@NullUnmarked // Maven sets the fields
public class MergeMojo extends AbstractCoverageMojo {

    /** The merged file. */
    @Parameter(property = "stepunit.merge.file", defaultValue = "${project.build.directory}/stepunit/coverage.json")
    File outputFile;

    @Override
    void run() throws MojoFailureException {
        CoverageParts read = read();
        if (read == null) {
            info(nothing());
            return;
        }
        CoverageParts.write(read.data(), outputFile.toPath());
        getLog().info(read.count() + " parts with " + read.data().definitions().size() + " state machines in "
                + shown(outputFile.toPath()));
        if (!read.problems().isEmpty()) {
            throw new MojoFailureException(String.join("\n", read.problems()));
        }
    }
}
