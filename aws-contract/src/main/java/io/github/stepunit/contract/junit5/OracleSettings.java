package io.github.stepunit.contract.junit5;

import io.github.stepunit.teststate.FieldValidationMode;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.junit.jupiter.api.extension.ExtensionConfigurationException;
import org.junit.jupiter.api.extension.ExtensionContext;

/**
 * What {@code junit-platform.properties} or system properties say about the oracle.
 *
 * @param mode {@code stepunit.oracle}: off (default), cache, aws
 * @param file {@code stepunit.oracle.file}: where the answers are, by default {@code src/test/stepunit/oracle.json}
 * @param differences {@code stepunit.oracle.differences}: fail (default) or report
 * @param missing {@code stepunit.oracle.missing}: fail (default), skip or report, where the file has no answer
 * @param validation {@code stepunit.oracle.validation}: none (default), present, strict
 * @param rate {@code stepunit.oracle.rate}: calls a second at most, by default 8
 */
record OracleSettings(
        OracleMode mode,
        Path file,
        Consequence differences,
        Consequence missing,
        FieldValidationMode validation,
        int rate) {

    static final String ORACLE = "stepunit.oracle";

    /** What becomes of a test. */
    enum Consequence {
        /** It fails. */
        FAIL,
        /** It is skipped. */
        SKIP,
        /** Nothing but an entry in its report. */
        REPORT
    }

    static OracleSettings of(ExtensionContext context) {
        return new OracleSettings(
                value(context, ORACLE, OracleMode.OFF, List.of(OracleMode.values())),
                Path.of(context.getConfigurationParameter(ORACLE + ".file")
                        .map(String::strip)
                        .orElse("src/test/stepunit/oracle.json")),
                value(
                        context,
                        ORACLE + ".differences",
                        Consequence.FAIL,
                        List.of(Consequence.FAIL, Consequence.REPORT)),
                value(context, ORACLE + ".missing", Consequence.FAIL, List.of(Consequence.values())),
                value(context, ORACLE + ".validation", FieldValidationMode.NONE, List.of(FieldValidationMode.values())),
                rate(context));
    }

    private static <T extends Enum<T>> T value(ExtensionContext context, String name, T usual, List<T> allowed) {
        String given =
                context.getConfigurationParameter(name).map(String::strip).orElse(usual.name());
        return allowed.stream()
                .filter(each -> each.name().equalsIgnoreCase(given))
                .findFirst()
                .orElseThrow(() -> wrong(
                        name,
                        given,
                        allowed.stream()
                                .map(each -> each.name().toLowerCase(Locale.ROOT))
                                .collect(Collectors.joining(", "))));
    }

    private static int rate(ExtensionContext context) {
        String given = context.getConfigurationParameter(ORACLE + ".rate").orElse("8");
        try {
            int rate = Integer.parseInt(given.strip());
            if (rate > 0) {
                return rate;
            }
        } catch (NumberFormatException noNumber) {
            throw wrong(ORACLE + ".rate", given, "a number of calls a second");
        }
        throw wrong(ORACLE + ".rate", given, "a number of calls a second");
    }

    private static ExtensionConfigurationException wrong(String name, String given, String allowed) {
        return new ExtensionConfigurationException("The configuration parameter " + name + " is `" + given
                + "`.\n  do      give one of: " + allowed + ".");
    }
}
