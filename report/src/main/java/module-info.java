/** Coverage as a page for people, state machines as pictures, and the command line for both. */
module io.github.stepunit.report {
    requires transitive io.github.stepunit.core;
    requires info.picocli;
    requires io.github.javadiffutils;
    // ELK and EMF are automatic modules.
    requires org.eclipse.elk.alg.layered;
    requires org.eclipse.elk.core;
    requires org.eclipse.elk.graph;
    requires org.eclipse.emf.common;
    requires org.eclipse.emf.ecore;
    requires static transitive org.apiguardian.api;
    requires static transitive org.jspecify;

    exports io.github.stepunit.report;

    provides io.github.stepunit.FailurePageWriter with
            io.github.stepunit.report.FailurePage;

    opens io.github.stepunit.report to
            info.picocli;
}
