/** AssertJ assertions over executions of state machines. */
module io.github.stepunit.assertj {
    requires transitive io.github.stepunit.core;
    requires transitive org.assertj.core;
    requires io.github.javadiffutils;
    requires static transitive org.apiguardian.api;
    requires static transitive org.jspecify;

    exports io.github.stepunit.assertj;

    // Soft assertions subclass the assert classes at run time.
    opens io.github.stepunit.assertj to
            org.assertj.core;
}
