package io.github.stepunit.contract.deployed;

import org.apiguardian.api.API;

/**
 * What a comparison of definitions does not count as a difference, beyond key order, blanks, defaults that are written out
 * and placeholders ({@code ${…}}), which never count.
 *
 * @param accountAndRegion partition, region and account within ARNs
 * @param arns which resource of the same kind an ARN names, and its partition, region and account
 * @param comments {@code Comment} anywhere
 */
@API(status = API.Status.EXPERIMENTAL, since = "0.1")
public record Ignoring(boolean accountAndRegion, boolean arns, boolean comments) {

    /** Ignores nothing more. */
    public static final Ignoring NOTHING = new Ignoring(false, false, false);

    /** The same, and ignores partition, region and account within ARNs. */
    public Ignoring andAccountAndRegion() {
        return new Ignoring(true, arns, comments);
    }

    /** The same, and ignores which resource an ARN names, as long as it is one of the same kind. */
    public Ignoring andArns() {
        return new Ignoring(accountAndRegion, true, comments);
    }

    /** The same, and ignores comments. */
    public Ignoring andComments() {
        return new Ignoring(accountAndRegion, arns, true);
    }
}
