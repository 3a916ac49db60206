package io.github.stepunit.internal.itemreader;

import io.github.stepunit.s3.S3Object;
import io.github.stepunit.s3.S3Objects;
import org.jspecify.annotations.Nullable;

/** What the calls of S3 answer, with AWS's texts for what is not there. */
public final class S3Calls {

    /** How the SDK ends its messages; the ids are never the same on AWS either. */
    private static final String NOT_FOUND =
            " (Service: S3, Status Code: 404, Request ID: 0000000000000000, Extended Request ID: StepUnit)";

    private S3Calls() {}

    /** GetObject. */
    static S3Object get(S3Objects objects, String bucket, String key, @Nullable String versionId) {
        requireBucket(objects, bucket);
        S3Object object = objects.find(bucket, key).orElse(null);
        if (object == null) {
            throw new ItemReaderException(
                    "The specified key does not exist." + NOT_FOUND, objects.absence(bucket, key));
        }
        // Without versioning the only version of an object is called null.
        if (versionId != null && !versionId.equals("null")) {
            throw new ItemReaderException(
                    "The specified version does not exist." + NOT_FOUND,
                    "An S3Objects keeps one version of each object; its VersionId is \"null\".");
        }
        return object;
    }

    static void requireBucket(S3Objects objects, String bucket) {
        if (!objects.hasBucket(bucket)) {
            throw new ItemReaderException(noSuchBucket(), objects.absence(bucket, null));
        }
    }

    /** The message of a call for a bucket that is not there (error_handling/test_aws_sdk.test_no_such_bucket). */
    public static String noSuchBucket() {
        return "The specified bucket does not exist" + NOT_FOUND;
    }
}
