package io.github.stepunit.mutation;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import org.apiguardian.api.API;

/** What mutation may know. */
@AnalyzeClasses(packages = "io.github.stepunit.mutation", importOptions = ImportOption.DoNotIncludeTests.class)
class MutationArchitectureTest {

    private static final String ROOT = "io.github.stepunit";

    @ArchTest
    static final ArchRule it_plugs_into_the_core_and_knows_no_extension = noClasses()
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage(
                    ROOT + ".internal.interpreter",
                    ROOT + ".internal.time",
                    ROOT + ".internal.itemreader",
                    ROOT + ".junit5",
                    ROOT + ".assertj",
                    ROOT + ".report",
                    "org.junit.jupiter..");

    @ArchTest
    static final ArchRule the_launcher_is_known_to_what_runs_tests = noClasses()
            .that()
            .haveNameNotMatching(".*\\.(TestOptions|MutationSettings|MutationRun|TestRunner|TestLog|TestUnit)(\\$.*)?")
            .should()
            .dependOnClassesThat()
            .resideInAPackage("org.junit..");

    @ArchTest
    static final ArchRule the_wall_clock_is_for_people_only = noClasses()
            .that()
            .doNotHaveFullyQualifiedName(ROOT + ".mutation.Progress")
            .should()
            .callMethod(System.class, "nanoTime")
            .orShould()
            .callMethod(System.class, "currentTimeMillis");

    /** What is public cannot change: the report files and the command line are the interface. */
    @ArchTest
    static final ArchRule only_the_command_line_and_services_are_public = classes()
            .that()
            .haveNameNotMatching(".*\\.(Main|MutantReplacement|MutationObserver)")
            .should()
            .notBePublic();

    @ArchTest
    static final ArchRule public_types_say_how_stable_they_are =
            classes().that().arePublic().and().areTopLevelClasses().should().beAnnotatedWith(API.class);
}
