package io.github.stepunit.assertj;

/** Numbers of times in words. */
final class Times {

    private Times() {}

    static String of(int count) {
        return switch (count) {
            case 0 -> "never";
            case 1 -> "once";
            case 2 -> "twice";
            default -> count + " times";
        };
    }
}
