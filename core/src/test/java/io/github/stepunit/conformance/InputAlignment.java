package io.github.stepunit.conformance;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Placeholders that the recorder put into the input for a reason that the data set does not hold, because the value
 * appeared elsewhere in an answer of AWS that we do not have (the README: "reference replacement over the whole document").
 * The input and the role are known on both sides, before anything has run; so what the recorder made of them shows
 * which placeholder stands for which text. Nothing is ever learnt from what the interpreter gave.
 */
final class InputAlignment implements Mask {

    private static final Pattern PLACEHOLDER = Pattern.compile("<[^:]+:\\d+>");

    private final Map<String, String> replacements;

    private InputAlignment(Map<String, String> replacements) {
        this.replacements = replacements;
    }

    /**
     * @param recorded the recorded ExecutionStarted
     * @param known the ExecutionStarted that follows from the known input and role, as the recorder would store it
     */
    static InputAlignment learn(JsonNode recorded, JsonNode known) {
        Map<String, String> replacements = new LinkedHashMap<>();
        learn(recorded, known, replacements);
        return new InputAlignment(replacements);
    }

    private static void learn(JsonNode recorded, JsonNode known, Map<String, String> replacements) {
        if (recorded.isObject()) {
            recorded.properties()
                    .forEach(member -> learn(member.getValue(), known.path(member.getKey()), replacements));
        } else if (recorded.isArray()) {
            for (int i = 0; i < recorded.size(); i++) {
                learn(recorded.get(i), known.path(i), replacements);
            }
        } else if (known.isTextual() && recorded.isTextual() && !recorded.equals(known)) {
            add(recorded.textValue(), known.textValue(), replacements);
        }
    }

    private static void add(String recorded, String known, Map<String, String> replacements) {
        Matcher placeholder = PLACEHOLDER.matcher(recorded);
        if (!placeholder.find()) {
            return;
        }
        String before = recorded.substring(0, placeholder.start());
        String after = recorded.substring(placeholder.end());
        boolean single =
                known.length() > before.length() + after.length() && known.startsWith(before) && known.endsWith(after);
        if (single) {
            // The name alone, so that it is found outside of this ARN too.
            String name = known.substring(before.length(), known.length() - after.length());
            replacements.putIfAbsent(name, placeholder.group());
        } else {
            replacements.putIfAbsent(known, recorded);
        }
    }

    @Override
    public JsonNode apply(JsonNode answer) {
        String text = PythonText.dumps(answer);
        for (Map.Entry<String, String> replacement : replacements.entrySet()) {
            text = text.replace(replacement.getKey(), replacement.getValue());
        }
        return PythonText.loads(text);
    }
}
