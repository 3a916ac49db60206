package io.github.stepunit.samples.docs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.stepunit.Execution;
import io.github.stepunit.StateMachine;
import io.github.stepunit.coverage.CoverageElement;
import io.github.stepunit.coverage.DefinitionElements;
import io.github.stepunit.coverage.WalkedElements;
import io.github.stepunit.s3.S3Objects;
import io.github.stepunit.skeleton.TestSkeleton;
import io.github.stepunit.skeleton.TestSkeleton.Outcome;
import io.github.stepunit.skeleton.TestSkeletons;
import io.github.stepunit.task.TaskMocks;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.tools.ToolProvider;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The tests that coverage reports propose, as Java: they compile, pass, and fail on executions that do something else. */
class SkeletonsTest {

    private static final String IMPORTS =
            """
            import static io.github.stepunit.assertj.StepUnitAssertions.assertThat;

            import io.github.stepunit.Execution;
            import io.github.stepunit.StateMachine;
            import io.github.stepunit.s3.S3Objects;
            import io.github.stepunit.task.TaskMocks;
            import org.junit.jupiter.api.Test;

            """;

    private static final String JSONATA =
            """
            {"QueryLanguage": "JSONata", "StartAt": "Load", "States": {
              "Load": {"Type": "Task", "Resource": "arn:aws:states:::lambda:invoke",
                "Arguments": {"FunctionName": "load", "Payload": {"id": "{% $states.input.order.id %}"}},
                "Assign": {"lines": "{% $states.result.Payload.lines %}"}, "Next": "Worth it?"},
              "Worth it?": {"Type": "Choice", "Default": "Small", "Choices": [
                {"Condition": "{% $count($lines) > 1 and $states.input.Payload.kind in ['A', 'B'] %}", "Next": "Pack"},
                {"Condition": "{% $exists($states.input.Payload.hold) %}", "Next": "Wait"}]},
              "Wait": {"Type": "Wait", "Seconds": "{% $states.input.Payload.hold %}", "Next": "Small"},
              "Small": {"Type": "Succeed"},
              "Pack": {"Type": "Map", "Items": "{% $lines %}", "End": true, "ItemProcessor": {"StartAt": "Pack line",
                "States": {"Pack line": {"Type": "Task", "Resource": "arn:aws:lambda:eu-west-1:1:function:pack",
                  "Arguments": {"sku": "{% $states.input.sku %}"}, "End": true}}}}}}
            """;

    private static final String NESTED =
            """
            {"TimeoutSeconds": 3600, "StartAt": "Both \\"ways\\" \\u202e😀", "States": {
              "Both \\"ways\\" \\u202e😀": {"Type": "Parallel", "Next": "Approve", "ResultPath": "$.both",
                "Retry": [{"ErrorEquals": ["Busy"], "MaxAttempts": 2}],
                "Catch": [{"ErrorEquals": ["States.ALL"], "Next": "Undo", "ResultPath": "$.error"}],
                "ResultSelector": {"price.$": "$[0].price", "parts.$": "$[1]"},
                "Branches": [
                  {"StartAt": "Price", "States": {"Price": {"Type": "Task", "Resource": "arn:aws:lambda:eu-west-1:1:function:price",
                    "TimeoutSeconds": 30, "End": true}}},
                  {"StartAt": "Parts", "States": {"Parts": {"Type": "Map", "ItemsPath": "$.parts", "End": true,
                    "ItemProcessor": {"StartAt": "Part", "States": {"Part": {"Type": "Task",
                      "Resource": "arn:aws:states:::sqs:sendMessage",
                      "Parameters": {"QueueUrl": "q", "MessageBody.$": "States.Format('{}', $.name)"}, "End": true}}}}}}]},
              "Approve": {"Type": "Task", "Resource": "arn:aws:states:::sqs:sendMessage.waitForTaskToken",
                "HeartbeatSeconds": 60, "TimeoutSeconds": 600, "ResultPath": "$.approval",
                "Parameters": {"QueueUrl": "q", "MessageBody": {"token.$": "$$.Task.Token", "price.$": "$.both.price"}},
                "Next": "Approved?"},
              "Approved?": {"Type": "Choice", "Default": "Undo", "Choices": [
                {"And": [{"Variable": "$.approval.status", "StringMatches": "OK*"},
                         {"Not": {"Variable": "$.both.price", "NumericGreaterThan": 100}}], "Next": "Import"}]},
              "Import": {"Type": "Map", "End": true, "ToleratedFailureCount": 1,
                "ItemReader": {"Resource": "arn:aws:states:::s3:getObject", "ReaderConfig": {"InputType": "CSV", "CSVHeaderLocation": "FIRST_ROW"},
                  "Parameters": {"Bucket": "orders", "Key.$": "$.approval.file"}},
                "ItemProcessor": {"ProcessorConfig": {"Mode": "DISTRIBUTED", "ExecutionType": "STANDARD"}, "StartAt": "Row", "States": {
                  "Row": {"Type": "Task", "Resource": "arn:aws:lambda:eu-west-1:1:function:row", "Parameters": {"id.$": "$.id"}, "End": true}}}},
              "Undo": {"Type": "Fail", "Error": "NotDone"}}}
            """;

