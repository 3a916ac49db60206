package io.github.stepunit.mutation;

import io.github.stepunit.internal.file.WholeFile;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.Set;

/** Writes the files of a report, each whole or not at all. */
final class ReportFiles {

    private ReportFiles() {}

    static void write(MutationReport report, String title, Path folder, Set<ReportFormat> formats) {
        for (ReportFormat format : formats) {
            String text =
                    switch (format) {
                        case HTML -> ElementsHtml.of(report, title);
                        case JSON -> ElementsJson.text(report);
                        case TEXT -> MutationSummary.of(report);
                    };
            write(text, folder.resolve(format.fileName()));
        }
    }

    private static void write(String text, Path file) {
        try {
            WholeFile.write(file, text);
        } catch (IOException unwritable) {
            throw new UncheckedIOException(file + " cannot be written: " + unwritable, unwritable);
        }
    }
}
