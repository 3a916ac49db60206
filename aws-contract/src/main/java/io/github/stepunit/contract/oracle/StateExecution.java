package io.github.stepunit.contract.oracle;

import org.jspecify.annotations.Nullable;

/**
 * One attempt of one visit of a state in a test.
 *
 * @param name {@code Ship all[3]/Print label, attempt 2}
 * @param question what TestState is asked; null when it cannot be asked
 * @param whyNot why it cannot be asked; empty when it can
 */
record StateExecution(String name, @Nullable OracleQuestion question, String whyNot) {

    static StateExecution of(String name, OracleQuestion question) {
        return new StateExecution(name, question, "");
    }

    static StateExecution not(String name, String why) {
        return new StateExecution(name, null, why);
    }
}
