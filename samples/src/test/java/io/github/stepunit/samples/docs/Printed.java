package io.github.stepunit.samples.docs;

final class Printed {
    private Printed() {}
    static String message(String name) { return name; }
}
