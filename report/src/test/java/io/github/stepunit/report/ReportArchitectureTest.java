package io.github.stepunit.report;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import org.apiguardian.api.API;

/** What reports may know. */
@AnalyzeClasses(packages = "io.github.stepunit.report", importOptions = ImportOption.DoNotIncludeTests.class)
class ReportArchitectureTest {

    private static final String ROOT = "io.github.stepunit";

    @ArchTest
    static final ArchRule only_the_page_of_a_failed_test_knows_executions = noClasses()
            .that()
            .haveNameNotMatching(".*\\.(FailurePage|FailureData|BudgetData|OutcomeMarking)(\\$.*)?")
            .should()
            .dependOnClassesThat()
            .resideInAPackage(ROOT);

    @ArchTest
    static final ArchRule reports_know_nothing_of_running = noClasses()
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage(
                    ROOT + ".task",
                    ROOT + ".internal.interpreter",
                    ROOT + ".internal.itemreader",
                    ROOT + ".internal.time",
                    ROOT + ".junit5",
                    ROOT + ".assertj");

    @ArchTest
    static final ArchRule only_pictures_without_any_test_load_definitions = noClasses()
            .that()
            .haveNameNotMatching(".*\\.(DefinitionPicture|Main)(\\$.*)?")
            .should()
            .dependOnClassesThat()
            .resideInAPackage(ROOT + ".loader");

    @ArchTest
    static final ArchRule the_layout_library_is_known_to_one_class = noClasses()
            .that()
            .haveNameNotMatching(".*\\.LayeredGraph(\\$.*)?")
            .should()
            .dependOnClassesThat()
            .resideInAPackage("org.eclipse..");

    @ArchTest
    static final ArchRule public_types_say_how_stable_they_are =
            classes().that().arePublic().and().areTopLevelClasses().should().beAnnotatedWith(API.class);
}
