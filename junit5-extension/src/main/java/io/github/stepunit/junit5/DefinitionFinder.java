package io.github.stepunit.junit5;

import io.github.stepunit.StateMachine;
import io.github.stepunit.definition.StateMachineType;
import io.github.stepunit.loader.DefinitionFile;
import io.github.stepunit.loader.DefinitionLoadException;
import java.io.FileNotFoundException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ExtensionContext.Store;
import org.junit.jupiter.api.extension.ExtensionContext.StoreScope;

/** Finds what {@code @StepFunctionTest("…")} names: a file of the project, a resource, a resource beside the test. */
final class DefinitionFinder {

    /** What decides which definition is meant. */
    private record Key(
            ClassLoader classLoader,
            String packageName,
            String name,
            String machine,
            List<StateMachineType> types,
            List<String> parameters,
            List<String> substitutions) {}

    private final Class<?> testClass;
    private final Key key;
    private final List<String> looked = new ArrayList<>();

    private DefinitionFinder(Class<?> testClass, Key key) {
        this.testClass = testClass;
        this.key = key;
    }

    /** The machine under test; read and compiled once for all tests that mean the same one, since it is immutable. */
    static StateMachine find(ExtensionContext context, StepFunctionTest annotation) {
        return find(
                context,
                annotation.value(),
                annotation.machine(),
                annotation.type(),
                annotation.parameters(),
                annotation.substitutions());
    }

    /** Another machine, that it starts. */
    static StateMachine find(ExtensionContext context, RegisteredStateMachine annotation) {
        StateMachine found = find(
                context,
                annotation.value(),
                annotation.machine(),
                annotation.type(),
                annotation.parameters(),
                annotation.substitutions());
        return annotation.name().isEmpty() ? found : found.named(annotation.name());
    }

    private static ClassLoader classLoaderOf(ExtensionContext context) {
        return Objects.requireNonNullElseGet(
                context.getRequiredTestClass().getClassLoader(), ClassLoader::getSystemClassLoader);
    }

    private static StateMachine find(
            ExtensionContext context,
            String name,
            String machine,
            StateMachineType[] type,
            String[] parameters,
            String[] substitutions) {
        return find(
                context,
                new Key(
                        classLoaderOf(context),
                        context.getRequiredTestClass().getPackageName(),
                        name,
                        machine,
                        List.of(type),
                        List.of(parameters),
                        List.of(substitutions)));
    }

    private static StateMachine find(ExtensionContext context, Key key) {
        Class<?> testClass = context.getRequiredTestClass();
        return OnceInRun.find(context, key, StateMachine.class, () -> {
            StateMachine loaded = new DefinitionFinder(testClass, key).load();
            keepForSession(context, key, loaded);
            return loaded;
        });
    }

    /** Build tools start JUnit once for each class, and mutation for each mutant: the store of a run finds what they share. */
    private static void keepForSession(ExtensionContext context, Key key, StateMachine loaded) {
        try {
            SessionStore.of(context).put(key, loaded);
        } catch (LinkageError beforeJUnit513) {
            // Each run loads its own.
        }
    }

    /** In a class of its own, which is loaded when it is called. */
    private static final class SessionStore {

        static Store of(ExtensionContext context) {
            return context.getStore(StoreScope.LAUNCHER_SESSION, StepFunctionExtension.NAMESPACE);
        }
    }

    private StateMachine load() {
        String name = key.name();
        StateMachine found = null;
        if (!name.isBlank()) {
            found = loadFile();
            found = found == null ? loadResource(name) : found;
            if (found == null && !name.startsWith("/")) {
                found = loadResource(key.packageName().replace('.', '/') + "/" + name);
            }
        }
        if (found == null) {
            throw ExtensionErrors.noDefinition(testClass, name, looked, withoutSlash());
        }
        return found;
    }

    /** What was meant by a name that begins with a slash, as {@code Class.getResource} takes it; null when nothing was. */
    private @Nullable String withoutSlash() {
        String relative = key.name().replaceFirst("^/+", "");
        boolean isThere = !relative.isBlank()
                && !relative.equals(key.name())
                && (key.classLoader().getResource(relative) != null || Files.exists(Path.of(relative)));
        return isThere ? relative : null;
    }

    private @Nullable StateMachine loadFile() {
        try {
            Path file = Path.of(key.name());
            return ifThere(DefinitionFile.of(file));
        } catch (InvalidPathException noFileName) {
            return null;
        }
    }

    private @Nullable StateMachine loadResource(String name) {
        return ifThere(DefinitionFile.ofResource(name, key.classLoader()));
    }

    private @Nullable StateMachine ifThere(DefinitionFile file) {
        try {
            DefinitionFile withOptions = options(file);
            return StateMachine.of(key.machine().isEmpty() ? withOptions.load() : withOptions.load(key.machine()));
        } catch (UncheckedIOException problem) {
            if (problem.getCause() instanceof FileNotFoundException) {
                looked.add(String.valueOf(problem.getMessage()));
                return null;
            }
            throw ExtensionErrors.unreadable(testClass, key.name(), problem);
        } catch (DefinitionLoadException problem) {
            throw ExtensionErrors.notLoaded(testClass, key.name(), problem);
        }
    }

    private DefinitionFile options(DefinitionFile file) {
        if (key.types().size() > 1) {
            throw ExtensionErrors.twoTypes(testClass);
        }
        DefinitionFile result = file;
        for (StateMachineType type : key.types()) {
            result = result.withType(type);
        }
        for (String pair : key.parameters()) {
            result = result.withParameter(nameIn("parameters", pair), valueIn(pair));
        }
        for (String pair : key.substitutions()) {
            result = result.withSubstitution(nameIn("substitutions", pair), valueIn(pair));
        }
        return result;
    }

    private String nameIn(String element, String pair) {
        int equals = pair.indexOf('=');
        if (equals <= 0) {
            throw ExtensionErrors.noPair(testClass, element, pair);
        }
        return pair.substring(0, equals).strip();
    }

    private static String valueIn(String pair) {
        return pair.substring(pair.indexOf('=') + 1);
    }
}
