package io.github.stepunit.loader;

import io.github.stepunit.internal.text.DidYouMean;
import io.github.stepunit.json.SourceFile;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URISyntaxException;
import java.net.URL;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileSystemNotFoundException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** Reads the files and class path resources that hold definitions: UTF-8, with or without a byte order mark. */
final class DefinitionFiles {

    /** Templates have at most 1 MB, definitions 1,048,576 characters; only plans of Terraform come near. */
    private static final int MOST_BYTES = 64 * 1_048_576;

    private static final int MOST_SUGGESTIONS = 3;

    private DefinitionFiles() {}

    /**
     * Reads a file.
     *
     * @throws UncheckedIOException when there is no such file or it is no text; the message says what to do
     */
    static SourceFile read(Path file) {
        return read(file, file.toString());
    }

    /** Reads a file that is shown otherwise. */
    static SourceFile read(Path file, String shown) {
        if (!Files.isRegularFile(file)) {
            throw unreadable(missing(file));
        }
        try (InputStream in = Files.newInputStream(file)) {
            return new SourceFile(shown, text(shown, in));
        } catch (IOException e) {
            throw new UncheckedIOException(e.getMessage(), e);
        }
    }

    /**
     * Reads a resource of the class path, as the class loader knows it: {@code orders.asl.json} in the root,
     * {@code com/example/orders.asl.json} in a package.
     *
     * @throws UncheckedIOException when there is no such resource or it is no text; the message says what to do
     */
    static SourceFile readResource(String name, ClassLoader classLoader) {
        String path = name.startsWith("/") ? name.substring(1) : name;
        try (InputStream in = classLoader.getResourceAsStream(path)) {
            if (in == null) {
                throw unreadable(missingResource(path, classLoader));
            }
            return new SourceFile("classpath:" + path, text("classpath:" + path, in));
        } catch (IOException e) {
            throw new UncheckedIOException(e.getMessage(), e);
        }
    }

    private static String text(String name, InputStream in) throws IOException {
        byte[] bytes = in.readNBytes(MOST_BYTES + 1);
        if (bytes.length > MOST_BYTES) {
            throw new IOException(name + " is larger than 64 MiB, and no definition or template that AWS takes is.");
        }
        try {
            String text = StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(bytes))
                    .toString();
            String withoutByteOrderMark = text.startsWith("\uFEFF") ? text.substring(1) : text;
            if (withoutByteOrderMark.isBlank()) {
                throw new IOException(name + " is empty. It should hold a state machine definition.");
            }
            return withoutByteOrderMark;
        } catch (CharacterCodingException e) {
            throw new IOException(name + " is not UTF-8 text. Save it as UTF-8, the encoding of JSON and YAML.", e);
        }
    }

    /** Says that a file is not there, and which ones are. */
    static String missing(Path file) {
        if (Files.isDirectory(file)) {
            return file + " is a directory. Pass a file with a state machine definition.";
        }
        Path absolute = file.toAbsolutePath().normalize();
        Path directory = absolute.getParent();
        if (directory == null || !Files.isDirectory(directory)) {
            return "There is no file " + file + ", nor its directory (looked for " + absolute + ").";
        }
        String message = "There is no file " + file + " (looked for " + absolute + ").";
        return message + suggestion(absolute, directory);
    }

    private static String missingResource(String path, ClassLoader classLoader) {
        String message = "There is no resource " + path + " on the class path."
                + " Put the file under src/test/resources or src/main/resources.";
        int slash = path.lastIndexOf('/') + 1;
        URL directory = classLoader.getResource(path.substring(0, slash));
        if (directory == null || !directory.getProtocol().equals("file")) {
            return message;
        }
        try {
            Path inDirectory = Path.of(directory.toURI());
            return message + suggestion(inDirectory.resolve(path.substring(slash)), inDirectory);
        } catch (URISyntaxException | IllegalArgumentException | FileSystemNotFoundException e) {
            return message;
        }
    }

    private static String suggestion(Path wanted, Path directory) {
        Path fileName = wanted.getFileName();
        List<String> close = fileName == null ? List.of() : DidYouMean.closest(fileName.toString(), names(directory));
        return close.isEmpty()
                ? ""
                : " Did you mean "
                        + String.join(
                                " or ", close.stream().limit(MOST_SUGGESTIONS).toList()) + "?";
    }

    private static List<String> names(Path directory) {
        try (Stream<Path> files = Files.list(directory)) {
            return files.filter(Files::isRegularFile)
                    .map(each -> String.valueOf(each.getFileName()))
                    .sorted()
                    .toList();
        } catch (IOException e) {
            return List.of(); // the message does without suggestions
        }
    }

    private static UncheckedIOException unreadable(String message) {
        return new UncheckedIOException(message, new FileNotFoundException(message));
    }
}
