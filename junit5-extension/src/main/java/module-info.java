/** {@code @StepFunctionTest}: state machines and mocks, fresh for every JUnit test. */
// The digit is JUnit's generation, as in its own artifacts.
@SuppressWarnings("module")
module io.github.stepunit.junit5 {
    requires transitive io.github.stepunit.core;
    requires transitive org.junit.jupiter.api;
    requires static org.junit.platform.launcher;
    requires static org.mockito;
    requires static transitive org.apiguardian.api;
    requires static transitive org.jspecify;

    uses io.github.stepunit.FailurePageWriter;
    uses io.github.stepunit.junit5.MockTaskProvider;
    uses io.github.stepunit.junit5.StepFunctionTestInterceptor;

    exports io.github.stepunit.junit5;

    provides io.github.stepunit.StateMachineObserver with
            io.github.stepunit.junit5.CoverageObserver;
    provides org.junit.platform.launcher.TestExecutionListener with
            io.github.stepunit.junit5.CoverageListener;
}
