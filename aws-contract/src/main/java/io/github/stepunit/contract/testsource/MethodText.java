package io.github.stepunit.contract.testsource;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.stepunit.contract.testsource.Claim.Navigation;
import io.github.stepunit.contract.testsource.Scenario.Ending;
import io.github.stepunit.contract.testsource.Scenario.Names;
import io.github.stepunit.internal.text.JavaText;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;

/** The body of one test method. */
final class MethodText {

    private static final int LONGEST_LINE = 112;
    private static final String INDENT = "        ";

    private final String method;
    private final JavaExpressions java;
    private final Map<String, String> fields;

    /** @param fields the names of the fields with mocks, by state */
    MethodText(String method, JavaExpressions java, Map<String, String> fields) {
        this.method = method;
        this.java = java;
        this.fields = fields;
    }

    String of(Scenario scenario, List<Claim> claims) {
        StringBuilder text = new StringBuilder();
        scenario.scripts().forEach(script -> text.append(script(script)));
        if (!scenario.scripts().isEmpty()) {
            text.append('\n');
        }
        text.append(start(scenario)).append('\n');
        text.append(assertions(claims));
        return text.toString();
    }

    // --- mocks

    private String script(MockScript script) {
        String mock = script.isOfState()
                ? Objects.requireNonNull(fields.get(script.state()))
                : "tasks.mock(" + JavaText.literal(script.selector()) + ")";
        List<String> calls = new ArrayList<>();
        boolean alone = script.steps().size() == 1;
        for (ScriptStep step : script.steps()) {
            ScriptCall answer = step.answer().get(0);
            calls.add(call(calls.isEmpty() ? answer.method() : then(answer.method()), answer, script));
            if (step.times() > 1 && !alone) {
                calls.add("times(" + step.times() + ")");
            }
            step.answer().stream().skip(1).forEach(more -> calls.add(call(more.method(), more, script)));
        }
        return chain(mock, calls);
    }

    private static String then(String name) {
        return "then" + Character.toUpperCase(name.charAt(0)) + name.substring(1);
    }

    private String call(String name, ScriptCall call, MockScript script) {
        return name + "("
                + call.arguments().stream()
                        .map(each -> java.of(each, method + " " + script.selector()))
                        .collect(Collectors.joining(", "))
                + ")";
    }

    // --- the execution

    private String start(Scenario scenario) {
        List<String> calls = new ArrayList<>();
        Names names = scenario.names();
        if (names != null) {
            calls.add("named(" + JavaText.literal(names.machine()) + ")");
            calls.add("inAccount(" + JavaText.literal(names.account()) + ", " + JavaText.literal(names.region()) + ")");
            calls.add("withExecutionName(" + JavaText.literal(names.execution()) + ")");
        }
        if (scenario.role() != null) {
            calls.add("withRole(" + JavaText.literal(scenario.role()) + ")");
        }
        if (scenario.start() != null) {
            calls.add("startingAt(Instant.parse(\"" + scenario.start() + "\"))");
        }
        Ending ending = scenario.ending();
        String input = java.json(scenario.input(), method + " input");
        if (ending.runs() == null) {
            calls.add("start(" + (input.equals("\"{}\"") ? "" : input) + ")");
        } else {
            calls.add("startPaused(" + input + ")");
            calls.add("advance(" + java.duration(ending.runs()) + ")");
        }
        String text = chain("Execution execution = machine", calls);
        return ending.stopped()
                ? text + INDENT + "execution.stop(" + java.nullable(ending.error(), method + " error") + ", "
                        + java.nullable(ending.cause(), method + " cause") + ");\n"
                : text;
    }

    // --- assertions

    /** Those about one thing stand together. */
    private String assertions(List<Claim> claims) {
        StringBuilder text = new StringBuilder();
        int i = 0;
        while (i < claims.size()) {
            List<Navigation> subject = claims.get(i).subject();
            List<String> calls = new ArrayList<>();
            subject.forEach(step -> calls.add(step.method() + "("
                    + step.arguments().stream().map(this::argument).collect(Collectors.joining(", ")) + ")"));
            for (; i < claims.size() && claims.get(i).subject().equals(subject); i++) {
                calls.add(claims.get(i).assertion() + "(" + arguments(claims.get(i)) + ")");
            }
            text.append(chain("assertThat(execution)", calls));
        }
        return text.toString();
    }

    private String arguments(Claim claim) {
        List<String> arguments = claim.arguments().stream().map(this::argument).toList();
        String line = String.join(", ", arguments);
        return line.length() <= LONGEST_LINE - 30 || arguments.size() == 1
                ? line
                : arguments.stream().map(each -> "\n" + INDENT.repeat(3) + each).collect(Collectors.joining(","));
    }

    private String argument(Object argument) {
        if (argument instanceof Argument.Json json) {
            return java.json(json.text(), method + " output");
        }
        if (argument instanceof JsonNode scalar) {
            return JavaExpressions.scalar(scalar);
        }
        return argument instanceof String text ? java.text(text, method + " cause") : argument.toString();
    }

    // --- layout

    /** On one line where it fits, also when its last argument has several; else a call a line. */
    private static String chain(String subject, List<String> calls) {
        String line = INDENT + subject + "." + String.join(".", calls) + ";\n";
        boolean fits = calls.stream().limit(calls.size() - 1L).allMatch(JavaExpressions::isShort)
                && line.indexOf('\n') <= LONGEST_LINE;
        boolean single = line.indexOf('\n') == line.length() - 1;
        boolean goesTo = calls.size() == 2 || calls.get(0).equals("output()");
        if (calls.size() == 1 || (fits && (single || goesTo))) {
            return line;
        }
        return INDENT + subject
                + calls.stream()
                        .map(each -> "\n" + INDENT.repeat(2) + "." + each)
                        .collect(Collectors.joining()) + ";\n";
    }
}
