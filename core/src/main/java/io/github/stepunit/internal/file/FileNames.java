package io.github.stepunit.internal.file;

import java.nio.charset.StandardCharsets;
import java.util.regex.Pattern;
import java.util.zip.CRC32;
import org.apiguardian.api.API;

/** Makes names of files of names of tests: Kotlin and parameters allow what file systems do not. */
@API(status = API.Status.INTERNAL, since = "0.1")
public final class FileNames {

    /** In bytes. File systems take 255, some that encrypt 143, Windows and its tools 260 for a whole path. */
    private static final int LONGEST = 120;

    private static final Pattern UNSAFE = Pattern.compile("[^\\p{L}\\p{M}\\p{N} ._()+,=$-]");
    /** Names of devices, whatever their ending. */
    private static final Pattern RESERVED_ON_WINDOWS =
            Pattern.compile("(con|prn|aux|nul|com\\d|lpt\\d)(\\..*)?", Pattern.CASE_INSENSITIVE);

    private FileNames() {}

    /** The name itself where that can be; else what is safe of it, and a hash, so that other names have other files. */
    public static String of(String name) {
        return of(name, name);
    }

    /**
     * The same, for what is shown shorter than it is.
     *
     * @param shown what people read
     * @param whole what tells it from all others
     */
    public static String of(String shown, String whole) {
        String safe = cut(UNSAFE.matcher(shown).replaceAll("_"));
        if (safe.equals(whole) && !RESERVED_ON_WINDOWS.matcher(safe).matches()) {
            return safe;
        }
        CRC32 hash = new CRC32();
        hash.update(bytes(whole));
        return safe + "-" + String.format("%08x", hash.getValue());
    }

    private static String cut(String name) {
        int size = 0;
        for (int i = 0; i < name.length(); i = name.offsetByCodePoints(i, 1)) {
            size += bytes(Character.toString(name.codePointAt(i))).length;
            if (size > LONGEST) {
                return name.substring(0, i);
            }
        }
        return name;
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
