package io.github.stepunit.corpus;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.json.JsonReadFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.github.stepunit.definition.Diagnostic;
import io.github.stepunit.definition.InvalidDefinitionException;
import io.github.stepunit.definition.StateMachineDefinition;
import io.github.stepunit.definition.StateMachineType;
import io.github.stepunit.validation.Validator;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** What came of loading a file of the corpus. */
record CorpusLoad(List<Diagnostic> problems, int warnings) {

    private static final JsonMapper LENIENT = JsonMapper.builder()
            .enable(JsonReadFeature.ALLOW_JAVA_COMMENTS)
            .enable(JsonReadFeature.ALLOW_TRAILING_COMMA)
            .enable(JsonReadFeature.ALLOW_SINGLE_QUOTES)
            .enable(JsonReadFeature.ALLOW_UNQUOTED_FIELD_NAMES)
            .build();

    static CorpusLoad of(CorpusEntry entry) {
        String text = entry.text();
        try {
            return validated(
                    StateMachineDefinition.parse(entry.path(), strictly(entry, text), entry.type()), entry.type());
        } catch (InvalidDefinitionException e) {
            return new CorpusLoad(e.diagnostics(), 0);
        }
    }

    private static CorpusLoad validated(StateMachineDefinition definition, StateMachineType type) {
        return new CorpusLoad(
                List.of(),
                Validator.standard().validate(definition, type).warnings().size());
    }

    /** Some plain files are JSON5, as the test suite they are from reads that; AWS refuses them, so what they mean is judged. */
    private static String strictly(CorpusEntry entry, String text) {
        JsonNode tree = entry.isValid() ? leniently(text) : null;
        return tree == null ? text : tree.toPrettyString();
    }

    static @Nullable JsonNode leniently(String text) {
        try {
            return LENIENT.readTree(text);
        } catch (JsonProcessingException e) {
            return null;
        }
    }

    /** Refused for what AWS refuses; what StepUnit cannot run is something else. */
    boolean isRefused() {
        return problems.stream().anyMatch(each -> !each.code().equals("STEPUNIT_UNSUPPORTED"));
    }

    boolean isUnsupported() {
        return !problems.isEmpty() && !isRefused();
    }

    String describe() {
        return problems.stream().map(Diagnostic::toAwsText).collect(Collectors.joining("\n"));
    }
}
