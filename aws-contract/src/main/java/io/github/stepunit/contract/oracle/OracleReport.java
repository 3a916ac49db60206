package io.github.stepunit.contract.oracle;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.apiguardian.api.API;

/**
 * What AWS said about the state executions of some executions.
 *
 * @param compared how many different questions have an answer of AWS
 * @param asked how many of them AWS was asked now; the answers to the others were in the file
 * @param differences where AWS and StepUnit differ
 * @param missing names of the state executions to which the file has no answer, when AWS was not to be asked
 * @param notAsked how many state executions TestState cannot be asked about, by reason
 * @param file the file with the answers, for messages
 */
@API(status = API.Status.EXPERIMENTAL, since = "0.1")
public record OracleReport(
        int compared,
        int asked,
        List<OracleDifference> differences,
        List<String> missing,
        Map<String, Integer> notAsked,
        String file) {

    private static final int MOST_DIFFERENCES = 10;
    private static final int MOST_VALUES = 5;
    private static final int MOST_MISSING = 5;

    public OracleReport {
        differences = List.copyOf(differences);
        missing = List.copyOf(missing);
        notAsked = Collections.unmodifiableMap(new LinkedHashMap<>(notAsked));
    }

    /** Whether AWS differs nowhere and no answer is missing. */
    public boolean isSame() {
        return differences.isEmpty() && missing.isEmpty();
    }

    /** The report over several lines: differences, missing answers with what to do, and what could not be asked. */
    public String describe() {
        List<String> parts = new ArrayList<>();
        if (differences.isEmpty()) {
            parts.add("AWS's TestState and StepUnit say the same of " + counted(compared, "state execution") + ".");
        } else {
            parts.add(differing());
        }
        if (!missing.isEmpty()) {
            parts.add(missingAnswers());
        }
        if (!notAsked.isEmpty()) {
            parts.add("TestState cannot be asked about "
                    + counted(
                            notAsked.values().stream()
                                    .mapToInt(Integer::intValue)
                                    .sum(),
                            "more state execution")
                    + ":"
                    + notAsked.entrySet().stream()
                            .map(each -> "\n  " + each.getValue() + " " + each.getKey())
                            .collect(Collectors.joining()));
        }
        return String.join("\n\n", parts);
    }

    private String differing() {
        StringBuilder text = new StringBuilder("AWS's TestState and StepUnit differ about ")
                .append(differences.size())
                .append(" of ")
                .append(counted(compared, "state execution"))
                .append(":");
        differences.stream().limit(MOST_DIFFERENCES).forEach(each -> {
            text.append("\n\n").append(each.state());
            each.values().stream().limit(MOST_VALUES).forEach(value -> text.append("\n  ")
                    .append(value));
            if (each.values().size() > MOST_VALUES) {
                text.append("\n  … and ")
                        .append(each.values().size() - MOST_VALUES)
                        .append(" more");
            }
        });
        if (differences.size() > MOST_DIFFERENCES) {
            text.append("\n\n… and ")
                    .append(differences.size() - MOST_DIFFERENCES)
                    .append(" more");
        }
        return text.toString();
    }

    private String missingAnswers() {
        String names = missing.stream().limit(MOST_MISSING).collect(Collectors.joining(", "));
        String more = missing.size() > MOST_MISSING ? " and " + (missing.size() - MOST_MISSING) + " more" : "";
        return file + " has no answer of AWS about " + counted(missing.size(), "state execution") + ": " + names + more
                + ".\n  do      ask AWS once, with -Dstepunit.oracle=aws and a role that may states:TestState, and check the"
                + " file in;\n          or let what is missing skip the test: -Dstepunit.oracle.missing=skip.";
    }

    private static String counted(int number, String noun) {
        return number + " " + noun + (number == 1 ? "" : "s");
    }
}
