/** Mutation testing of state machine definitions. */
module io.github.stepunit.mutation {
    requires transitive io.github.stepunit.core;
    requires info.picocli;
    requires org.junit.platform.launcher;
    requires static transitive org.apiguardian.api;
    requires static transitive org.jspecify;

    exports io.github.stepunit.mutation;

    opens io.github.stepunit.mutation to
            info.picocli;

    provides io.github.stepunit.DefinitionReplacement with
            io.github.stepunit.mutation.MutantReplacement;
    provides io.github.stepunit.StateMachineObserver with
            io.github.stepunit.mutation.MutationObserver;
}
