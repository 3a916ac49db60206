/** A consumer on the module path: proves the modules' names, exports and requires. */
module consumer {
    requires io.github.stepunit.core;
    requires io.github.stepunit.assertj;
}
