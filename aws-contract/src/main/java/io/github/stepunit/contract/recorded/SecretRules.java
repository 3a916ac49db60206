package io.github.stepunit.contract.recorded;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import io.github.stepunit.json.InvalidJsonException;
import io.github.stepunit.json.JsonText;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.apiguardian.api.API;

/**
 * What of a recording never gets into a file or into source: members whose names say that they are secret, and texts that
 * look like it. The same rules hold for all events of a recording, so that what was equal stays equal. Immutable.
 *
 * @param names members whose whole value is masked, wherever they stand; matched within the name, whatever the case
 * @param texts parts of texts that are masked, wherever they stand
 */
@API(status = API.Status.EXPERIMENTAL, since = "0.1")
public record SecretRules(List<Pattern> names, List<Pattern> texts) {

    /** What stands instead of a secret. */
    public static final String MASK = "***";

    private static final Pattern CREDENTIALS = Pattern.compile("credentials?$", Pattern.CASE_INSENSITIVE);

    /** The history and the answers of STS have objects of these names, with members that are no secret. */
    private static final Set<String> OBJECTS_OF_CREDENTIALS = Set.of("taskCredentials", "Credentials");

    /** Nothing is masked. */
    public static final SecretRules NONE = new SecretRules(List.of(), List.of());

    /**
     * Passwords, keys, tokens of other systems, cards; access keys of AWS, bearer tokens, private keys, signatures of
     * presigned URLs and {@code user:password@} of URLs in texts. An object {@code Credentials}, as AWS spells it, stays one
     * whose secret members are masked one by one.
     */
    public static final SecretRules DEFAULT = new SecretRules(
            List.of(
                    Pattern.compile(
                            "passw(or)?d|pwd|passphrase|secret(?!s?Arn|Id)|api[-_]?key|private[-_]?key|access[-_]?key|"
                                    + "^authorization$|^cookie$|^set-cookie$|session[-_]?token|(access|refresh|id|auth|bearer)[-_]?token|"
                                    + "card[-_]?number|^cvv?2?$|^cvc$|^pin$|^ssn$|^iban$",
                            Pattern.CASE_INSENSITIVE),
                    CREDENTIALS),
            List.of(
                    Pattern.compile("\\b(AKIA|ASIA)[A-Z0-9]{16}\\b"),
                    Pattern.compile("\\b[Bb]earer\\s+[A-Za-z0-9._~+/=-]{16,}"),
                    Pattern.compile("\\beyJ[A-Za-z0-9_-]{8,}\\.[A-Za-z0-9_-]{8,}\\.[A-Za-z0-9_-]*"),
                    Pattern.compile(
                            "(?<=X-Amz-Signature=|X-Amz-Security-Token=)[^&\\s\"'#<>\\\\]+", Pattern.CASE_INSENSITIVE),
                    Pattern.compile("(?<=://)[^\\s/?#@:\"'\\\\]*:[^\\s/?#\"'\\\\]+(?=@)"),
                    Pattern.compile("-----BEGIN [A-Z ]*PRIVATE KEY-----[\\s\\S]*?-----END [A-Z ]*PRIVATE KEY-----")));

    /** Members of the events that are no data of the user. */
    private static final Set<String> STRUCTURE = Set.of("timestamp", "type", "id", "previousEventId");

    public SecretRules {
        names = List.copyOf(names);
        texts = List.copyOf(texts);
    }

    /** The same rules, and members of that name. */
    public SecretRules andMember(String name) {
        Pattern whole = Pattern.compile("^" + Pattern.quote(name) + "$", Pattern.CASE_INSENSITIVE);
        return new SecretRules(Stream.concat(names.stream(), Stream.of(whole)).toList(), texts);
    }

    /** The same rules, and parts of texts that match. */
    public SecretRules andText(Pattern text) {
        return new SecretRules(
                names, Stream.concat(texts.stream(), Stream.of(text)).toList());
    }

    /** The value with its secrets masked; the argument stays as it is. JSON within texts is looked into. */
    public JsonNode masked(JsonNode value) {
        if (value.isObject()) {
            ObjectNode object = JsonNodeFactory.instance.objectNode();
            value.properties()
                    .forEach(member -> object.set(member.getKey(), maskedMember(member.getKey(), member.getValue())));
            return object;
        }
        if (value.isArray()) {
            ArrayNode array = JsonNodeFactory.instance.arrayNode();
            value.forEach(item -> array.add(masked(item)));
            return array;
        }
        return value.isTextual() ? TextNode.valueOf(masked(value.textValue())) : value;
    }

    private JsonNode maskedMember(String name, JsonNode value) {
        boolean secret = !value.isNull() && names.stream().anyMatch(each -> isSecret(each, name, value));
        return secret ? TextNode.valueOf(MASK) : masked(value);
    }

    private static boolean isSecret(Pattern rule, String name, JsonNode value) {
        boolean lookInside = rule == CREDENTIALS && value.isObject() && OBJECTS_OF_CREDENTIALS.contains(name);
        return !lookInside && rule.matcher(name).find();
    }

    /** The text with its secrets masked. */
    public String masked(String text) {
        String masked = text;
        String content = text.stripLeading();
        if (content.startsWith("{") || content.startsWith("[")) {
            try {
                JsonNode json = JsonText.parseWithoutText(text);
                JsonNode clean = masked(json);
                masked = clean.equals(json) ? text : JsonText.writeCompact(clean);
            } catch (InvalidJsonException plainText) {
                masked = text;
            }
        }
        for (Pattern each : texts) {
            masked = each.matcher(masked).replaceAll(MASK);
        }
        return masked;
    }

    /** The {@code events} of a history with the secrets of their payloads masked. */
    JsonNode maskedEvents(JsonNode events) {
        if (names.isEmpty() && texts.isEmpty()) {
            return events;
        }
        ArrayNode masked = JsonNodeFactory.instance.arrayNode();
        for (JsonNode event : events) {
            ObjectNode copy = masked.addObject();
            event.properties()
                    .forEach(member -> copy.set(
                            member.getKey(),
                            STRUCTURE.contains(member.getKey()) ? member.getValue() : masked(member.getValue())));
        }
        return masked;
    }
}
