package io.github.stepunit.conformance;

import java.util.List;

/**
 * How our run of one case compares with the recording.
 *
 * @param recordedCase the case
 * @param events number of recorded events
 * @param matched number of them that we have too, in the same place
 * @param differences all differences; empty when the case passes
 */
record CaseResult(RecordedCase recordedCase, int events, int matched, List<String> differences) {

    boolean passed() {
        return differences.isEmpty();
    }
}
