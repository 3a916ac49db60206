package io.github.stepunit.contract.testsource;

import io.github.stepunit.StateMachine;
import io.github.stepunit.definition.StateMachineType;
import io.github.stepunit.internal.text.JavaText;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/**
 * The class around generated tests.
 *
 * @param packageName empty for none
 * @param name simple name
 * @param definition what {@code @StepFunctionTest} says
 * @param express whether it has to say that the machine is an Express one
 */
record TestClass(String packageName, String name, String definition, boolean express) {

    private static final Set<String> LOCALS = Set.of("machine", "tasks", "execution", "text");

    static TestClass of(StateMachine machine) {
        return new TestClass(
                "",
                JavaText.camelCase(machine.name(), true, "StateMachine", taken -> false) + "RecordedTest",
                machine.definition().sourceMap().source(),
                machine.type() == StateMachineType.EXPRESS);
    }

    TestClass withPackage(String newPackage) {
        return new TestClass(newPackage, name, definition, express);
    }

    TestClass withName(String newName) {
        return new TestClass(packageName, newName, definition, express);
    }

    TestClass withDefinition(String newDefinition) {
        return new TestClass(packageName, name, newDefinition, express);
    }

    /** @param leftOut what no test could be made of */
    TestSource source(List<RecordedTest> tests, List<String> leftOut) {
        JavaExpressions java = new JavaExpressions(name);
        Map<String, String> fields = fields(tests);
        StringBuilder body = new StringBuilder();
        fields.forEach((state, field) -> body.append("    @MockTask(")
                .append(JavaText.literal(state))
                .append(")\n    TaskMock ")
                .append(field)
                .append(";\n\n"));
        Set<String> methods = new HashSet<>();
        boolean paths = false;
        List<String> departures = new ArrayList<>();
        for (RecordedTest test : tests) {
            String method = methodName(test, methods);
            boolean byPath = test.scenario().scripts().stream().anyMatch(script -> !script.isOfState());
            paths |= byPath;
            body.append(comment(test))
                    .append("    @Test\n    void ")
                    .append(method)
                    .append("(StateMachine machine")
                    .append(byPath ? ", TaskMocks tasks" : "")
                    .append(") {\n")
                    .append(new MethodText(method, java, fields).of(test.scenario(), test.claims()))
                    .append("    }\n\n");
            if (!test.departure().isEmpty()) {
                departures.add(test.departure());
            }
        }
        if (!java.files().isEmpty()) {
            body.append(reader());
        }
        boolean instants = tests.stream().anyMatch(test -> test.scenario().start() != null);
        String text = header(java, instants, !fields.isEmpty(), paths)
                + body.toString().stripTrailing() + "\n}\n";
        String folder = packageName.isEmpty() ? "" : packageName.replace('.', '/') + "/";
        Map<String, String> resources = new LinkedHashMap<>();
        java.files().forEach((path, content) -> resources.put(folder + path, content));
        return new TestSource(
                packageName.isEmpty() ? name : packageName + "." + name, text, resources, departures, leftOut);
    }

    private static Map<String, String> fields(List<RecordedTest> tests) {
        Map<String, String> fields = new LinkedHashMap<>();
        for (RecordedTest test : tests) {
            test.scenario().scripts().stream()
                    .filter(MockScript::isOfState)
                    .forEach(script -> fields.computeIfAbsent(
                            script.state(),
                            state -> JavaText.camelCase(
                                    state,
                                    false,
                                    "task",
                                    taken -> LOCALS.contains(taken) || fields.containsValue(taken))));
        }
        return fields;
    }

    private static String methodName(RecordedTest test, Set<String> taken) {
        String words = JavaText.methodName(test.sentence());
        String base = words.isEmpty() || !Character.isJavaIdentifierStart(words.codePointAt(0)) ? "_" + words : words;
        String name = base;
        for (int i = 2; !taken.add(name); i++) {
            name = base + "_" + i;
        }
        return name;
    }

    private static String comment(RecordedTest test) {
        StringBuilder text = new StringBuilder("    /**\n     * Recorded on AWS, started ")
                .append(test.recorded().startTime())
                .append(":\n     * ")
                .append(plain(test.recorded().arn()))
                .append("\n     */\n");
        if (!test.departure().isEmpty()) {
            text.append("    // The current definition does something else than was recorded:\n");
            test.departure().lines().forEach(line -> text.append("    //   ")
                    .append(plain(line))
                    .append('\n'));
        }
        return text.toString();
    }

    /** Neither ends a comment nor begins an escape. */
    private static String plain(String text) {
        String literal = JavaText.literal(text);
        return literal.substring(1, literal.length() - 1)
                .replace("\\\"", "\"")
                .replace("\\", "/")
                .replace("*/", "* /");
    }

    private String reader() {
        return """
                    private static String text(String file) {
                        try (InputStream in = %1$s.class.getResourceAsStream(file)) {
                            return new String(Objects.requireNonNull(in, file).readAllBytes(), StandardCharsets.UTF_8);
                        } catch (IOException e) {
                            throw new UncheckedIOException(e);
                        }
                    }
                """
                .formatted(name);
    }

    private String header(JavaExpressions java, boolean instants, boolean mocks, boolean paths) {
        TreeSet<String> statics = new TreeSet<>(Set.of("io.github.stepunit.assertj.StepUnitAssertions.assertThat"));
        java.durations().forEach(each -> statics.add("java.time.Duration." + each));
        TreeSet<String> imports = new TreeSet<>(Set.of(
                "io.github.stepunit.Execution",
                "io.github.stepunit.StateMachine",
                "io.github.stepunit.junit5.StepFunctionTest",
                "org.junit.jupiter.api.Test"));
        addIf(mocks, imports, "io.github.stepunit.junit5.MockTask", "io.github.stepunit.task.TaskMock");
        addIf(paths, imports, "io.github.stepunit.task.TaskMocks");
        addIf(java.usesOutcomes(), imports, "io.github.stepunit.task.TaskOutcome");
        addIf(instants, imports, "java.time.Instant");
        addIf(express, imports, "io.github.stepunit.definition.StateMachineType");
        addIf(
                !java.files().isEmpty(),
                imports,
                "java.io.IOException",
                "java.io.InputStream",
                "java.io.UncheckedIOException",
                "java.nio.charset.StandardCharsets",
                "java.util.Objects");
        StringBuilder text = new StringBuilder();
        if (!packageName.isEmpty()) {
            text.append("package ").append(packageName).append(";\n\n");
        }
        statics.forEach(each -> text.append("import static ").append(each).append(";\n"));
        text.append('\n');
        imports.forEach(each -> text.append("import ").append(each).append(";\n"));
        String value = JavaText.literal(definition);
        return text.append("\n/** Made by StepUnit of executions that ran on AWS. */\n@StepFunctionTest(")
                .append(express ? "value = " + value + ", type = StateMachineType.EXPRESS" : value)
                .append(")\nclass ")
                .append(name)
                .append(" {\n\n")
                .toString();
    }

    private static void addIf(boolean used, Set<String> imports, String... names) {
        if (used) {
            imports.addAll(List.of(names));
        }
    }
}
