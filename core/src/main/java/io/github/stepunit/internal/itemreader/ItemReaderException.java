package io.github.stepunit.internal.itemreader;

import org.jspecify.annotations.Nullable;

/** The items cannot be read: {@code States.ItemReaderFailed}. */
public final class ItemReaderException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final @Nullable String hint;

    /**
     * @param cause the cause as AWS gives it
     * @param hint what StepUnit knows beyond that; null when nothing
     */
    public ItemReaderException(String cause, @Nullable String hint) {
        super(cause, null, false, false);
        this.hint = hint;
    }

    /** The cause as AWS gives it. */
    public String causeText() {
        return String.valueOf(getMessage());
    }

    /** What StepUnit knows beyond that; null when nothing. */
    public @Nullable String hint() {
        return hint;
    }
}
