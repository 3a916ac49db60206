package io.github.stepunit.s3;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.github.stepunit.internal.text.DidYouMean;
import io.github.stepunit.json.JsonText;
import io.github.stepunit.loader.ObjectFiles;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import org.apiguardian.api.API;
import org.jspecify.annotations.Nullable;

/**
 * The buckets that the Distributed Maps of a test read and write: an Amazon S3 in memory. A test fills it before it
 * starts the execution, and reads back what a ResultWriter wrote. Not safe for use by several threads at once.
 *
 * <pre>{@code
 * S3Objects s3 = new S3Objects().put("imports", "orders.csv", "id,amount\n1,10\n2,20\n").createBucket("results");
 * Execution execution = machine.withObjects(s3).start("{}");
 * JsonNode manifest = s3.json("results", "run/manifest.json");
 * }</pre>
 */
@API(status = API.Status.EXPERIMENTAL, since = "0.1")
public final class S3Objects {

    private static final Instant DEFAULT_LAST_MODIFIED = Instant.parse("2025-01-01T00:00:00Z");
    private static final int MOST_SUGGESTIONS = 3;

    /** S3 sorts keys by their UTF-8 bytes, which is the order of code points. */
    private static final Comparator<String> BY_CODE_POINTS = S3Objects::compareCodePoints;

    private final NavigableMap<String, NavigableMap<String, S3Object>> buckets = new TreeMap<>();
    private Instant lastModified = DEFAULT_LAST_MODIFIED;

    /** A store without buckets. */
    public S3Objects() {}

    // --- filling it

    /** Makes an empty bucket. Does nothing when there is one: a ResultWriter needs its bucket to exist. */
    public S3Objects createBucket(String bucket) {
        bucket(bucket);
        return this;
    }

    /** Puts text as UTF-8, making the bucket if there is none. */
    public S3Objects put(String bucket, String key, String text) {
        return store(bucket, key, text.getBytes(StandardCharsets.UTF_8), lastModified);
    }

    /** Puts bytes, making the bucket if there is none. */
    public S3Objects put(String bucket, String key, byte[] content) {
        return store(bucket, key, content.clone(), lastModified);
    }

    /**
     * Puts JSON, making the bucket if there is none.
     *
     * @param value a JSON tree, or anything that Jackson converts to one
     */
    public S3Objects putJson(String bucket, String key, Object value) {
        JsonNode json = value instanceof JsonNode node ? node : new ObjectMapper().valueToTree(value);
        return put(bucket, key, JsonText.writeCompact(json));
    }

    /**
     * Puts the content of a file, making the bucket if there is none.
     *
     * @throws java.io.UncheckedIOException when it cannot be read; the message says what to do
     */
    public S3Objects putFile(String bucket, String key, Path file) {
        return store(bucket, key, ObjectFiles.read(file), lastModified);
    }

    /**
     * Puts all files in a folder and in those inside it, making the bucket if there is none. Their keys are the prefix
     * followed by their path in the folder.
     *
     * @param prefix such as {@code imports/2025/}; may be empty
     * @throws java.io.UncheckedIOException when one of them cannot be read; the message says what to do
     */
    public S3Objects putFolder(String bucket, String prefix, Path folder) {
        bucket(bucket);
        ObjectFiles.inFolder(folder)
                .forEach((path, file) -> store(bucket, prefix + path, ObjectFiles.read(file), lastModified));
        return this;
    }

    /** The {@code LastModified} of everything that is put from now on (at first 2025-01-01T00:00:00Z). */
    public S3Objects modifiedAt(Instant instant) {
        lastModified = Objects.requireNonNull(instant, "instant");
        return this;
    }

    /** Puts what an execution writes at that instant of its clock. */
    @API(status = API.Status.INTERNAL, since = "0.1")
    public void write(String bucket, String key, String text, Instant now) {
        store(bucket, key, text.getBytes(StandardCharsets.UTF_8), now);
    }

    private S3Objects store(String bucket, String key, byte[] content, Instant now) {
        if (key.isEmpty()) {
            throw new IllegalArgumentException("An object of S3 has a key of at least one character.");
        }
        bucket(bucket).put(key, new S3Object(bucket, key, content, now));
        return this;
    }

