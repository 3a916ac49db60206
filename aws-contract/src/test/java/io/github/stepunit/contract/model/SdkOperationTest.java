package io.github.stepunit.contract.model;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.stepunit.definition.TaskResource;
import io.github.stepunit.servicemodel.OperationModel;
import io.github.stepunit.servicemodel.ServiceModel;
import io.github.stepunit.servicemodel.ServiceModels;
import io.github.stepunit.servicemodel.Shape;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The SDK's classes as models, beside StepUnit's table. */
class SdkOperationTest {

    private static final ServiceModels TABLE = new ServiceModels();

    private static OperationModel sdk(String service, String action) {
        return SdkOperation.find(service, action).orElseThrow();
    }

    private static Shape.Structure request(OperationModel operation) {
        return Objects.requireNonNull(operation.request());
    }

    private static Shape.Member member(Map<String, Shape.Member> members, String name) {
        return Objects.requireNonNull(members.get(name), name);
    }

    @Test
    void members_types_and_values_are_read_from_the_classes() {
        Map<String, Shape.Member> members =
                request(sdk("cloudformation", "createStack")).members();

        assertThat(members).containsKeys("StackName", "TemplateURL", "RoleARN", "Parameters");
        assertThat(member(members, "OnFailure").shape())
                .isEqualTo(new Shape.Scalar(
                        Shape.Type.STRING, Shape.Range.ANY, List.of("DO_NOTHING", "ROLLBACK", "DELETE")));
        assertThat(member(members, "TimeoutInMinutes").shape())
                .isEqualTo(new Shape.Scalar(Shape.Type.INTEGER, Shape.Range.ANY, List.of()));
        Shape parameter =
                ((Shape.Array) member(members, "Parameters").shape()).item().get();
        assertThat(((Shape.Structure) parameter).members()).containsKeys("ParameterKey", "ParameterValue");
    }

    /** Both come from the same source; the table by botocore, under names that StepUnit works out itself. */
    @ParameterizedTest
    @ValueSource(strings = {"sfn", "cloudformation"})
    void the_table_knows_the_same_operations_members_and_types(String service) {
        ServiceModel model = Objects.requireNonNull(TABLE.service(service));
        List<String> differences = new ArrayList<>();
        for (String name : model.operationNames()) {
            String action = name.substring(0, 1).toLowerCase(Locale.ROOT) + name.substring(1);
            TaskResource resource =
                    Objects.requireNonNull(TaskResource.parse("arn:aws:states:::aws-sdk:" + service + ":" + action));
            OperationModel known = Objects.requireNonNull(TABLE.operation(resource));
            SdkOperation.find(service, action)
                    .ifPresentOrElse(
                            other -> {
                                compare(name, known.request(), other.request(), differences);
                                compare(name, known.response(), other.response(), differences);
                            },
                            () -> differences.add(name + " is not there"));
        }

        assertThat(model.operationNames()).hasSizeGreaterThan(30);
        // Renamed by hand in the SDK, and younger than botocore's release.
        assertThat(differences)
                .filteredOn(each -> !each.startsWith("ListStacks:") && !each.startsWith("ContinueUpdateRollback:"))
                .isEmpty();
    }

    private static void compare(
            String at, Shape.@Nullable Structure table, Shape.@Nullable Structure sdk, List<String> differences) {
        Set<String> names = new TreeSet<>(sdk == null ? Set.of() : sdk.members().keySet());
        Set<String> known =
                new TreeSet<>(table == null ? Set.of() : table.members().keySet());
        if (!names.equals(known)) {
            differences.add(at + ": " + known + " or " + names);
        }
    }

    @Test
    void what_is_not_on_the_class_path_is_not_found() {
        assertThat(SdkOperation.find("appflow", "startFlow")).isEmpty();
        assertThat(SdkOperation.find("cloudformation", "createstack")).isEmpty();
    }

    @Test
    void of_two_models_the_table_tells_what_is_required_and_the_sdk_what_is_new() {
        Shape.Scalar color = new Shape.Scalar(Shape.Type.STRING, new Shape.Range(1.0, 9.0), List.of("RED"));
        Shape.Scalar newColor = new Shape.Scalar(Shape.Type.STRING, Shape.Range.ANY, List.of("RED", "GREEN"));
        Shape.Structure table = new Shape.Structure(Map.of("Color", new Shape.Member(true, () -> color)));
        Shape.Structure sdk = new Shape.Structure(
                Map.of("Color", new Shape.Member(false, () -> newColor), "Size", new Shape.Member(false, () -> color)));

        Shape.Structure merged = Objects.requireNonNull(MergedShapes.merge(table, sdk));

        assertThat(merged.members()).containsOnlyKeys("Color", "Size");
        assertThat(member(merged.members(), "Color").isRequired()).isTrue();
        assertThat(member(merged.members(), "Color").shape())
                .isEqualTo(new Shape.Scalar(Shape.Type.STRING, new Shape.Range(1.0, 9.0), List.of("RED", "GREEN")));
        assertThat(MergedShapes.merge(null, sdk)).isSameAs(sdk);
        assertThat(MergedShapes.merge(table, null)).isSameAs(table);
    }
}
