package io.github.stepunit.junit5;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noFields;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaAccess;
import com.tngtech.archunit.core.domain.JavaCall;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import java.util.Set;
import org.apiguardian.api.API;

/** What the extension may know, and what would make it irreproducible. In the style of the core's own. */
@AnalyzeClasses(packages = "io.github.stepunit.junit5", importOptions = ImportOption.DoNotIncludeTests.class)
class ExtensionArchitectureTest {

    private static final String ROOT = "io.github.stepunit";

    @ArchTest
    static final ArchRule the_extension_knows_the_core_and_junit_only = classes()
            .should()
            .onlyDependOnClassesThat()
            .resideInAnyPackage(
                    "java..",
                    ROOT,
                    ROOT + ".coverage",
                    ROOT + ".definition",
                    ROOT + ".explanation",
                    ROOT + ".fault",
                    ROOT + ".history",
                    ROOT + ".internal.file",
                    ROOT + ".json",
                    ROOT + ".junit5",
                    ROOT + ".loader",
                    ROOT + ".s3",
                    ROOT + ".skeleton",
                    ROOT + ".task",
                    ROOT + ".validation",
                    "com.fasterxml.jackson..",
                    "org.junit.jupiter.api..",
                    "org.junit.platform.commons..",
                    "org.junit.platform.engine..",
                    "org.junit.platform.launcher..",
                    "org.apiguardian.api..",
                    "org.jspecify.annotations..",
                    "org.mockito..");

    /** Mockito is optional: a class that names it in another place could not be loaded without it. */
    @ArchTest
    static final ArchRule mockito_is_known_to_stubbed_mocks_only = noClasses()
            .that()
            .doNotHaveSimpleName("StubbedMock")
            .should()
            .dependOnClassesThat()
            .resideInAPackage("org.mockito..");

    /** The launcher is there only when a tool runs tests: nothing else may need it. */
    @ArchTest
    static final ArchRule the_launcher_is_known_to_its_listener_only = noClasses()
            .that()
            .doNotHaveSimpleName("CoverageListener")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("org.junit.platform.launcher..", "org.junit.platform.engine..");

    private static final Set<String> IRREPRODUCIBLE = Set.of(
            "java.time.Instant.now",
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

    /** What switch over enums compiles to is the compiler's. */
    @ArchTest
    static final ArchRule no_static_state_changes = noFields()
            .that()
            .areStatic()
            .and()
            .doNotHaveModifier(JavaModifier.SYNTHETIC)
            .should()
            .notHaveModifier(JavaModifier.FINAL);

    @ArchTest
    static final ArchRule public_types_say_how_stable_they_are =
            classes().that().arePublic().and().areTopLevelClasses().should().beAnnotatedWith(API.class);
}
