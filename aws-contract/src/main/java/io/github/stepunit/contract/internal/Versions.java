package io.github.stepunit.contract.internal;

import io.github.stepunit.StateMachine;
import java.util.Objects;
import software.amazon.awssdk.core.util.VersionInfo;

/** What a report of a bug has to say about where it was seen. */
public final class Versions {

    private Versions() {}

    /** One line. */
    public static String describe() {
        // Absent on a class path of folders, as within StepUnit's own build.
        String stepUnit =
                Objects.requireNonNullElse(StateMachine.class.getPackage().getImplementationVersion(), "(unpackaged)");
        return "StepUnit " + stepUnit + ", AWS SDK for Java " + VersionInfo.SDK_VERSION + ", Java "
                + Runtime.version().feature();
    }
}
