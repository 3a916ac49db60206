package io.github.stepunit.contract.model;

import io.github.stepunit.servicemodel.Shape;
import io.github.stepunit.servicemodel.Shape.Member;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Two models of one thing. StepUnit's table tells what is required and how long things may be, which the SDK's classes do
 * not; those may be newer than the table, and know members and values that it does not.
 */
final class MergedShapes {

    private MergedShapes() {}

    static Shape.@Nullable Structure merge(Shape.@Nullable Structure table, Shape.@Nullable Structure sdk) {
        if (table == null || sdk == null) {
            return table == null ? sdk : table;
        }
        Map<String, Member> members = new LinkedHashMap<>(table.members());
        sdk.members()
                .forEach((name, other) -> members.merge(
                        name,
                        // What only the newer one has may be required; but nobody can tell for most services.
                        new Member(false, other.lookUp()),
                        (known, more) -> new Member(known.isRequired(), () -> merge(known.shape(), more.shape()))));
        return new Shape.Structure(members);
    }

    private static Shape merge(Shape table, Shape sdk) {
        if (table instanceof Shape.Structure one && sdk instanceof Shape.Structure other) {
            Shape.Structure both = merge(one, other);
            return both == null ? table : both;
        }
        if (table instanceof Shape.Array one && sdk instanceof Shape.Array other) {
            return new Shape.Array(() -> merge(one.item().get(), other.item().get()), one.range());
        }
        if (table instanceof Shape.Dictionary one && sdk instanceof Shape.Dictionary other) {
            return new Shape.Dictionary(
                    () -> merge(one.value().get(), other.value().get()));
        }
        if (table instanceof Shape.Scalar one && sdk instanceof Shape.Scalar other) {
            return new Shape.Scalar(one.type(), one.range(), union(one.values(), other.values()));
        }
        return table;
    }

    private static List<String> union(List<String> known, List<String> more) {
        if (known.isEmpty()) {
            return known;
        }
        Set<String> all = new LinkedHashSet<>(known);
        all.addAll(more);
        return List.copyOf(all);
    }
}