    /** A class with all tests that were proposed for a machine. */
    private record Proposals(String className, StateMachine machine, List<TestSkeleton> skeletons) {

        String source() {
            StringBuilder source = new StringBuilder(IMPORTS + "public class " + className + " {\n");
            for (TestSkeleton each : skeletons) {
                source.append(each.method().replace("\nvoid ", "\npublic void "))
                        .append('\n');
                String checks = each.method()
                        .lines()
                        .filter(line -> line.contains("assertThat(execution)") && !line.endsWith("n).hasSucceeded();"))
                        .map(line -> line.replace("n).hasSucceeded().", "n)."))
                        .collect(Collectors.joining("\n"));
                source.append("public void check_" + each.name() + "(Execution execution) {\n" + checks + "\n}\n");
            }
            return source.append("}\n").toString();
        }
    }

    @Test
    void proposed_tests_compile_and_pass_and_check_what_they_are_for(@TempDir Path folder) throws Exception {
        List<Proposals> proposals = proposals();
        compile(proposals, folder);
        int green = 0;
        int compared = 0;
        List<String> unfinished = new ArrayList<>();
        try (URLClassLoader loader = new URLClassLoader(
                new URL[] {folder.toUri().toURL()}, getClass().getClassLoader())) {
            for (Proposals each : proposals) {
                Object test =
                        loader.loadClass(each.className()).getConstructor().newInstance();
                Map<TestSkeleton, Execution> executions = new LinkedHashMap<>();
                for (TestSkeleton skeleton : each.skeletons()) {
                    if (skeleton.outcome() == Outcome.WALKS) {
                        executions.put(skeleton, run(each, skeleton, test));
                        green++;
                    } else if (skeleton.outcome() == Outcome.UNFINISHED) {
                        unfinished.add(each.machine().name() + ": " + skeleton.method());
                        assertThatThrownBy(() -> run(each, skeleton, test), "%s", skeleton.method())
                                .isInstanceOf(AssertionError.class);
                    }
                }
                compared += compare(test, executions);
            }
        }
        System.out.println("skeletons of the samples: " + green + " pass, " + unfinished.size() + " unfinished, "
                + compared + " times they fail on another's execution");
        assertThat(green).isGreaterThan(60);
        assertThat(compared).isGreaterThan(200);
        assertThat(unfinished).hasSizeLessThan(5);
    }

