package io.github.stepunit.contract.junit5;

/** Where the oracle takes AWS's answers from. */
enum OracleMode {
    /** Nowhere: tests are not checked. */
    OFF,
    /** From the file only. */
    CACHE,
    /** From the file, and what is missing there from AWS. */
    AWS
}
