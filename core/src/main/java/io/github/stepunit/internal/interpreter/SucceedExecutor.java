package io.github.stepunit.internal.interpreter;

/** Ends its machine successfully. */
final class SucceedExecutor implements StateExecutor {

    @Override
    public void execute(Visit visit) {
        visit.succeed(visit.effectiveInput());
    }
}
