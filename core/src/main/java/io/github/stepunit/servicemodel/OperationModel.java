package io.github.stepunit.servicemodel;

import io.github.stepunit.servicemodel.Shape.Structure;
import java.util.List;
import org.apiguardian.api.API;
import org.jspecify.annotations.Nullable;

/**
 * One operation of a service.
 *
 * @param name as AWS's API has it: {@code PutItem}
 * @param request what it takes; null when it takes nothing
 * @param response what it answers; null when it answers nothing
 * @param errors the names of the errors that the model knows of, without any prefix, in alphabetical order
 */
@API(status = API.Status.EXPERIMENTAL, since = "0.1")
public record OperationModel(
        String name, @Nullable Structure request, @Nullable Structure response, List<String> errors) {
    public OperationModel {
        errors = List.copyOf(errors);
    }
}
