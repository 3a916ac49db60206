/** The Amazon States Language, run in process on a virtual clock. */
// The modules that these packages are exported to are built after this one.
@SuppressWarnings("module")
module io.github.stepunit.core {
    requires transitive com.fasterxml.jackson.databind;
    requires com.dashjoin.jsonata;
    requires com.opencsv;
    requires static com.github.luben.zstd_jni;
    requires json.path;
    // json.path is an automatic module, which cannot say itself that it needs SLF4J.
    requires org.slf4j;
    requires org.snakeyaml.engine;
    requires static transitive org.apiguardian.api;
    requires static transitive org.jspecify;

    exports io.github.stepunit;
    exports io.github.stepunit.budget;
    exports io.github.stepunit.coverage;
    exports io.github.stepunit.definition;
    exports io.github.stepunit.explanation;
    exports io.github.stepunit.expression;
    exports io.github.stepunit.fault;
    exports io.github.stepunit.history;
    exports io.github.stepunit.integration;
    exports io.github.stepunit.json;
    exports io.github.stepunit.loader;
    exports io.github.stepunit.s3;
    exports io.github.stepunit.servicemodel;
    exports io.github.stepunit.skeleton;
    exports io.github.stepunit.task;
    exports io.github.stepunit.teststate;
    exports io.github.stepunit.validation;
    exports io.github.stepunit.internal.file to
            io.github.stepunit.assertj,
            io.github.stepunit.contract,
            io.github.stepunit.junit5,
            io.github.stepunit.mutation,
            io.github.stepunit.report;
    exports io.github.stepunit.internal.text to
            io.github.stepunit.assertj,
            io.github.stepunit.contract,
            io.github.stepunit.mutation,
            io.github.stepunit.report;

    uses io.github.stepunit.DefinitionReplacement;
    uses io.github.stepunit.StateMachineObserver;
    uses io.github.stepunit.s3.ParquetReader;
}
