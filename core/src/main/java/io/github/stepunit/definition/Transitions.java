package io.github.stepunit.definition;

import io.github.stepunit.definition.Transition.Kind;
import java.util.ArrayList;
import java.util.List;

/** Lists the transitions that several state types share. */
final class Transitions {

    private Transitions() {}

    static List<Transition> next(StateHeader header) {
        return header.next() == null
                ? List.of()
                : List.of(new Transition(
                        Kind.NEXT, 0, header.next(), header.pointer().field("Next")));
    }

    static List<Transition> nextAndCatchers(StateHeader header, List<Catcher> catchers) {
        List<Transition> all = new ArrayList<>(next(header));
        for (int i = 0; i < catchers.size(); i++) {
            Catcher catcher = catchers.get(i);
            all.add(new Transition(
                    Kind.CATCHER, i, catcher.next(), catcher.pointer().field("Next")));
        }
        return List.copyOf(all);
    }
}
