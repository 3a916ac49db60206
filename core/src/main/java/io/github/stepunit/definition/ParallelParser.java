package io.github.stepunit.definition;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** Parses a Parallel state. */
final class ParallelParser {

    private static final Set<String> BRANCH_FIELDS = Set.of("Comment", "StartAt", "States");

    private final Parsing parsing;

    ParallelParser(Parsing parsing) {
        this.parsing = parsing;
    }

    ParallelState parse(StateHeader header, FieldReader fields, QueryFields queries) {
        fields.require("Branches");
        GraphParser graphs = new GraphParser(parsing);
        List<StateGraph> branches = new ArrayList<>();
        for (FieldReader branch : fields.someObjects("Branches")) {
            branch.allow(BRANCH_FIELDS);
            branch.text("Comment");
            branches.add(graphs.parseNested(branch));
        }
        return new ParallelState(
                header, queries.dataFlowOfWork(), branches, ErrorHandlingParser.parse(fields, queries));
    }
}
