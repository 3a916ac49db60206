package io.github.stepunit.contract.model;

import java.util.List;
import org.apiguardian.api.API;

/** A fault of the definition or of a mock: a request, an answer or an error that the service's model does not have. */
@API(status = API.Status.EXPERIMENTAL, since = "0.1")
public final class ServiceModelException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final transient List<ModelProblem> problems;

    ServiceModelException(String message, List<ModelProblem> problems) {
        super(message);
        this.problems = List.copyOf(problems);
    }

    /** What is wrong. */
    public List<ModelProblem> problems() {
        return problems;
    }
}
