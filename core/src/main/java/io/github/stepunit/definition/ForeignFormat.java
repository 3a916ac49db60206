package io.github.stepunit.definition;

import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Recognises texts that hold a definition, but not as ASL JSON, to say what to pass instead. */
final class ForeignFormat {

    private static final String PASS_ASL =
            " Load it as a file: StateMachine.load(Path.of(\"…\"), \"name of the machine\").";
    private static final String TEMPLATE = "This looks like a CloudFormation or SAM template." + PASS_ASL;

    private static final Pattern TEMPLATE_YAML =
            Pattern.compile("^(AWSTemplateFormatVersion|Transform|Resources):", Pattern.MULTILINE);
    private static final Pattern SERVERLESS_YAML = Pattern.compile("^stepFunctions:", Pattern.MULTILINE);
    private static final Pattern TERRAFORM =
            Pattern.compile("^(resource|data|module|variable|locals) [^:\n]*\\{", Pattern.MULTILINE);
    private static final Pattern ASL_YAML = Pattern.compile("^\"?(StartAt|States)\"?:", Pattern.MULTILINE);
    private static final Pattern COMMENT = Pattern.compile("^\\s*(//|/\\*|#)", Pattern.MULTILINE);
    private static final Pattern TRAILING_COMMA = Pattern.compile(",\\s*[}\\]]");
    private static final Pattern BARE_PLACEHOLDER = Pattern.compile(":\\s*\\$\\{");

    private ForeignFormat() {}

    /** What text that is no JSON looks like, and what to pass instead; null when it looks like nothing known. */
    static @Nullable String ofText(String text) {
        String start = text.stripLeading();
        if (start.startsWith("{") || start.startsWith("[")) {
            return ofBrokenJson(text);
        }
        if (TEMPLATE_YAML.matcher(text).find()) {
            return TEMPLATE;
        }
        if (SERVERLESS_YAML.matcher(text).find()) {
            return "This looks like a file of the Serverless Framework." + PASS_ASL;
        }
        if (TERRAFORM.matcher(text).find()) {
            return "This looks like Terraform." + PASS_ASL;
        }
        return ASL_YAML.matcher(text).find()
                ? "This looks like a definition in YAML. Load it as a file: StateMachine.load(Path.of(\"…\"))."
                : null;
    }

    private static @Nullable String ofBrokenJson(String text) {
        if (BARE_PLACEHOLDER.matcher(text).find()) {
            return "It holds a placeholder outside quotes: substitute it before the definition is loaded.";
        }
        return COMMENT.matcher(text).find() || TRAILING_COMMA.matcher(text).find()
                ? "JSON has no comments and no trailing commas, and AWS refuses them."
                : null;
    }

    /** What an object without states looks like, and what to pass instead; null when it looks like nothing known. */
    static @Nullable String ofJson(FieldReader root) {
        if (root.has("States") || root.has("StartAt")) {
            return null;
        }
        if (root.has("AWSTemplateFormatVersion") || root.has("Resources")) {
            return TEMPLATE;
        }
        return root.has("definition")
                ? "This looks like an answer of the AWS CLI. Pass the text in its field \"definition\"."
                : null;
    }
}
