package io.github.stepunit.junit5;

import java.lang.reflect.Field;
import java.lang.reflect.InaccessibleObjectException;
import java.lang.reflect.Modifier;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.platform.commons.support.HierarchyTraversalMode;
import org.junit.platform.commons.support.ReflectionSupport;

/** Sets the fields of a test's instances before a test, and empties them after it. */
final class FieldInjector {

    /** A field that may want a value. */
    private record Candidate(Field field, InjectionPoint point) {}

    /** Those of a class, looked for once in a run. */
    private record Candidates(List<Candidate> fields) {}

    private record CandidatesOf(Class<?> type) {}

    private record InjectableField(Field field, Object instance) {}

    private final TestFixture fixture;
    private final ExtensionContext context;
    private final List<InjectableField> injected = new ArrayList<>();
    private final List<InjectableField> withoutAnnotation = new ArrayList<>();

    FieldInjector(TestFixture fixture, ExtensionContext context) {
        this.fixture = fixture;
        this.context = context;
    }

    /** Fills the fields of one instance; at once, since tests in parallel may share it (PER_CLASS). */
    void injectInto(Object instance) {
        Candidates candidates = candidatesOf(instance.getClass());
        synchronized (instance) {
            for (Candidate each : candidates.fields()) {
                inject(each.field(), each.point(), instance);
            }
        }
    }

    private Candidates candidatesOf(Class<?> type) {
        return OnceInRun.find(
                context,
                new CandidatesOf(type),
                Candidates.class,
                () -> new Candidates(
                        ReflectionSupport.findFields(type, FieldInjector::mayWantValue, HierarchyTraversalMode.TOP_DOWN)
                                .stream()
                                .map(field -> new Candidate(field, InjectionPoint.of(field)))
                                .toList()));
    }

    private static boolean mayWantValue(Field field) {
        InjectionPoint point = InjectionPoint.of(field);
        return point.isMock() || point.isOfOwnType() || point.lacksAnnotation();
    }

    private void inject(Field field, InjectionPoint point, Object instance) {
        if (point.lacksAnnotation()) {
            withoutAnnotation.add(new InjectableField(field, instance));
            return; // A mock that the test sets itself, in @BeforeEach for instance; or one that it forgot.
        }
        if (!point.isMock() && (Modifier.isFinal(field.getModifiers()) || get(field, instance) != null)) {
            return; // A machine or mocks of the test's own.
        }
        if (point.isMock() && point.mockitoS() != null) {
            throw ExtensionErrors.twoMocks(point);
        }
        Object own = point.isMock() ? get(field, instance) : null;
        if (own != null && fixture.bindOwn(point, own)) {
            return; // A handler of the test's own.
        }
        requireNeitherStaticNorFinal(field, point);
        Object value = fixture.valueFor(point);
        // A value means another test on the same instance at the same time, or an initialiser that is in vain.
        if (get(field, instance) != null) {
            throw ExtensionErrors.fieldInUse(point);
        }
        set(field, instance, value);
        injected.add(new InjectableField(field, instance));
    }

    private static void requireNeitherStaticNorFinal(Field field, InjectionPoint point) {
        if (Modifier.isStatic(field.getModifiers())) {
            throw ExtensionErrors.fixedField(point, "static");
        }
        if (Modifier.isFinal(field.getModifiers())) {
            throw ExtensionErrors.fixedField(point, "final");
        }
    }

    /** So that the next test on the same instance cannot use what was this test's. */
    void clear() {
        injected.forEach(each -> set(each.field(), each.instance(), null));
        injected.clear();
    }

    /** Fields of type {@code TaskMock} that neither {@code @MockTask} nor the test has given a value. */
    List<InjectionPoint> forgottenMocks() {
        return withoutAnnotation.stream()
                .filter(each -> get(each.field(), each.instance()) == null)
                .map(each -> InjectionPoint.of(each.field()))
                .toList();
    }

    private static @Nullable Object get(Field field, Object instance) {
        makeAccessible(field);
        try {
            return field.get(instance);
        } catch (IllegalAccessException inaccessible) {
            throw ExtensionErrors.inaccessible(InjectionPoint.of(field), inaccessible);
        }
    }

    private static void set(Field field, Object instance, @Nullable Object value) {
        makeAccessible(field);
        try {
            field.set(instance, value);
        } catch (IllegalAccessException inaccessible) {
            throw ExtensionErrors.inaccessible(InjectionPoint.of(field), inaccessible);
        }
    }

    private static void makeAccessible(Field field) {
        try {
            field.setAccessible(true);
        } catch (InaccessibleObjectException notOpen) {
            throw ExtensionErrors.inaccessible(InjectionPoint.of(field), notOpen);
        }
    }
}
