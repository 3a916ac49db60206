package io.github.stepunit.coverage;

import io.github.stepunit.internal.file.WholeFile;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.apiguardian.api.API;

/**
 * The files of coverage data that test JVMs have written, merged.
 *
 * @param data all that could be read
 * @param count how many files were read
 * @param problems what could not be read, one message each; the rest is not touched by it
 */
@API(status = API.Status.EXPERIMENTAL, since = "0.1")
public record CoverageParts(CoverageData data, int count, List<String> problems) {

    private static final String SUFFIX = ".json";

    public CoverageParts {
        problems = List.copyOf(problems);
    }

    /**
     * Reads and merges.
     *
     * @param places files, and folders in which every {@code .json} file is one; a place that is not there is a problem
     */
    public static CoverageParts read(List<Path> places) {
        CoverageMerger merger = new CoverageMerger();
        List<String> problems = new ArrayList<>();
        int count = 0;
        for (Path place : places) {
            for (Path file : filesOf(place, problems)) {
                try (InputStream in = Files.newInputStream(file)) {
                    merger.add(CoverageJson.read(in));
                    count++;
                } catch (CoverageFormatException damaged) {
                    problems.add(file + " is left out: " + damaged.getMessage()
                            + ". Its tests are missing from the report: run them again.");
                } catch (IOException unreadable) {
                    problems.add(file + " is left out: it cannot be read (" + unreadable + ").");
                }
            }
        }
        return new CoverageParts(merger.merged(), count, problems);
    }

    private static List<Path> filesOf(Path place, List<String> problems) {
        if (!Files.isDirectory(place)) {
            if (!Files.exists(place)) {
                problems.add("There is no file or folder " + place + ".");
                return List.of();
            }
            return List.of(place);
        }
        try (Stream<Path> files = Files.list(place)) {
            return files.filter(each -> each.toString().endsWith(SUFFIX) && Files.isRegularFile(each))
                    .sorted()
                    .toList();
        } catch (IOException unreadable) {
            problems.add("The folder " + place + " cannot be read (" + unreadable + ").");
            return List.of();
        }
    }

    /**
     * A name for a new part, that no other JVM has: not even one that begins to write at this moment, on another machine
     * with the same folder.
     *
     * @throws UncheckedIOException when the folder cannot be made or written to
     */
    public static Path newPart(Path folder) {
        try {
            Files.createDirectories(folder);
            Path reserved = Files.createTempFile(folder, "part-", ".reserved");
            String name = reserved.getFileName().toString();
            // The reservation stays while the JVM writes, and goes with the first write.
            return folder.resolve(name.substring(0, name.length() - ".reserved".length()) + SUFFIX);
        } catch (IOException e) {
            throw new UncheckedIOException("No part of the coverage can be written to " + folder + ": " + e, e);
        }
    }

    /**
     * Writes data to a file: all of it or nothing, so that who reads meanwhile sees the file as it was or as it will be.
     *
     * @throws UncheckedIOException when the file cannot be written
     */
    public static void write(CoverageData data, Path file) {
        try {
            WholeFile.write(file, out -> CoverageJson.write(data, out));
            Files.deleteIfExists(reservationOf(file));
        } catch (IOException e) {
            throw new UncheckedIOException("The coverage cannot be written to " + file + ": " + e, e);
        }
    }

    private static Path reservationOf(Path part) {
        String name = String.valueOf(part.getFileName());
        return part.resolveSibling(
                name.endsWith(SUFFIX)
                        ? name.substring(0, name.length() - SUFFIX.length()) + ".reserved"
                        : name + ".reserved");
    }

    /** Deletes the parts in the folder, if it is there; the rest of it stays. */
    public static void clear(Path folder) {
        if (!Files.isDirectory(folder)) {
            return;
        }
        try (Stream<Path> files = Files.list(folder)) {
            for (Path each : files.toList()) {
                String name = String.valueOf(each.getFileName());
                if (name.startsWith("part-") || name.startsWith("writing-")) {
                    Files.deleteIfExists(each);
                }
            }
        } catch (NoSuchFileException gone) {
            // Somebody else has deleted it.
        } catch (IOException e) {
            throw new UncheckedIOException("The folder " + folder + " cannot be emptied: " + e, e);
        }
    }
}
