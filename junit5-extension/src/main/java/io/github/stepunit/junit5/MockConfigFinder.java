package io.github.stepunit.junit5;

import io.github.stepunit.task.InvalidMockConfigException;
import io.github.stepunit.task.MockConfigTestCase;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.platform.commons.support.AnnotationSupport;

/** The test cases that {@code @MockConfig} names. */
final class MockConfigFinder {

    private final ExtensionContext context;
    private final MockConfig annotation;

    private MockConfigFinder(ExtensionContext context, MockConfig annotation) {
        this.context = context;
        this.annotation = annotation;
    }

    static MockConfig annotation(ExtensionContext context) {
        return AnnotationSupport.findAnnotation(context.getRequiredTestMethod(), MockConfig.class)
                .orElseThrow(() -> new IllegalStateException("An extension was called without its annotation."));
    }

    static List<MockConfigTestCase> testCases(ExtensionContext context) {
        return new MockConfigFinder(context, annotation(context)).testCases();
    }

    /** The one of an invocation. */
    static MockConfigTestCase testCase(ExtensionContext context) {
        return testCases(context).get(TemplateInvocation.number(context) - 1);
    }

    private List<MockConfigTestCase> testCases() {
        io.github.stepunit.task.MockConfig file = read();
        try {
            String machine = machine(file.stateMachineNames());
            if (annotation.cases().length == 0) {
                return file.testCases(machine);
            }
            return Arrays.stream(annotation.cases())
                    .map(name -> file.testCase(machine, name))
                    .toList();
        } catch (IllegalArgumentException unknown) {
            throw ExtensionErrors.badMockConfig(context.getRequiredTestMethod(), unknown);
        }
    }

    private String machine(Set<String> names) {
        if (!annotation.machine().isEmpty()) {
            return annotation.machine();
        }
        if (names.size() == 1) {
            return names.iterator().next();
        }
        String tested = DefinitionFinder.find(
                        context, TestDeclaration.of(context).annotation())
                .name();
        if (!names.contains(tested)) {
            throw ExtensionErrors.whichMachine(context.getRequiredTestMethod(), annotation.value(), tested, names);
        }
        return tested;
    }

    private io.github.stepunit.task.MockConfig read() {
        String name = annotation.value();
        try {
            return io.github.stepunit.task.MockConfig.read(Path.of(name));
        } catch (InvalidPathException noFileName) {
            return readResource(name);
        } catch (UncheckedIOException problem) {
            if (problem.getCause() instanceof FileNotFoundException) {
                return readResource(name);
            }
            throw problem;
        } catch (InvalidMockConfigException refused) {
            throw ExtensionErrors.badMockConfig(context.getRequiredTestMethod(), refused);
        }
    }

    private io.github.stepunit.task.MockConfig readResource(String name) {
        Class<?> test = context.getRequiredTestClass();
        for (String at : List.of(name, "/" + name)) {
            try (InputStream file = test.getResourceAsStream(at)) {
                if (file != null) {
                    return io.github.stepunit.task.MockConfig.parse(
                            name, new String(file.readAllBytes(), StandardCharsets.UTF_8));
                }
            } catch (IOException unreadable) {
                throw new UncheckedIOException("The mock configuration file " + name + " cannot be read.", unreadable);
            } catch (InvalidMockConfigException refused) {
                throw ExtensionErrors.badMockConfig(context.getRequiredTestMethod(), refused);
            }
        }
        throw ExtensionErrors.noMockConfig(context.getRequiredTestMethod(), name);
    }
}
