package io.github.stepunit.assertj;

/** A failure of a comparison: IDEs show the two texts side by side. */
interface Compared {

    /** What it should have been, line by line. */
    String expected();

    /** What it was, line by line. */
    String actual();
}