    private NavigableMap<String, S3Object> bucket(String bucket) {
        if (bucket.isEmpty()) {
            throw new IllegalArgumentException("A bucket of S3 has a name.");
        }
        return buckets.computeIfAbsent(bucket, name -> new TreeMap<>(BY_CODE_POINTS));
    }

    // --- reading it

    /** Whether there is such a bucket. */
    public boolean hasBucket(String bucket) {
        return buckets.containsKey(bucket);
    }

    /** The names of the buckets, sorted. */
    public List<String> buckets() {
        return List.copyOf(buckets.keySet());
    }

    /** The object, if there is one. */
    public Optional<S3Object> find(String bucket, String key) {
        NavigableMap<String, S3Object> objects = buckets.get(bucket);
        return Optional.ofNullable(objects == null ? null : objects.get(key));
    }

    /**
     * The object.
     *
     * @throws IllegalArgumentException when there is none; the message names those that are near
     */
    public S3Object object(String bucket, String key) {
        return find(bucket, key).orElseThrow(() -> new IllegalArgumentException(absence(bucket, key)));
    }

    /**
     * The object's text.
     *
     * @throws IllegalArgumentException when there is none; the message names those that are near
     */
    public String text(String bucket, String key) {
        return object(bucket, key).text();
    }

    /**
     * The object's JSON.
     *
     * @throws IllegalArgumentException when there is none; the message names those that are near
     * @throws io.github.stepunit.json.InvalidJsonException when it is no JSON
     */
    public JsonNode json(String bucket, String key) {
        return JsonText.parse(text(bucket, key));
    }

    /** The objects of a bucket whose keys begin with that prefix, in the order in which S3 lists them. */
    public List<S3Object> objects(String bucket, String prefix) {
        NavigableMap<String, S3Object> objects = buckets.get(bucket);
        List<S3Object> found = new ArrayList<>();
        if (objects != null) {
            for (Map.Entry<String, S3Object> entry :
                    objects.tailMap(prefix, true).entrySet()) {
                if (!entry.getKey().startsWith(prefix)) {
                    break;
                }
                found.add(entry.getValue());
            }
        }
        return found;
    }

    /** The keys of a bucket in the order in which S3 lists them; none when there is no such bucket. */
    public List<String> keys(String bucket) {
        return keys(bucket, "");
    }

    /** The keys of a bucket that begin with that prefix, in the order in which S3 lists them. */
    public List<String> keys(String bucket, String prefix) {
        return objects(bucket, prefix).stream().map(S3Object::key).toList();
    }

    /** What to say when there is no such object, naming those that are near. */
    @API(status = API.Status.INTERNAL, since = "0.1")
    public String absence(String bucket, @Nullable String key) {
        if (!buckets.containsKey(bucket)) {
            return "There is no bucket \"" + bucket + "\" in this S3Objects."
                    + (buckets.isEmpty()
                            ? " It is empty: put(bucket, key, text) or createBucket(bucket) fills it."
                            : near(bucket, buckets()));
        }
        return "There is no object \"" + key + "\" in the bucket \"" + bucket + "\"."
                + (keys(bucket).isEmpty() ? " The bucket is empty." : near(String.valueOf(key), keys(bucket)));
    }

    private static String near(String wanted, List<String> names) {
        return " " + DidYouMean.question(wanted, names).orElseGet(() -> "There are: " + first(names));
    }

    private static String first(List<String> names) {
        String listed = String.join(", ", names.subList(0, Math.min(MOST_SUGGESTIONS, names.size())));
        return names.size() > MOST_SUGGESTIONS ? listed + ", … (" + names.size() + ")." : listed + ".";
    }

    private static int compareCodePoints(String one, String other) {
        int length = Math.min(one.length(), other.length());
        for (int i = 0; i < length; i++) {
            char a = one.charAt(i);
            char b = other.charAt(i);
            if (a != b) {
                // A surrogate stands for a code point above all others.
                boolean isSupplementary = Character.isSurrogate(a);
                return isSupplementary == Character.isSurrogate(b)
                        ? Character.compare(a, b)
                        : Boolean.compare(isSupplementary, !isSupplementary);
            }
        }
        return Integer.compare(one.length(), other.length());
    }
}
