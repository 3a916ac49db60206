package io.github.stepunit.junit5;

import java.util.function.Supplier;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ExtensionContext.Store;

/** What is found once in a run of JUnit, and kept for all its tests. */
final class OnceInRun {

    private OnceInRun() {}

    /**
     * Not computed within the store: that would keep an error, and throw the one that names another test. Tests at the same
     * time may thus look for it twice, and find the same.
     */
    static <T> T find(ExtensionContext context, Object key, Class<T> type, Supplier<T> search) {
        Store store = context.getRoot().getStore(StepFunctionExtension.NAMESPACE);
        T known = store.get(key, type);
        if (known != null) {
            return known;
        }
        T found = search.get();
        store.put(key, found);
        return found;
    }
}
