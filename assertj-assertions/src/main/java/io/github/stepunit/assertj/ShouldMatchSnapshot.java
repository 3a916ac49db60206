package io.github.stepunit.assertj;

import com.github.difflib.DiffUtils;
import com.github.difflib.UnifiedDiffUtils;
import java.util.List;
import java.util.stream.Collectors;
import org.assertj.core.error.BasicErrorMessageFactory;
import org.assertj.core.error.ErrorMessageFactory;

/** An execution or a payload is not as its snapshot, or has none where it should. */
final class ShouldMatchSnapshot extends BasicErrorMessageFactory {

    private static final int SHOWN_LINES = 60;
    private static final int SHOWN_CHARACTERS = 300;
    private static final int CONTEXT = 3;

    private ShouldMatchSnapshot(String format, Object... arguments) {
        super(format, arguments);
    }

    static ErrorMessageFactory shouldMatch(Snapshot snapshot, String file, String expected) {
        return new Differing(
                snapshot.text(),
                expected,
                "\nExpecting %s to match the snapshot\n  %s\nbut it differs (- the snapshot, + this run):\n%s\n"
                        + "If this run is right, run the test with -D%s=update and review what changes. If it is another"
                        + " one of this test, name it: matchesSnapshot(\"name\").%s",
                unquotedString(snapshot.subject()),
                unquotedString(file),
                unquotedString(difference(expected, snapshot.text())),
                unquotedString(SnapshotSettings.SNAPSHOTS),
                unquotedString(story(snapshot)));
    }

    static ErrorMessageFactory shouldExist(Snapshot snapshot, String file) {
        return new ShouldMatchSnapshot(
                "\nExpecting %s to match the snapshot\n  %s\nbut there is no such file, and on CI (the environment has CI)"
                        + " none is written.\nRun the test on your machine, review the file and commit it.%s",
                unquotedString(snapshot.subject()), unquotedString(file), unquotedString(story(snapshot)));
    }

    static ErrorMessageFactory shouldExistSinceNoneIsWritten(Snapshot snapshot, String file) {
        return new ShouldMatchSnapshot(
                "\nExpecting %s to match the snapshot\n  %s\nbut there is no such file, and this run writes none"
                        + " (-D%s=never, which mutation sets, too).\nRun the test as ever, review the file and commit it.%s",
                unquotedString(snapshot.subject()),
                unquotedString(file),
                unquotedString(SnapshotSettings.SNAPSHOTS),
                unquotedString(story(snapshot)));
    }

    static ErrorMessageFactory shouldNotUpdateOnCi(Snapshot snapshot, String file) {
        return new ShouldMatchSnapshot(
                "\nExpecting %s to match the snapshot\n  %s\nbut it does not, and on CI (the environment has CI)"
                        + " -D%s=update is not followed.\nUpdate it on your machine, review the file and commit it.%s",
                unquotedString(snapshot.subject()),
                unquotedString(file),
                unquotedString(SnapshotSettings.SNAPSHOTS),
                unquotedString(story(snapshot)));
    }

    private static String story(Snapshot snapshot) {
        String story = snapshot.story().get();
        return story.isEmpty() ? "" : "\n\n" + story;
    }

    private static String difference(String expected, String actual) {
        List<String> before = expected.lines().toList();
        List<String> lines = UnifiedDiffUtils.generateUnifiedDiff(
                "snapshot", "run", before, DiffUtils.diff(before, actual.lines().toList()), CONTEXT);
        if (lines.isEmpty()) {
            return "  only in the ends of its lines";
        }
        // Without the two lines that name files.
        List<String> shown = lines.subList(2, lines.size());
        String more = shown.size() > SHOWN_LINES
                ? "\n  ... " + (shown.size() - SHOWN_LINES) + " more lines of difference ..."
                : "";
        return shown.stream()
                        .limit(SHOWN_LINES)
                        .map(line -> "  "
                                + (line.length() > SHOWN_CHARACTERS
                                        ? line.substring(0, SHOWN_CHARACTERS) + "..."
                                        : line))
                        .collect(Collectors.joining("\n"))
                + more;
    }
}
