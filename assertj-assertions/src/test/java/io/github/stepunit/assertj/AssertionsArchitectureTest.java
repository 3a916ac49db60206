package io.github.stepunit.assertj;

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

/** What the assertions may know, and what would make them irreproducible. In the style of the core's own. */
@AnalyzeClasses(packages = "io.github.stepunit.assertj", importOptions = ImportOption.DoNotIncludeTests.class)
class AssertionsArchitectureTest {

    private static final String ROOT = "io.github.stepunit";

    @ArchTest
    static final ArchRule the_assertions_know_the_core_and_assertj_only = classes()
            .should()
            .onlyDependOnClassesThat()
            .resideInAnyPackage(
                    "java..",
                    ROOT,
                    ROOT + ".assertj",
                    ROOT + ".budget",
                    ROOT + ".definition",
                    ROOT + ".explanation",
                    ROOT + ".expression",
                    ROOT + ".history",
                    ROOT + ".internal.file",
                    ROOT + ".json",
                    ROOT + ".teststate",
                    ROOT + ".validation",
                    "com.fasterxml.jackson..",
                    "com.github.difflib..",
                    "org.assertj.core..",
                    "org.apiguardian.api..",
                    "org.jspecify.annotations..");

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
