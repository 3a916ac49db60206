package io.github.stepunit.mutation;

/**
 * What notices that a rule of a Choice state matches otherwise.
 *
 * @param matched for data that it matches, and should no longer
 * @param otherwise for data that no rule matches, and this one should from now on
 */
record RuleAssertions(String matched, String otherwise) {

    static RuleAssertions of(StateSite state, int rule) {
        return new RuleAssertions(
                state.assertion() + ".matchedRule(" + rule + ");",
                state.json().has("Default")
                        ? state.assertion() + ".tookDefault();"
                        : state.assertion() + ".hasFailedWith(\"States.NoChoiceMatched\");");
    }

    /** @param matchesMore whether the mutant matches all that the original does, and more */
    String when(boolean matchesMore) {
        return matchesMore ? otherwise : matched;
    }
}
