package io.github.stepunit.loader;

import io.github.stepunit.json.SourceFile;
import java.util.List;

/** Recognises the form of a file, and finds the machines in it. */
final class FormatReader {

    private final ProjectFiles files;
    private final LoadOptions options;

    FormatReader(ProjectFiles files, LoadOptions options) {
        this.files = files;
        this.options = options;
    }

    List<FoundMachine> find() {
        SourceFile file = files.mainFile();
        return new AslForm(file, options).find();
    }
}
