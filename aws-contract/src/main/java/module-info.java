/** Deployed definitions, their drift, and executions recorded on AWS. */
module io.github.stepunit.contract {
    requires transitive io.github.stepunit.core;
    requires info.picocli;
    requires transitive software.amazon.awssdk.services.sfn;
    requires software.amazon.awssdk.awscore;
    requires software.amazon.awssdk.core;
    requires software.amazon.awssdk.http;
    requires software.amazon.awssdk.http.urlconnection;
    requires software.amazon.awssdk.regions;
    requires software.amazon.awssdk.utils;
    requires static transitive software.amazon.awssdk.services.cloudformation;
    requires static transitive org.assertj.core;
    requires static transitive io.github.stepunit.junit5;
    requires static transitive org.junit.jupiter.api;
    requires static transitive org.apiguardian.api;
    requires static transitive org.jspecify;

    exports io.github.stepunit.contract;
    exports io.github.stepunit.contract.assertj;
    exports io.github.stepunit.contract.cli;
    exports io.github.stepunit.contract.coverage;
    exports io.github.stepunit.contract.deployed;
    exports io.github.stepunit.contract.junit5;
    exports io.github.stepunit.contract.model;
    exports io.github.stepunit.contract.oracle;
    exports io.github.stepunit.contract.recorded;
    exports io.github.stepunit.contract.testsource;
    exports io.github.stepunit.contract.validation;

    opens io.github.stepunit.contract.cli to
            info.picocli;

    provides io.github.stepunit.junit5.StepFunctionTestInterceptor with
            io.github.stepunit.contract.junit5.ConfiguredServiceModels,
            io.github.stepunit.contract.junit5.OracleInterceptor;
}
