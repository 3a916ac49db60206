package io.github.stepunit.internal.interpreter;

import java.time.Instant;

/**
 * A Task that only the test can answer.
 *
 * @param path of its state
 * @param token its task token
 * @param since when it began to wait
 * @param isTokenTaken whether the test has asked for the token
 */
public record WaitingTask(String path, String token, Instant since, boolean isTokenTaken) {}
