package io.github.stepunit.s3;

import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.HexFormat;
import org.apiguardian.api.API;

/** An object of {@link S3Objects}. Immutable. */
@API(status = API.Status.EXPERIMENTAL, since = "0.1")
public final class S3Object {

    private final String bucket;
    private final String key;
    private final byte[] content;
    private final Instant lastModified;

    /** @param content not copied: the store alone has it */
    S3Object(String bucket, String key, byte[] content, Instant lastModified) {
        this.bucket = bucket;
        this.key = key;
        this.content = content;
        this.lastModified = lastModified;
    }

    /** The bucket. */
    public String bucket() {
        return bucket;
    }

    /** The key. */
    public String key() {
        return key;
    }

    /** The content. A copy at each call. */
    public byte[] bytes() {
        return content.clone();
    }

    /** The content as a stream from its beginning. */
    public InputStream newInputStream() {
        return new ByteArrayInputStream(content);
    }

    /** The content as UTF-8 text. */
    public String text() {
        return new String(content, StandardCharsets.UTF_8);
    }

    /** How many bytes the content has. */
    public int size() {
        return content.length;
    }

    /** When it was put: the instant of the store, or of the virtual clock when an execution wrote it. */
    public Instant lastModified() {
        return lastModified;
    }

    /** The MD5 of the content, in the quotes that S3 has around it. */
    public String eTag() {
        return '"' + md5() + '"';
    }

    /** The MD5 of the content in hexadecimal digits. */
    public String md5() {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("MD5").digest(content));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java platform has MD5.", e);
        }
    }

    @Override
    public String toString() {
        return "s3://" + bucket + "/" + key + " (" + size() + " bytes)";
    }
}
