package io.github.stepunit.contract.deployed;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.stepunit.json.JsonComparison;
import java.util.HashMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Whether a deployed scalar is what the local one says, placeholders and ARNs considered. */
final class Texts {

    private static final Pattern PLACEHOLDER = Pattern.compile("\\$\\{([^}]+)}");
    /** ARNs, alone or inside a longer text: partition, service, region, account, the rest. */
    private static final Pattern ARN =
            Pattern.compile("arn:[a-z-]+:([a-z0-9-]*):([a-z0-9-]*):(\\d{12}|aws)?:([^\\s\"']+)");
    /** AWS's own integrations have neither account nor names that differ from one deployment to the next. */
    private static final Pattern INTEGRATION =
            Pattern.compile("arn:[a-z-]+:states:[^:]*:[^:]*:(?!activity:|stateMachine:).*");

    private final Ignoring ignoring;
    /** What each placeholder has been resolved to: it must be the same everywhere. */
    private final Map<String, String> resolved = new HashMap<>();

    Texts(Ignoring ignoring) {
        this.ignoring = ignoring;
    }

    boolean same(JsonNode deployed, JsonNode local) {
        if (!local.isTextual() || !deployed.isValueNode()) {
            return JsonComparison.equalByValue(deployed, local);
        }
        String there = normalised(deployed.asText());
        String here = normalised(local.textValue());
        if (deployed.isTextual() && there.equals(here)) {
            return true;
        }
        Matcher placeholder = PLACEHOLDER.matcher(here);
        return placeholder.find() && fits(placeholder, here, there);
    }

    /** The local text with each placeholder standing for something; a whole text may also stand for a number. */
    private boolean fits(Matcher placeholder, String here, String there) {
        StringBuilder pattern = new StringBuilder();
        Map<String, Integer> groups = new HashMap<>();
        int end = 0;
        int group = 0;
        placeholder.reset();
        while (placeholder.find()) {
            pattern.append(Pattern.quote(here.substring(end, placeholder.start())));
            Integer earlier = groups.get(placeholder.group(1));
            if (earlier == null) {
                groups.put(placeholder.group(1), ++group);
                pattern.append("(.+?)");
            } else {
                pattern.append("\\").append(earlier);
            }
            end = placeholder.end();
        }
        pattern.append(Pattern.quote(here.substring(end)));
        Matcher match = Pattern.compile(pattern.toString(), Pattern.DOTALL).matcher(there);
        return match.matches()
                && groups.entrySet().stream()
                        .allMatch(entry -> isOneValue(entry.getKey(), match.group(entry.getValue())));
    }

    private boolean isOneValue(String placeholder, String value) {
        String earlier = resolved.putIfAbsent(placeholder, value);
        return earlier == null || earlier.equals(value);
    }

    private String normalised(String text) {
        if (!ignoring.accountAndRegion() && !ignoring.arns()) {
            return text;
        }
        return ARN.matcher(text)
                .replaceAll(arn -> Matcher.quoteReplacement(normalisedArn(arn.group(), arn.group(1), arn.group(4))));
    }

    private String normalisedArn(String arn, String service, String resource) {
        if (!ignoring.arns() || INTEGRATION.matcher(arn).matches()) {
            return "arn:aws:" + service + ":::" + resource;
        }
        int kind = Math.max(resource.indexOf(':'), resource.indexOf('/'));
        int first = resource.indexOf(':') < 0 || resource.indexOf('/') < 0
                ? kind
                : Math.min(resource.indexOf(':'), resource.indexOf('/'));
        return "arn:aws:" + service + ":::" + (first < 0 ? "" : resource.substring(0, first));
    }
}
