package io.github.stepunit.assertj;

import java.util.List;
import org.assertj.core.error.BasicErrorMessageFactory;
import org.assertj.core.error.ErrorMessageFactory;

/** The states visited are not exactly those expected. */
final class ShouldHavePath extends BasicErrorMessageFactory {

    private ShouldHavePath(String format, Object... arguments) {
        super(format, arguments);
    }

    /** @param at where the two part: the first step that differs, from 0 */
    static ErrorMessageFactory shouldHavePath(Walk walk, List<String> expected, int at) {
        List<String> actual = walk.path();
        return new ShouldHavePath(
                "\nExpecting %s to have the path\n  %s\nbut its path is\n  %s\n%s\n\n%s",
                unquotedString(walk.subject()),
                expected,
                NameList.cut(actual),
                unquotedString(parting(expected, actual, at)),
                unquotedString(marked(walk, expected, at) + why(walk, at)));
    }

    private static String parting(List<String> expected, List<String> actual, int at) {
        String step = "They part at step " + (at + 1) + ": ";
        if (at >= expected.size()) {
            return step + "nothing more was expected, but \"" + actual.get(at) + "\" was visited.";
        }
        return at >= actual.size()
                ? step + "\"" + expected.get(at) + "\" was expected, but the path ends before."
                : step + "\"" + expected.get(at) + "\" was expected, but \"" + actual.get(at) + "\" was visited.";
    }

    private static String marked(Walk walk, List<String> expected, int at) {
        if (at >= walk.own().size()) {
            return walk.treeMarkingLast(walk.own(), "expected \"" + expected.get(at) + "\" after this");
        }
        String note = at >= expected.size() ? "expected nothing more" : "expected \"" + expected.get(at) + "\" here";
        return walk.story(walk.own().get(at), note);
    }

    /** What led away from the expected path: the decision of the state before, or what ended the path. */
    private static String why(Walk walk, int at) {
        if (at >= walk.own().size()) {
            return Culprits.text(walk.execution().explain());
        }
        return at == 0 ? "" : Culprits.text(walk.execution().explain(walk.own().get(at - 1)));
    }
}
