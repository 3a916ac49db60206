package io.github.stepunit.maven;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.stepunit.StateMachine;
import java.nio.file.Path;
import java.util.List;
import org.apache.maven.model.Dependency;
import org.apache.maven.project.MavenProject;
import org.jspecify.annotations.NullUnmarked;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Which modules belong to an aggregate. */
@NullUnmarked // fields are injected
class AggregateTest {

    @TempDir
    Path folder;

    private MavenProject root;
    private MavenProject orders;
    private MavenProject common;
    private MavenProject refunds;
    private MavenProject coverage;
    private List<MavenProject> build;

    @BeforeEach
    void build() {
        root = Goals.module(folder, "root");
        root.getModules().addAll(List.of("orders", "group/refunds/pom.xml", "coverage"));
        orders = Goals.module(folder.resolve("orders"), "orders");
        common = Goals.module(folder.resolve("elsewhere"), "common");
        refunds = Goals.module(folder.resolve("group/refunds"), "refunds");
        coverage = Goals.module(folder.resolve("coverage"), "coverage");
        dependsOn(orders, "common");
        dependsOn(coverage, "orders");
        dependsOn(coverage, "not-of-this-build");
        build = List.of(root, common, orders, refunds, coverage);
    }

    private static void dependsOn(MavenProject module, String artifactId) {
        Dependency dependency = new Dependency();
        dependency.setGroupId("it");
        dependency.setArtifactId(artifactId);
        dependency.setVersion("1");
        module.getDependencies().add(dependency);
    }

    @Test
    void a_module_that_depends_on_others_aggregates_those_and_what_they_depend_on() {
        assertThat(ModuleCoverage.aggregate(coverage, build)).containsExactly(common, orders, coverage);
    }

    @Test
    void a_root_aggregates_the_modules_below_it_and_what_they_depend_on() {
        assertThat(ModuleCoverage.aggregate(root, build)).containsExactly(root, common, orders, refunds, coverage);
    }

    @Test
    void a_module_alone_aggregates_itself() {
        assertThat(ModuleCoverage.aggregate(refunds, List.of(refunds))).containsExactly(refunds);
    }

    @Test
    void modules_without_coverage_are_passed_over() throws Exception {
        StateMachine order = StateMachine.of(Goals.ORDER).named("order");
        StateMachine refund =
                StateMachine.of(Goals.ORDER.replace("charge", "refund")).named("refund");
        Goals.ran(folder.resolve("orders/target/stepunit/coverage"), order, null, true);
        Goals.ran(folder.resolve("group/refunds/target/stepunit/coverage"), refund, null, false);
        Goals goals = new Goals(folder);
        ReportAggregateMojo report = goals.prepared(new ReportAggregateMojo());
        report.project = root;
        report.reactorProjects = build;
        report.formats = new String[] {"text"};
        report.execute();
        assertThat(goals.told.toString())
                .isEqualTo(
                        """
                        INFO                 states     transitions
                        INFO   refund      1/2  50%        1/2  50%  definition
                        INFO   order       2/2 100%        1/2  50%  definition
                        INFO   All         3/4  75%        2/4  50%
                        INFO Never walked:
                        INFO   definition:9  Charge card, End
                        INFO   definition:8  Charge card, catcher 0 (CardDeclined) → Declined
                        INFO   definition:11  Declined
                        """);
    }
}
