package io.github.stepunit.contract.model;

import io.github.stepunit.servicemodel.OperationModel;
import io.github.stepunit.servicemodel.SdkNames;
import io.github.stepunit.servicemodel.Shape;
import io.github.stepunit.servicemodel.Shape.Member;
import io.github.stepunit.servicemodel.Shape.Range;
import io.github.stepunit.servicemodel.Shape.Scalar;
import io.github.stepunit.servicemodel.Shape.Structure;
import java.lang.reflect.Method;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.core.SdkField;
import software.amazon.awssdk.core.SdkPojo;
import software.amazon.awssdk.core.protocol.MarshallingKnownType;
import software.amazon.awssdk.core.traits.ListTrait;
import software.amazon.awssdk.core.traits.MapTrait;
import software.amazon.awssdk.core.traits.RequiredTrait;

/**
 * The model of an operation as the classes of the AWS SDK have it. By reflection, since nobody knows which modules a class
 * path has; those classes are generated and follow one pattern. They do not tell lengths, and for most services not what is
 * required.
 */
final class SdkOperation {

    private static final String SERVICES = "software.amazon.awssdk.services.";

    private SdkOperation() {}

    /** Empty when the service's module is not on the class path, or has no such operation. */
    static Optional<OperationModel> find(String service, String action) {
        String name = action.substring(0, 1).toUpperCase(Locale.ROOT) + action.substring(1);
        Class<?> request = load(service, name + "Request");
        Class<?> response = load(service, name + "Response");
        return request == null || response == null
                ? Optional.empty()
                : Optional.of(new OperationModel(name, structure(request), structure(response), List.of()));
    }

    private static @Nullable Class<?> load(String service, String type) {
        try {
            return Class.forName(SERVICES + service + ".model." + type, false, SdkOperation.class.getClassLoader());
        } catch (ClassNotFoundException | LinkageError notThere) {
            // An error where the file system ignores letter case, and the class is spelled otherwise.
            return null;
        }
    }

    private static @Nullable Structure structure(Class<?> type) {
        try {
            Object builder = type.getMethod("builder").invoke(null);
            return builder instanceof SdkPojo pojo ? structure(pojo) : null;
        } catch (ReflectiveOperationException otherPattern) {
            return null;
        }
    }

    private static Structure structure(SdkPojo builder) {
        Map<String, Member> members = new LinkedHashMap<>();
        for (SdkField<?> field : builder.sdkFields()) {
            members.put(
                    SdkNames.member(field.memberName()),
                    new Member(field.containsTrait(RequiredTrait.class), () -> shape(field, builder)));
        }
        return new Structure(members);
    }

    private static Shape shape(SdkField<?> field, @Nullable SdkPojo owner) {
        MarshallingKnownType type = field.marshallingType().getKnownType();
        if (type == null) {
            return new Shape.Document();
        }
        return switch (type) {
            case LIST -> new Shape.Array(() -> shape(item(field), null), Range.ANY);
            case MAP -> new Shape.Dictionary(() -> shape(value(field), null));
            case SDK_POJO -> structure(field.constructor().get());
            case DOCUMENT, NULL -> new Shape.Document();
            case STRING -> new Scalar(Shape.Type.STRING, Range.ANY, owner == null ? List.of() : values(field, owner));
            case INTEGER, LONG, SHORT, BYTE -> scalar(Shape.Type.INTEGER);
            case FLOAT, DOUBLE, BIG_DECIMAL -> scalar(Shape.Type.DECIMAL);
            case BOOLEAN -> scalar(Shape.Type.BOOLEAN);
            case INSTANT -> scalar(Shape.Type.TIMESTAMP);
            case SDK_BYTES -> scalar(Shape.Type.BLOB);
        };
    }

    private static Scalar scalar(Shape.Type type) {
        return new Scalar(type, Range.ANY, List.of());
    }

    private static SdkField<?> item(SdkField<?> field) {
        return field.getTrait(ListTrait.class).memberFieldInfo();
    }

    private static SdkField<?> value(SdkField<?> field) {
        return field.getTrait(MapTrait.class).valueFieldInfo();
    }

    /** A member with an enum has a setter that takes it. */
    private static List<String> values(SdkField<?> field, SdkPojo builder) {
        String setter = SdkNames.uncapitalized(field.memberName());
        List<String> values = new ArrayList<>();
        for (Method method : builder.getClass().getMethods()) {
            if (method.getName().equals(setter)
                    && method.getParameterCount() == 1
                    && method.getParameterTypes()[0].isEnum()) {
                for (Object constant : method.getParameterTypes()[0].getEnumConstants()) {
                    // UNKNOWN_TO_SDK_VERSION has no text.
                    if (!"null".equals(String.valueOf(constant))) {
                        values.add(constant.toString());
                    }
                }
            }
        }
        return values;
    }
}
