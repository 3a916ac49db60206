package io.github.stepunit.expression;

/** Text for regular expressions that counts how often they look at a character, so that backtracking ends. */
final class CountedText implements CharSequence {

    private final String text;
    private final EvaluationBudget budget;

    CountedText(String text, EvaluationBudget budget) {
        this.text = text;
        this.budget = budget;
    }

    @Override
    public char charAt(int index) {
        budget.look();
        return text.charAt(index);
    }

    @Override
    public int length() {
        return text.length();
    }

    @Override
    public CharSequence subSequence(int start, int end) {
        return text.substring(start, end);
    }

    @Override
    public String toString() {
        return text;
    }
}
