package io.github.stepunit.maven;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import org.apiguardian.api.API;

/** What the goals may know: they call what the command line calls, and do nothing themselves. */
@AnalyzeClasses(packages = "io.github.stepunit.maven", importOptions = ImportOption.DoNotIncludeTests.class)
class PluginArchitectureTest {

    private static final String ROOT = "io.github.stepunit";

    @ArchTest
    static final ArchRule goals_run_no_execution_and_write_no_format_themselves = noClasses()
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage(
                    ROOT,
                    ROOT + ".task",
                    ROOT + ".history",
                    ROOT + ".internal.interpreter..",
                    ROOT + ".internal.time..",
                    ROOT + ".junit5",
                    "com.fasterxml..");

    @ArchTest
    static final ArchRule aws_is_known_to_the_goal_that_pulls = noClasses()
            .that()
            .haveSimpleNameNotStartingWith("Pull")
            .and()
            .haveSimpleNameNotStartingWith("AbstractStepUnitMojo")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage(ROOT + ".contract..", "software.amazon..");

    @ArchTest
    static final ArchRule public_types_say_how_stable_they_are = classes()
            .that()
            .arePublic()
            .and()
            .areTopLevelClasses()
            .and()
            .haveSimpleNameNotStartingWith("HelpMojo")
            .should()
            .beAnnotatedWith(API.class);
}
