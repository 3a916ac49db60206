package io.github.stepunit.coverage;

import io.github.stepunit.definition.StateMachineDefinition;
import io.github.stepunit.internal.text.JavaText;
import org.apiguardian.api.API;

/** Writes the beginnings of tests for one definition. For one thread at a time. */
@API(status = API.Status.EXPERIMENTAL, since = "0.1")
public final class TestSkeletons {

    private final StateMachineDefinition definition;
    private final StateJson json;

    /** For elements of this definition. */
    public TestSkeletons(StateMachineDefinition definition) {
        this.definition = definition;
        this.json = new StateJson(definition);
    }

    /** The beginning of a test that walks the element. */
    public TestSkeleton of(CoverageElement element) {
        WalkPlan plan = WalkPlanner.plan(definition, json, element);
        String name = "walks_" + JavaText.methodName(element.label());
        String mocks = plan.statements("    ");
        String method = "@Test\nvoid " + name + "(StateMachine machine, TaskMocks tasks) {\n"
                + mocks + (mocks.isEmpty() ? "" : "\n")
                + "    Execution execution = machine.start("
                + WalkPlan.literal(plan.input().toJson()) + ");\n\n"
                + "    assertThat(execution)." + assertion(element) + ";\n}\n";
        return new TestSkeleton(name, method);
    }

    private String assertion(CoverageElement element) {
        if (element.kind() == ElementKind.MACHINE_TIMEOUT) {
            return "hasTimedOut()";
        }
        String state = element.state();
        String name = state.substring(state.lastIndexOf("/States/") + "/States/".length());
        return "hasVisited(" + JavaText.literal(name.replace("~1", "/").replace("~0", "~")) + ")";
    }
}
