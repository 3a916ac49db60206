package io.github.stepunit.loader;

import io.github.stepunit.json.LocatedText;

/** Text that is neither JSON nor YAML. Ends within the loader, which says what was being read. */
final class UnreadableTextException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final int position;

    /**
     * @param message what is wrong
     * @param position the character of the text at which it goes wrong
     */
    UnreadableTextException(String message, int position) {
        super(message);
        this.position = position;
    }

    int position() {
        return position;
    }

    String problem() {
        return String.valueOf(getMessage());
    }

    /** For a template: says where. */
    DefinitionLoadException in(LocatedText text, String what) {
        return DefinitionLoadException.at(
                Mark.of(text, position),
                "It cannot be read as " + what + ". " + problem(),
                "correct the syntax there.");
    }
}
