package io.github.stepunit.contract.architecture;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noFields;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

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

/** What the contract module may know: the optional libraries in one package each. In the style of the core's own. */
@AnalyzeClasses(packages = "io.github.stepunit.contract", importOptions = ImportOption.DoNotIncludeTests.class)
class ContractArchitectureTest {

    private static final String CONTRACT = "io.github.stepunit.contract";

    @ArchTest
    static final ArchRule packages_have_no_cycles =
            slices().matching(CONTRACT + ".(*)..").should().beFreeOfCycles();

    @ArchTest
    static final ArchRule assertj_is_known_to_the_assertions_only = noClasses()
            .that()
            .resideOutsideOfPackage(CONTRACT + ".assertj")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("org.assertj..", CONTRACT + ".assertj");

    @ArchTest
    static final ArchRule junit_is_known_to_its_package_only = noClasses()
            .that()
            .resideOutsideOfPackage(CONTRACT + ".junit5")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("org.junit..", "org.opentest4j..", "io.github.stepunit.junit5..", CONTRACT + ".junit5");

    @ArchTest
    static final ArchRule picocli_is_known_to_the_command_line_only = noClasses()
            .that()
            .resideOutsideOfPackage(CONTRACT + ".cli")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("picocli..", CONTRACT + ".cli");

    /** A class that names it in another place could not be loaded without it. */
    @ArchTest
    static final ArchRule cloudformation_is_optional = noClasses()
            .that()
            .doNotHaveSimpleName("StackResources")
            .and()
            .doNotHaveSimpleName("DeployedStateMachines")
            .and()
            .resideOutsideOfPackage(CONTRACT + ".junit5")
            .should()
            .dependOnClassesThat()
            .resideInAPackage("software.amazon.awssdk.services.cloudformation..");

    private static final Set<String> IRREPRODUCIBLE = Set.of(
            "java.time.Instant.now",
            "java.lang.System.currentTimeMillis",
            "java.lang.System.nanoTime",
            "java.lang.Math.random",
            "java.util.UUID.randomUUID",
            "java.util.Locale.getDefault",
            "java.time.ZoneId.systemDefault");

    /** The wall clock comes in as a {@link java.time.Clock}, which tests replace. */
    @ArchTest
    static final ArchRule nothing_reads_the_wall_clock_behind_the_back = noClasses()
            .should()
            .accessTargetWhere(DescribedPredicate.describe("makes runs differ", access -> {
                return access instanceof JavaCall<?> && IRREPRODUCIBLE.contains(nameOf(access));
            }));

    private static String nameOf(JavaAccess<?> access) {
        return access.getTargetOwner().getFullName() + "." + access.getTarget().getName();
    }

    @ArchTest
    static final ArchRule no_static_state_changes = noFields()
            .that()
            .areStatic()
            .and()
            .doNotHaveModifier(JavaModifier.SYNTHETIC)
            .should()
            .notHaveModifier(JavaModifier.FINAL);

    @ArchTest
    static final ArchRule public_types_say_how_stable_they_are = classes()
            .that()
            .arePublic()
            .and()
            .areTopLevelClasses()
            .and()
            .resideOutsideOfPackage(CONTRACT + ".internal")
            .should()
            .beAnnotatedWith(API.class);
}