    private static List<Proposals> proposals() throws Exception {
        List<StateMachine> machines = new ArrayList<>(List.of(StateMachine.of(JSONATA), StateMachine.of(NESTED)));
        try (Stream<Path> files = Files.list(Path.of("statemachines"))) {
            files.filter(each -> each.toString().endsWith(".asl.json"))
                    .sorted()
                    .forEach(file -> machines.add(StateMachine.load(file)));
        }
        List<Proposals> proposals = new ArrayList<>();
        for (StateMachine machine : machines) {
            List<TestSkeleton> skeletons = new TestSkeletons(machine.definition(), machine.type())
                    .of(DefinitionElements.of(machine.definition()));
            assertThat(skeletons).extracting(TestSkeleton::name).doesNotHaveDuplicates();
            assertThat(skeletons)
                    .extracting(each -> each.method().replace(each.name(), ""))
                    .doesNotHaveDuplicates();
            proposals.add(new Proposals("Proposals" + proposals.size(), machine, skeletons));
        }
        return proposals;
    }

    private static void compile(List<Proposals> proposals, Path folder) throws Exception {
        List<String> arguments = new ArrayList<>(List.of(
                "-proc:none", "-nowarn", "-d", folder.toString(), "-cp", System.getProperty("java.class.path")));
        for (Proposals each : proposals) {
            Path source = folder.resolve(each.className() + ".java");
            Files.writeString(source, each.source());
            arguments.add(source.toString());
        }
        assertThat(ToolProvider.getSystemJavaCompiler().run(null, null, null, arguments.toArray(String[]::new)))
                .isZero();
    }

    private static Execution run(Proposals proposals, TestSkeleton skeleton, Object test) throws Exception {
        List<Execution> executions = new ArrayList<>();
        TaskMocks tasks = TaskMocks.of(proposals.machine().definition());
        S3Objects objects = new S3Objects();
        StateMachine machine =
                proposals.machine().withTasks(tasks).withObjects(objects).onStart(executions::add);
        for (Method method : test.getClass().getMethods()) {
            if (method.getName().equals(skeleton.name())) {
                List<Object> arguments = new ArrayList<>();
                for (Class<?> each : method.getParameterTypes()) {
                    arguments.add(each == StateMachine.class ? machine : each == TaskMocks.class ? tasks : objects);
                }
                invoke(method, test, arguments.toArray(), skeleton.method());
            }
        }
        tasks.verify();
        assertThat(walked(executions.get(0)))
                .as(skeleton.method())
                .containsAll(
                        skeleton.elements().stream().map(CoverageElement::id).toList());
        return executions.get(0);
    }

    private static void invoke(Method method, Object test, Object[] arguments, String text) throws Exception {
        try {
            method.invoke(test, arguments);
        } catch (InvocationTargetException failed) {
            throw new AssertionError(text + "\n" + failed.getCause(), failed.getCause());
        }
    }

    /** Each test's assertions on the executions of the others that do not walk its elements; gives how many there were. */
    private static int compare(Object test, Map<TestSkeleton, Execution> executions) throws Exception {
        int compared = 0;
        for (TestSkeleton skeleton : executions.keySet()) {
            Method check = test.getClass().getMethod("check_" + skeleton.name(), Execution.class);
            for (Execution other : executions.values()) {
                Set<String> walked = walked(other);
                if (skeleton.elements().stream().noneMatch(each -> walked.contains(each.id()))) {
                    compared++;
                    assertThatThrownBy(
                                    () -> invoke(check, test, new Object[] {other}, skeleton.method()),
                                    "%s",
                                    skeleton.method() + "\non\n" + other.toTree())
                            .isInstanceOf(AssertionError.class);
                }
            }
        }
        return compared;
    }

    private static Set<String> walked(Execution execution) {
        WalkedElements elements = new WalkedElements(execution.stateMachine().definition());
        Set<String> walked = new HashSet<>();
        collect(elements, execution, walked);
        return walked;
    }

    private static void collect(WalkedElements elements, Execution execution, Set<String> into) {
        into.addAll(elements.of(execution.stateMachine().definition(), execution.history()));
        execution.mapRuns().forEach(run -> run.children().forEach(child -> collect(elements, child, into)));
    }
}
