package io.github.stepunit.skeleton;

import io.github.stepunit.Execution;
import io.github.stepunit.ExecutionStatus;
import io.github.stepunit.coverage.CoverageElement;
import io.github.stepunit.coverage.ElementKind;
import io.github.stepunit.definition.State;
import io.github.stepunit.definition.TaskState;
import io.github.stepunit.internal.text.JavaText;
import io.github.stepunit.skeleton.TestSkeleton.Outcome;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Writes a plan down as a method. */
final class SkeletonText {

    private static final String INDENT = "    ";
    private static final int LONGEST_CAUSE = 200;
    private static final String WHERE =
            "^An error occurred while executing the state '.*?' \\(entered at the event id #\\d+\\)\\. ";

    private SkeletonText() {}

    static TestSkeleton of(Machine machine, Plan plan, String name, List<CoverageElement> elements) {
        CoverageElement first = elements.get(0);
        String impossible = impossible(plan, first);
        if (impossible != null) {
            String comment = "// No test can walk " + JavaText.literal(first.label()) + ":\n// " + impossible + "\n";
            return new TestSkeleton(name, comment, elements, Outcome.IMPOSSIBLE);
        }
        boolean walks = elements.stream().allMatch(plan::walks);
        List<String> mocks = mocks(machine, plan);
        List<String> objects = plan.trial().draft().statements();
        List<String> lines = new ArrayList<>();
        if (!walks) {
            lines.add("// To be completed: nothing was found that walks " + JavaText.literal(first.label()) + ".");
            lines.add("// " + (plan.departure() == null ? standing(plan) : plan.departure()));
        } else if (!plan.endsWell()) {
            lines.add("// Walks it, but " + standing(plan).replaceFirst("^This test", "then"));
        }
        lines.addAll(mocks);
        lines.addAll(objects);
        if (!mocks.isEmpty() || !objects.isEmpty()) {
            lines.add("");
        }
        lines.add("Execution execution = machine.start("
                + (plan.trial().draft().input().isEmpty()
                                && plan.trial().draft().input().isObject()
                        ? ""
                        : MockScript.json(plan.trial().draft().input()))
                + ");");
        lines.add("");
        lines.addAll(Assertions.of(machine, plan, elements));
        if (!walks && isTimeout(first)) {
            // A timeout of the other kind would satisfy the assertion.
            lines.add("throw new AssertionError(\"to be completed\");");
        }
        StringBuilder method = new StringBuilder("@Test\nvoid " + name + "(StateMachine machine"
                + (mocks.isEmpty() ? "" : ", TaskMocks tasks")
                + (objects.isEmpty() ? "" : ", S3Objects objects") + ") {\n");
        lines.forEach(line -> method.append(line.isEmpty() ? "" : INDENT + line).append('\n'));
        return new TestSkeleton(
                name, method.append("}\n").toString(), elements, walks ? Outcome.WALKS : Outcome.UNFINISHED);
    }

    /** For an element for which none could be looked for. */
    static TestSkeleton broken(String name, CoverageElement element, RuntimeException problem) {
        String what = excerpt(problem.getClass().getSimpleName() + ": " + problem.getMessage());
        return new TestSkeleton(
                name,
                "@Test\nvoid " + name + "(StateMachine machine) {\n"
                        + INDENT + "// To be completed: nothing was found that walks "
                        + JavaText.literal(element.label())
                        + ".\n"
                        + INDENT
                        + "// StepUnit broke down looking for it, which is a mistake of its own; please report it:\n"
                        + INDENT + "// " + what + "\n"
                        + INDENT + "throw new AssertionError(\"to be completed\");\n}\n",
                List.of(element),
                Outcome.UNFINISHED);
    }

    private static boolean isTimeout(CoverageElement element) {
        return element.kind() == ElementKind.STATE_TIMEOUT || element.kind() == ElementKind.HEARTBEAT_TIMEOUT;
    }

    private static @Nullable String impossible(Plan plan, CoverageElement element) {
        if (!element.reachable()) {
            return "what stands before it in the definition always takes it away.";
        }
        return plan.walks(element) ? null : plan.impossible();
    }

    private static List<String> mocks(Machine machine, Plan plan) {
        return scripts(machine, plan).stream().map(MockScript::statement).toList();
    }

    /** What each mock is told, in the order of their first calls. */
    static List<MockScript> scripts(Machine machine, Plan plan) {
        List<MockScript> scripts = new ArrayList<>();
        plan.trial().calls().forEach((name, calls) -> {
            State state = machine.state(name);
            if (state instanceof TaskState task) {
                scripts.add(MockScript.of(name, task.resource(), plan.trial().draft(), calls));
            }
        });
        return scripts;
    }

    /** How far it got, and why not further. */
    private static String standing(Plan plan) {
        Execution execution = plan.trial().execution();
        List<Visited> visits = plan.trial().walk().visits();
        String last = visits.isEmpty()
                ? "nowhere"
                : JavaText.literal(visits.get(visits.size() - 1).visit().path());
        if (plan.trial().isCut() && execution.status() != ExecutionStatus.RUNNING) {
            return "This test, or what it starts, goes round in a loop; at " + last + " it was cut off.";
        }
        if (execution.status() == ExecutionStatus.FAILED && execution.error() != null) {
            String cause = execution.cause() == null
                    ? ""
                    : ": " + excerpt(execution.cause().replaceFirst(WHERE, ""));
            return "This test comes to " + last + " and fails with " + excerpt(execution.error()) + cause;
        }
        return "This test comes to " + last + " and is " + execution.status() + " then.";
    }

    private static String excerpt(String text) {
        String cut = text.codePointCount(0, text.length()) > LONGEST_CAUSE
                ? text.substring(0, text.offsetByCodePoints(0, LONGEST_CAUSE)) + "…"
                : text;
        String literal = JavaText.literal(cut.replaceAll("\\s+", " "));
        return literal.substring(1, literal.length() - 1).replace("\\\"", "\"");
    }
}
