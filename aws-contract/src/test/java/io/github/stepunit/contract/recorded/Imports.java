package io.github.stepunit.contract.recorded;

import io.github.stepunit.Execution;
import io.github.stepunit.StateMachine;
import io.github.stepunit.history.ExecutionHistory;
import io.github.stepunit.task.TaskMocks;
import java.util.List;

/** A Distributed Map, and executions of it with their child executions, made by runs of ours. */
public final class Imports {

    /** Each row is stored, and told of when it is a big one. */
    public static final String DEFINITION =
            """
            {
              "StartAt": "Import rows",
              "States": {
                "Import rows": {
                  "Type": "Map", "Label": "Rows", "ItemsPath": "$.rows", "ToleratedFailurePercentage": 50,
                  "ItemSelector": { "row.$": "$$.Map.Item.Value" },
                  "ItemProcessor": {
                    "ProcessorConfig": { "Mode": "DISTRIBUTED", "ExecutionType": "STANDARD" },
                    "StartAt": "Store",
                    "States": {
                      "Store": {
                        "Type": "Task", "Resource": "arn:aws:lambda:eu-west-1:123456789012:function:store",
                        "Next": "Big?"
                      },
                      "Big?": {
                        "Type": "Choice",
                        "Choices": [{ "Variable": "$.amount", "NumericGreaterThan": 100, "Next": "Tell" }],
                        "Default": "Stored"
                      },
                      "Tell": { "Type": "Pass", "Next": "Stored" },
                      "Stored": { "Type": "Succeed" }
                    }
                  },
                  "ResultPath": null,
                  "Next": "Done"
                },
                "Done": { "Type": "Succeed" }
              }
            }""";

    /** The same with Express child executions. */
    public static final String EXPRESS = DEFINITION.replace("\"STANDARD\"", "\"EXPRESS\"");

    /** The same with rows from S3. */
    public static final String FROM_S3 = DEFINITION
            .replace("\"ItemsPath\": \"$.rows\",", "")
            .replace(
                    "\"ItemSelector\"",
                    "\"ItemReader\": { \"Resource\": \"arn:aws:states:::s3:getObject\", \"ReaderConfig\": { \"InputType\":"
                            + " \"JSON\" }, \"Parameters\": { \"Bucket\": \"b\", \"Key\": \"rows.json\" } }, \"ItemSelector\"");

    private Imports() {}

    /** The machine of that definition. */
    public static StateMachine machine(String definition) {
        return StateMachine.of(definition).named("imports").inAccount("123456789012", "eu-west-1");
    }

    /** Three rows: a small one, a big one, and one that cannot be stored. */
    public static Execution execution(String definition) {
        TaskMocks tasks = new TaskMocks();
        tasks.mock("Import rows[0]/Store").returns("{'amount': 7}");
        tasks.mock("Import rows[1]/Store").returns("{'amount': 500}");
        tasks.mock("Import rows[2]/Store").fails("Row.Invalid", "no amount");
        return machine(definition)
                .withExecutionName("import-1")
                .withTasks(tasks)
                .start("{'rows': ['small', 'big', 'broken']}");
    }

    /** As it was recorded, with its child executions. */
    public static RecordedExecution recorded(Execution execution) {
        return new RecordedExecution(
                execution.arn(),
                execution.stateMachine().arn(),
                ExecutionHistory.parse(execution.history().toJson()),
                execution.mapRuns().stream()
                        .flatMap(run -> run.children().stream())
                        .map(Imports::recorded)
                        .toList(),
                List.of());
    }

    /** As it was recorded, without its child executions. */
    public static RecordedExecution alone(Execution execution) {
        return RecordedExecution.of(
                execution.arn(),
                execution.stateMachine().arn(),
                execution.history().toJson());
    }
}
