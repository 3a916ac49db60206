package io.github.stepunit.architecture;

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
import java.security.SecureRandom;
import java.util.Random;
import java.util.Set;
import org.apiguardian.api.API;

/** The arrows between the packages of the core (docs/architecture.md), and what would make executions irreproducible. */
@AnalyzeClasses(packages = "io.github.stepunit", importOptions = ImportOption.DoNotIncludeTests.class)
class CoreArchitectureTest {

    private static final String ROOT = "io.github.stepunit";

    @ArchTest
    static final ArchRule packages_have_no_cycles =
            slices().matching("io.github.stepunit.(**)").should().beFreeOfCycles();

    @ArchTest
    static final ArchRule the_definition_knows_nothing_of_running = noClasses()
            .that()
            .resideInAPackage(ROOT + ".definition")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage(
                    ROOT,
                    ROOT + ".task",
                    ROOT + ".history",
                    ROOT + ".internal.interpreter",
                    ROOT + ".internal.itemreader",
                    ROOT + ".internal.time",
                    ROOT + ".s3",
                    ROOT + ".loader",
                    ROOT + ".validation");

    @ArchTest
    static final ArchRule expressions_know_json_only = noClasses()
            .that()
            .resideInAPackage(ROOT + ".expression")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage(
                    ROOT,
                    ROOT + ".definition",
                    ROOT + ".task",
                    ROOT + ".history",
                    ROOT + ".internal..",
                    ROOT + ".loader");

    @ArchTest
    static final ArchRule json_knows_nothing_of_stepunit = noClasses()
            .that()
            .resideInAPackage(ROOT + ".json")
            .should()
            .dependOnClassesThat(DescribedPredicate.describe(
                    "are other packages of StepUnit",
                    type -> type.getPackageName().startsWith(ROOT)
                            && !type.getPackageName().equals(ROOT + ".json")));

    @ArchTest
    static final ArchRule time_knows_nothing_of_the_states_language = noClasses()
            .that()
            .resideInAPackage(ROOT + ".internal.time")
            .should()
            .dependOnClassesThat(DescribedPredicate.describe(
                    "are other packages of StepUnit",
                    type -> type.getPackageName().startsWith(ROOT)
                            && !type.getPackageName().equals(ROOT + ".internal.time")));

    @ArchTest
    static final ArchRule the_history_never_sees_the_interpreter = noClasses()
            .that()
            .resideInAPackage(ROOT + ".history")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage(
                    ROOT, ROOT + ".task", ROOT + ".internal.interpreter", ROOT + ".internal.time", ROOT + ".loader");

    @ArchTest
    static final ArchRule objects_know_nothing_of_the_states_language = noClasses()
            .that()
            .resideInAPackage(ROOT + ".s3")
            .should()
            .dependOnClassesThat(DescribedPredicate.describe(
                    "are other packages of StepUnit than json, loader and internal.text",
                    type -> type.getPackageName().startsWith(ROOT)
                            && !Set.of(ROOT + ".s3", ROOT + ".json", ROOT + ".loader", ROOT + ".internal.text")
                                    .contains(type.getPackageName())));

    @ArchTest
    static final ArchRule items_are_read_without_a_running_execution = noClasses()
            .that()
            .resideInAPackage(ROOT + ".internal.itemreader")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage(
                    ROOT, ROOT + ".task", ROOT + ".history", ROOT + ".internal.interpreter", ROOT + ".internal.time");

