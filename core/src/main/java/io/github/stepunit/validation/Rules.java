package io.github.stepunit.validation;

import java.util.List;

/** All rules. */
final class Rules {

    static final List<Rule> ALL = List.of(
            new NoDollarRule(),
            new NoPathRule(),
            new PassResultRule(),
            new NeverRaisedErrorRule(),
            new NeverCaughtErrorRule(),
            ShadowedEntryRule.ofRetriers(),
            ShadowedEntryRule.ofCatchers(),
            new TimeoutNotCaughtRule(),
            new ChoiceWithoutDefaultRule(),
            new ChoiceRuleNeverUsedRule(),
            CallbackRules.withoutTimeout(),
            CallbackRules.tokenNotPassed(),
            TimeRules.heartbeatNotBelowTimeout(),
            TimeRules.retriesOutlastTimeout(),
            TimeRules.waitOutlastsTimeout(),
            LoopRules.endless(),
            new NeverReachedRule(),
            VariableRules.neverRead(),
            new UndefinedVariableRule(),
            VariableRules.duplicateName(),
            new ResultFieldRule(),
            PlaceholderRules.left(),
            PlaceholderRules.notOnAws(),
            TaskRules.lambdaWithoutRetry(),
            TaskRules.withoutTimeout(),
            LoopRules.withoutWait());

    private Rules() {}
}
