package io.github.stepunit.validation;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.stepunit.json.JsonPointer;
import io.github.stepunit.validation.Texts.Text;
import java.util.ArrayList;
import java.util.List;

/** {@code "x": "$.y"} in a payload template is the text {@code $.y}. */
final class NoDollarRule implements StateRule {

    private static final List<String> TEMPLATES =
            List.of("Parameters", "ResultSelector", "ItemSelector", "Assign", "Credentials");

    private record Part(JsonNode json, JsonPointer at) {}

    @Override
    public WarningCode code() {
        return WarningCode.NO_DOLLAR;
    }

    @Override
    public void check(StateNode state, Findings findings) {
        if (!state.isJsonPath()) {
            return;
        }
        for (Part template : templates(state)) {
            for (Text text : Texts.in(template.json(), template.at())) {
                boolean intrinsic = Texts.looksLikeIntrinsic(text.text());
                if ((intrinsic || Texts.looksLikePath(text.text()))
                        && !text.at().equals(template.at())
                        && isStatic(text.at(), template.at())) {
                    findings.report(
                            code(),
                            state,
                            text.at(),
                            "No .$ on a field that appears to be a JSONPath or Intrinsic Function: \"" + text.key()
                                    + "\" is the text \"" + text.text() + "\" itself.",
                            remedy(text, intrinsic));
                }
            }
        }
    }

    private static String remedy(Text text, boolean intrinsic) {
        boolean inArray = !text.at().lastStep().equals(text.key());
        if (inArray) {
            String argument = intrinsic ? text.text() : text.text() + ", …";
            return "Nothing in an array is evaluated: write \"" + text.key() + ".$\": \"States.Array(" + argument
                    + ")\".";
        }
        return "Write \"" + text.key() + ".$\".";
    }

    /** A request of a service may hold JSONPaths that are meant for the service: InputPathsMap, JsonPath. */
    private static boolean isStatic(JsonPointer at, JsonPointer template) {
        for (JsonPointer each = at; each != null && !each.equals(template); each = each.parent()) {
            if (each.lastStep().endsWith(".$") || each.lastStep().contains("Path")) {
                return false;
            }
        }
        return true;
    }

    private static List<Part> templates(StateNode state) {
        List<Part> parts = new ArrayList<>();
        for (String field : TEMPLATES) {
            parts.add(new Part(state.field(field), state.at(field)));
        }
        for (String list : List.of("Choices", "Catch")) {
            JsonNode entries = state.field(list);
            for (int i = 0; entries.isArray() && i < entries.size(); i++) {
                parts.add(new Part(
                        entries.get(i).path("Assign"), state.at(list).index(i).field("Assign")));
            }
        }
        parts.add(new Part(
                state.field("ItemReader").path("Parameters"),
                state.at("ItemReader").field("Parameters")));
        parts.add(new Part(
                state.field("ItemBatcher").path("BatchInput"),
                state.at("ItemBatcher").field("BatchInput")));
        parts.add(new Part(
                state.field("ResultWriter").path("Parameters"),
                state.at("ResultWriter").field("Parameters")));
        return parts;
    }
}
