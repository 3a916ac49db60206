package io.github.stepunit.assertj;

import java.util.Locale;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * What system properties and the environment say about snapshots.
 *
 * @param folder {@code stepunit.snapshots.folder}: where they are, from the folder of the module
 * @param mode {@code stepunit.snapshots}: which are written
 * @param ci whether this is CI ({@code CI} in the environment), where none is ever written
 */
record SnapshotSettings(String folder, Mode mode, boolean ci) {

    static final String SNAPSHOTS = "stepunit.snapshots";
    static final String FOLDER = "stepunit.snapshots.folder";

    /** Which are written. */
    enum Mode {
        /** Those that are missing; where nothing is said. */
        MISSING,
        /** {@code update}: all anew. */
        UPDATE,
        /** {@code never}: none. For runs that are not what the tests are about, as those against mutants. */
        NEVER
    }

    static SnapshotSettings of(
            Function<String, @Nullable String> properties, Function<String, @Nullable String> environment) {
        String folder = properties.apply(FOLDER);
        String ci = environment.apply("CI");
        return new SnapshotSettings(
                folder == null || folder.isBlank() ? "src/test/resources" : folder.strip(),
                mode(properties.apply(SNAPSHOTS)),
                ci != null && !ci.isBlank() && !ci.strip().equalsIgnoreCase("false"));
    }

    private static Mode mode(@Nullable String text) {
        if (text == null || text.isBlank()) {
            return Mode.MISSING;
        }
        return switch (text.strip().toLowerCase(Locale.ROOT)) {
            case "update" -> Mode.UPDATE;
            case "never" -> Mode.NEVER;
            default ->
                throw new IllegalStateException("-D" + SNAPSHOTS + "=" + text
                        + " is unknown. There are \"update\", which writes the snapshots of all tests that run anew, and"
                        + " \"never\", which writes none.");
        };
    }
}
