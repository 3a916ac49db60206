package io.github.stepunit.assertj;

import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * What system properties and the environment say about snapshots.
 *
 * @param folder {@code stepunit.snapshots.folder}: where they are, from the folder of the module
 * @param update {@code stepunit.snapshots=update}: whether they are to be written anew
 * @param ci whether this is CI ({@code CI} in the environment), where none is ever written
 */
record SnapshotSettings(String folder, boolean update, boolean ci) {

    static final String SNAPSHOTS = "stepunit.snapshots";
    static final String FOLDER = "stepunit.snapshots.folder";

    static SnapshotSettings of(
            Function<String, @Nullable String> properties, Function<String, @Nullable String> environment) {
        String folder = properties.apply(FOLDER);
        String mode = properties.apply(SNAPSHOTS);
        if (mode != null && !mode.isBlank() && !mode.strip().equalsIgnoreCase("update")) {
            throw new IllegalStateException("-D" + SNAPSHOTS + "=" + mode
                    + " is unknown. The only value is \"update\", which writes the snapshots of"
                    + " all tests that run anew.");
        }
        String ci = environment.apply("CI");
        return new SnapshotSettings(
                folder == null || folder.isBlank() ? "src/test/resources" : folder.strip(),
                mode != null && !mode.isBlank(),
                ci != null && !ci.isBlank() && !ci.strip().equalsIgnoreCase("false"));
    }
}