    @ArchTest
    static final ArchRule only_the_front_doors_touch_the_interpreter = noClasses()
            .that()
            .resideOutsideOfPackages(ROOT, ROOT + ".teststate", ROOT + ".internal..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage(ROOT + ".internal.interpreter", ROOT + ".internal.itemreader", ROOT + ".internal.time");

    @ArchTest
    static final ArchRule the_validator_knows_definitions_only = noClasses()
            .that()
            .resideInAPackage(ROOT + ".validation")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage(
                    ROOT,
                    ROOT + ".task",
                    ROOT + ".history",
                    ROOT + ".internal.interpreter",
                    ROOT + ".internal.time",
                    ROOT + ".loader");

    @ArchTest
    static final ArchRule the_interpreter_never_looks_back_at_the_front_door = noClasses()
            .that()
            .resideInAPackage(ROOT + ".internal..")
            .should()
            .dependOnClassesThat(DescribedPredicate.describe(
                    "are the front door or the loader",
                    type -> type.getPackageName().equals(ROOT)
                            || type.getPackageName().equals(ROOT + ".loader")));

    @ArchTest
    static final ArchRule coverage_is_derived_from_histories_alone = noClasses()
            .that()
            .resideInAPackage(ROOT + ".coverage")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage(
                    ROOT, ROOT + ".task", ROOT + ".internal.interpreter", ROOT + ".internal.time", ROOT + ".loader");

    /** Of coverage, those that keep its parts in a folder and find out where a definition came from. */
    @ArchTest
    static final ArchRule only_the_loader_and_the_parts_of_coverage_touch_files = noClasses()
            .that()
            .resideOutsideOfPackage(ROOT + ".loader")
            .and()
            .doNotHaveFullyQualifiedName(ROOT + ".task.MockConfigFile")
            .and()
            .doNotHaveFullyQualifiedName(ROOT + ".coverage.CoverageParts")
            .and()
            .doNotHaveFullyQualifiedName(ROOT + ".coverage.SourceFiles")
            .and()
            .doNotHaveFullyQualifiedName(ROOT + ".internal.file.WholeFile")
            .should()
            .dependOnClassesThat()
            .haveFullyQualifiedName("java.nio.file.Files");

    @ArchTest
    static final ArchRule service_models_know_definitions_only = noClasses()
            .that()
            .resideInAPackage(ROOT + ".servicemodel")
            .should()
            .dependOnClassesThat(DescribedPredicate.describe(
                    "are other packages of StepUnit but definition and json",
                    type -> type.getPackageName().startsWith(ROOT)
                            && !Set.of(ROOT + ".servicemodel", ROOT + ".definition", ROOT + ".json")
                                    .contains(type.getPackageName())));

    private static final Set<String> IRREPRODUCIBLE = Set.of(
            "java.time.Instant.now",
            "java.time.LocalDate.now",
            "java.time.LocalDateTime.now",
            "java.time.OffsetDateTime.now",
            "java.time.ZonedDateTime.now",
            "java.time.Clock.systemUTC",
            "java.time.Clock.systemDefaultZone",
            "java.util.concurrent.ThreadLocalRandom.current",
            "java.util.random.RandomGenerator.getDefault",
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

    @ArchTest
    static final ArchRule random_numbers_have_a_seed =
            noClasses().should().callConstructor(Random.class).orShould().callConstructor(SecureRandom.class);

    @ArchTest
    static final ArchRule nothing_starts_threads = noClasses()
            .should()
            .dependOnClassesThat()
            .haveNameMatching("java\\.lang\\.Thread|java\\.util\\.concurrent\\..*Execut.*|java\\.util\\.Timer");

    @ArchTest
    static final ArchRule the_core_knows_no_test_framework_and_no_aws_sdk = noClasses()
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage(
                    "org.junit..", "org.assertj..", "org.mockito..", "software.amazon..", "com.amazonaws..");

    @ArchTest
    static final ArchRule the_loader_knows_nothing_of_running = noClasses()
            .that()
            .resideInAPackage(ROOT + ".loader")
            .should()
            .dependOnClassesThat(DescribedPredicate.describe(
                    "are other packages of StepUnit but definition, json and internal.text",
                    type -> type.getPackageName().startsWith(ROOT)
                            && !Set.of(ROOT + ".loader", ROOT + ".definition", ROOT + ".json", ROOT + ".internal.text")
                                    .contains(type.getPackageName())));

    @ArchTest
    static final ArchRule what_is_known_of_services_knows_texts_only = noClasses()
            .that()
            .resideInAPackage(ROOT + ".integration")
            .should()
            .dependOnClassesThat(DescribedPredicate.describe(
                    "are other packages of StepUnit but internal.text",
                    type -> type.getPackageName().startsWith(ROOT)
                            && !type.getPackageName().equals(ROOT + ".integration")
                            && !type.getPackageName().equals(ROOT + ".internal.text")));

    @ArchTest
    static final ArchRule the_task_boundary_knows_nothing_of_histories = noClasses()
            .that()
            .resideInAPackage(ROOT + ".task")
            .should()
            .dependOnClassesThat(DescribedPredicate.describe(
                    "are the front door, histories or the loader",
                    type -> type.getPackageName().equals(ROOT)
                            || type.getPackageName().equals(ROOT + ".history")
                            || type.getPackageName().equals(ROOT + ".loader")));

    private static String nameOf(JavaAccess<?> access) {
        return access.getTargetOwner().getFullName() + "." + access.getTarget().getName();
    }

    @ArchTest
    static final ArchRule no_static_state_changes =
            noFields().that().areStatic().should().notHaveModifier(JavaModifier.FINAL);

    @ArchTest
    static final ArchRule public_types_say_how_stable_they_are = classes()
            .that()
            .arePublic()
            .and()
            .areTopLevelClasses()
            .and()
            .resideOutsideOfPackage(ROOT + ".internal..")
            .should()
            .beAnnotatedWith(API.class);
}
