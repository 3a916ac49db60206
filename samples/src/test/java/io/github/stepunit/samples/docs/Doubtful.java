package io.github.stepunit.samples.docs;

/** A definition that AWS accepts, with two mistakes. */
final class Doubtful {

    static final String DEFINITION =
            """
            {
              "StartAt": "Remember",
              "States": {
                "Remember": {
                  "Type": "Pass",
                  "Parameters": { "order": "$.order", "kind.$": "$.kind" },
                  "Next": "Route"
                },
                "Route": {
                  "Type": "Choice",
                  "Choices": [{ "Variable": "$.kind", "StringEquals": "book", "Next": "Done" }]
                },
                "Done": { "Type": "Succeed" }
              }
            }
            """;

    private Doubtful() {}
}
