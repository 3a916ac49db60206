package io.github.stepunit.task;

/** What an answer says of the way in which a Task is done, and not every Task can do. */
enum Misfit {
    BY_HAND(
            "answersByHand()",
            "a request that is answered at once has no task token to answer with",
            "say returns(…).after(…), or neverAnswers()."),
    HEARTBEATS(
            "withHeartbeats(…)",
            "a request that is answered at once has no task token to send heartbeats with",
            "leave them out, or make the Task a callback (.waitForTaskToken), a job (.sync) or an activity."),
    SUBMITTED(
            "submittedWith(…)",
            "only a job (.sync) and a callback (.waitForTaskToken) answer when they are submitted",
            "leave it out, and say with returns(…) what the Task answers."),
    PICK_UP(
            "pickedUpAfter(…)",
            "only the task of an activity waits until a worker takes it up",
            "say with after(…) how long the Task takes.");

    private final String words;
    private final String reason;
    private final String remedy;

    Misfit(String words, String reason, String remedy) {
        this.words = words;
        this.reason = reason;
        this.remedy = remedy;
    }

    /** As the test has written it. */
    String words() {
        return words;
    }

    /** Why it cannot be. */
    String reason() {
        return reason;
    }

    /** What to do instead. */
    String remedy() {
        return remedy;
    }
}
