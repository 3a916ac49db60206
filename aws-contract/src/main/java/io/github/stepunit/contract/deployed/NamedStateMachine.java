package io.github.stepunit.contract.deployed;

import io.github.stepunit.contract.AwsCallException;
import io.github.stepunit.contract.AwsCallException.Reason;
import io.github.stepunit.contract.internal.AwsCall;
import io.github.stepunit.internal.text.DidYouMean;
import java.util.ArrayList;
import java.util.List;
import software.amazon.awssdk.services.sfn.SfnClient;
import software.amazon.awssdk.services.sfn.model.ListStateMachinesResponse;
import software.amazon.awssdk.services.sfn.model.StateMachineListItem;

/** Finds a state machine by its name, page by page. */
record NamedStateMachine(SfnClient client, String name) {

    private static final AwsCall CALL = new AwsCall("ListStateMachines", "states:ListStateMachines", "");

    String arn() {
        return CALL.answer(this::find);
    }

    private String find() {
        List<String> names = new ArrayList<>();
        for (ListStateMachinesResponse page : client.listStateMachinesPaginator()) {
            for (StateMachineListItem machine : page.stateMachines()) {
                if (machine.name().equals(name)) {
                    return machine.stateMachineArn();
                }
                names.add(machine.name());
            }
        }
        throw new AwsCallException(
                Reason.NOT_FOUND,
                "There is no state machine \"" + name + "\" among the " + names.size()
                        + " of this account and region."
                        + DidYouMean.question(name, names)
                                .map(question -> " " + question)
                                .orElse("")
                        + "\n  do      check the name, the account and AWS_REGION, or give the ARN.",
                null);
    }
}
