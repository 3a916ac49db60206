package io.github.stepunit.loader;

import io.github.stepunit.internal.text.DidYouMean;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Picks one of the machines in a file, or shows them all. */
final class MachineChoice {

    private static final int MOST_SHOWN = 30;

    private MachineChoice() {}

    static FoundMachine only(String file, List<FoundMachine> machines) {
        if (machines.size() == 1) {
            return machines.get(0);
        }
        throw new DefinitionLoadException(file + " holds " + machines.size() + " state machines. Which one?\n"
                + list(machines) + "\n  do      name it: load(\""
                + machines.get(0).id() + "\"), or machine = \""
                + machines.get(0).id() + "\" in @StepFunctionTest.");
    }

    static FoundMachine named(String asked, String file, List<FoundMachine> machines) {
        // An id wins over a name that another machine has.
        List<FoundMachine> found =
                machines.stream().filter(each -> each.id().equals(asked)).toList();
        if (found.isEmpty()) {
            found = machines.stream().filter(each -> each.isCalled(asked)).toList();
        }
        if (found.size() == 1) {
            return found.get(0);
        }
        if (found.isEmpty()) {
            List<String> names =
                    machines.stream().flatMap(each -> each.names().stream()).toList();
            String question = DidYouMean.question(asked, names)
                    .or(() -> beginningAlike(asked, names))
                    .map(each -> " " + each)
                    .orElse("");
            throw new DefinitionLoadException(
                    file + " has no state machine `" + asked + "`." + question + " It holds:\n" + list(machines));
        }
        throw new DefinitionLoadException(file + " has " + found.size() + " state machines `" + asked + "`:\n"
                + list(found) + "\n  do      say which by another of its names.");
    }

    /** {@code Bookings} for {@code BookingStateMachine}: most of it is how one of the names begins. */
    private static Optional<String> beginningAlike(String asked, List<String> names) {
        String word = asked.toLowerCase(Locale.ROOT);
        int most = Math.max(3, (word.length() * 3 + 3) / 4);
        return names.stream()
                .filter(name ->
                        word.length() >= most && name.toLowerCase(Locale.ROOT).startsWith(word.substring(0, most)))
                .findFirst()
                .map(name -> "Did you mean \"" + name + "\"?");
    }

    private static String list(List<FoundMachine> machines) {
        int widest = machines.stream()
                .limit(MOST_SHOWN)
                .mapToInt(each -> each.id().length())
                .max()
                .orElse(0);
        StringBuilder list = new StringBuilder();
        machines.stream().limit(MOST_SHOWN).forEach(each -> {
            list.append("  ")
                    .append(each.id())
                    .append(" ".repeat(widest - each.id().length()));
            list.append("  ").append(each.mark());
            List<String> others = each.names().subList(1, each.names().size());
            if (!others.isEmpty()) {
                list.append("  (").append(String.join(", ", others)).append(')');
            }
            list.append('\n');
        });
        if (machines.size() > MOST_SHOWN) {
            list.append("  … and ").append(machines.size() - MOST_SHOWN).append(" more\n");
        }
        return list.toString().stripTrailing();
    }
}
