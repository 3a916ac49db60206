package io.github.stepunit.junit5;

import io.github.stepunit.fault.FaultKind;
import io.github.stepunit.fault.FaultRun;
import io.github.stepunit.fault.FaultRuns;
import io.github.stepunit.fault.FaultSettings;
import java.util.Iterator;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ExtensionContext.Namespace;
import org.junit.jupiter.api.extension.TestTemplateInvocationContext;

/** The runs of one {@link FaultSweep}, one after the other, for one thread. */
final class Sweep implements Iterator<TestTemplateInvocationContext> {

    private static final Namespace NAMESPACE = Namespace.create(Sweep.class);

    private final FaultSweep annotation;
    private final FaultRuns runs;
    private @Nullable FaultRun run;
    private boolean saidWhatIsLeft;

    private Sweep(FaultSweep annotation) {
        this.annotation = annotation;
        this.runs = new FaultRuns(settings(annotation));
    }

    private static FaultSettings settings(FaultSweep annotation) {
        FaultSettings settings = FaultSettings.DEFAULT
                .atStates(List.of(annotation.states()))
                .withErrors(List.of(annotation.errors()))
                .handlingEveryError(annotation.everyErrorHandled())
                .atMost(annotation.max());
        List<FaultKind> kinds = List.of(annotation.kinds());
        return (kinds.isEmpty() ? settings : settings.withKinds(Set.copyOf(kinds)))
                .withoutKinds(Set.copyOf(List.of(annotation.without())));
    }

    /** A new one, for the test of the context and its runs. */
    static Sweep begin(ExtensionContext context, FaultSweep annotation) {
        Sweep sweep;
        try {
            sweep = new Sweep(annotation);
        } catch (IllegalArgumentException refused) {
            throw FaultSweepErrors.badSweep(context.getRequiredTestMethod(), refused);
        }
        context.getStore(NAMESPACE).put(Sweep.class, sweep);
        return sweep;
    }

    static boolean isAt(ExtensionContext context) {
        return context.getStore(NAMESPACE).get(Sweep.class) != null;
    }

    static Sweep of(ExtensionContext context) {
        Sweep sweep = context.getStore(NAMESPACE).get(Sweep.class, Sweep.class);
        if (sweep == null) {
            throw new IllegalStateException("FaultSweepInterceptor is for @FaultSweep only.");
        }
        return sweep;
    }

    FaultSweep annotation() {
        return annotation;
    }

    /** The present run. */
    FaultRun run() {
        if (run == null) {
            throw new IllegalStateException("No run of the sweep has begun.");
        }
        return run;
    }

    @Override
    public boolean hasNext() {
        return runs.hasNext() || (runs.leftOut() > 0 && !saidWhatIsLeft);
    }

    @Override
    public TestTemplateInvocationContext next() {
        if (runs.hasNext() || runs.leftOut() == 0) {
            FaultRun next = runs.next();
            run = next;
            return new SweepInvocation(next.name(), next.fault(), null);
        }
        saidWhatIsLeft = true;
        return new SweepInvocation(
                "and " + runs.leftOut() + " more", null, FaultSweepErrors.leftOut(runs.leftOut(), annotation.max()));
    }
}
