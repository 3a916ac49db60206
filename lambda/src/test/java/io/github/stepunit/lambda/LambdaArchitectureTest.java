package io.github.stepunit.lambda;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaAccess;
import com.tngtech.archunit.core.domain.JavaCall;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import java.util.Set;
import org.apiguardian.api.API;

/** What this module may know, and what would make it irreproducible. In the style of the core's own. */
@AnalyzeClasses(packages = "io.github.stepunit.lambda", importOptions = ImportOption.DoNotIncludeTests.class)
class LambdaArchitectureTest {

    private static final String ROOT = "io.github.stepunit";

    @ArchTest
    static final ArchRule it_knows_the_core_and_Lambdas_libraries_only = classes()
            .should()
            .onlyDependOnClassesThat()
            .resideInAnyPackage(
                    "java..",
                    ROOT + ".definition",
                    ROOT + ".json",
                    ROOT + ".junit5",
                    ROOT + ".lambda..",
                    ROOT + ".task",
                    "com.amazonaws.services.lambda.runtime..",
                    "com.fasterxml.jackson.databind",
                    "org.apiguardian.api..",
                    "org.jspecify.annotations..");

    /** The extension is optional. */
    @ArchTest
    static final ArchRule the_extension_is_known_to_one_package = noClasses()
            .that()
            .resideOutsideOfPackage(ROOT + ".lambda.junit5")
            .should()
            .dependOnClassesThat()
            .resideInAPackage(ROOT + ".junit5..");

    private static final Set<String> IRREPRODUCIBLE = Set.of(
            "java.time.Instant.now",
            "java.time.LocalDate.now",
            "java.time.Clock.systemUTC",
            "java.lang.System.currentTimeMillis",
            "java.lang.System.nanoTime",
            "java.lang.Math.random",
            "java.util.UUID.randomUUID",
            "java.util.Locale.getDefault",
            "java.time.ZoneId.systemDefault",
            "java.lang.Thread.sleep");

    @ArchTest
    static final ArchRule nothing_depends_on_the_wall_clock_or_the_machine = noClasses()
            .should()
            .accessTargetWhere(DescribedPredicate.describe("makes runs differ", access -> {
                return access instanceof JavaCall<?> && IRREPRODUCIBLE.contains(nameOf(access));
            }));

    private static String nameOf(JavaAccess<?> access) {
        return access.getTargetOwner().getFullName() + "." + access.getTarget().getName();
    }

    @ArchTest
    static final ArchRule public_types_say_how_stable_they_are =
            classes().that().arePublic().and().areTopLevelClasses().should().beAnnotatedWith(API.class);
}
