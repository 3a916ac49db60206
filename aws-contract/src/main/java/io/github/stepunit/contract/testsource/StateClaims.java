package io.github.stepunit.contract.testsource;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.stepunit.Execution;
import io.github.stepunit.MapRun;
import io.github.stepunit.MapRunCounts;
import io.github.stepunit.contract.recorded.ReplayResult;
import io.github.stepunit.contract.testsource.Argument.Json;
import io.github.stepunit.contract.testsource.Claim.Navigation;
import io.github.stepunit.history.Attempt;
import io.github.stepunit.history.Scope;
import io.github.stepunit.history.ScopeRun;
import io.github.stepunit.history.StateVisit;
import io.github.stepunit.history.VisitStatus;
import io.github.stepunit.json.JsonText;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import java.util.function.ToLongFunction;
import org.jspecify.annotations.Nullable;

/** What a test asserts of states: attempts, requests, branches and iterations. */
final class StateClaims {

    private static final int LONGEST_REQUEST = 600;
    private static final int MOST_RUNS = 4;
    private static final int MOST_STATES = 12;

    private final Execution replayed;
    private final List<Claim> claims = new ArrayList<>();

    private StateClaims(ReplayResult replay) {
        this.replayed = replay.replayed();
    }

    /** For a replay that departs nowhere. */
    static List<Claim> of(ReplayResult replay) {
        StateClaims claims = new StateClaims(replay);
        Map<String, JsonNode> requests = requests(replay);
        Map<String, List<StateVisit>> byName = new LinkedHashMap<>();
        replay.replayed().history().visits().forEach(visit -> byName.computeIfAbsent(
                        visit.name(), none -> new ArrayList<>())
                .add(visit));
        byName.forEach((name, visits) -> {
            if (visits.size() == 1) {
                claims.addOnlyVisit(visits.get(0), requests.get(name));
            } else if (visits.get(0).scope().depth() > 1 && byName.size() <= MOST_STATES) {
                claims.addDeepVisits(name, visits.size());
            }
        });
        replay.replayed().mapRuns().forEach(claims::addMapRun);
        return claims.claims;
    }

    /** How many items went well. A test looks at a Map Run by its state, of which it must be the only one. */
    private void addMapRun(MapRun mapRun) {
        addItems(mapRun, "hasSucceededItems", MapRunCounts::succeeded);
        if (mapRun.itemCounts().failed() > 0) {
            addItems(mapRun, "hasFailedItems", MapRunCounts::failed);
        }
    }

    private void addItems(MapRun mapRun, String assertion, ToLongFunction<MapRunCounts> counting) {
        String state = mapRun.stateName();
        long count = counting.applyAsLong(mapRun.itemCounts());
        add(List.of(new Navigation("mapRun", state)), assertion, List.of(count), execution -> {
            List<MapRun> runs = execution.mapRuns().stream()
                    .filter(run -> run.stateName().equals(state))
                    .toList();
            return runs.size() == 1 && counting.applyAsLong(runs.get(0).itemCounts()) == count;
        });
    }

    /** The requests of the recording, by state; where there were several, the last. */
    private static Map<String, JsonNode> requests(ReplayResult replay) {
        Map<String, JsonNode> requests = new LinkedHashMap<>();
        for (StateVisit visit : replay.recorded().history().visits()) {
            JsonNode request = request(visit);
            if (request != null) {
                requests.put(visit.name(), request);
            }
        }
        return requests;
    }

    private static @Nullable JsonNode request(StateVisit visit) {
        List<Attempt> attempts = visit.attempts();
        return attempts.isEmpty() ? null : attempts.get(attempts.size() - 1).taskInput();
    }

    private void addDeepVisits(String name, int count) {
        claims.add(new Claim(List.of(), "hasVisitedTimes", List.of(name, count), execution -> {
            return execution.history().visits().stream()
                            .filter(visit -> visit.name().equals(name))
                            .count()
                    == count;
        }));
    }

    private void addOnlyVisit(StateVisit visit, @Nullable JsonNode recordedRequest) {
        String name = visit.name();
        Navigation state = new Navigation("state", name);
        int attempts = visit.attempts().size();
        if (attempts > 1) {
            add(
                    List.of(state),
                    "wasAttempted",
                    List.of(attempts),
                    onlyVisit(name, now -> now.attempts().size() == attempts));
        }
        JsonNode request = request(visit);
        boolean worthwhile = request != null
                && Claims.equal(request, recordedRequest)
                && !Claims.equal(request, visit.input())
                && JsonText.writeCompact(request).length() <= LONGEST_REQUEST;
        if (request != null && worthwhile) {
            add(
                    List.of(state),
                    "hasTaskInput",
                    List.of(new Json(JsonStyle.readable(request))),
                    onlyVisit(name, now -> Claims.equal(request(now), request)));
        }
        if (visit.scope().parent() == null && !visit.runs().isEmpty()) {
            addRuns(visit, state);
        }
    }

    private void addRuns(StateVisit visit, Navigation state) {
        String name = visit.name();
        List<ScopeRun> runs = visit.runs();
        Scope.Kind kind = runs.get(0).scope().kind();
        if (kind == Scope.Kind.ITERATION) {
            int count = runs.size();
            add(
                    List.of(state),
                    "hasIterations",
                    List.of(count),
                    onlyVisit(name, now -> now.runs().size() == count));
        }
        String method = kind == Scope.Kind.ITERATION ? "iteration" : "branch";
        // One for each way that they went: what the others did is the same.
        Map<List<String>, Integer> ways = new LinkedHashMap<>();
        for (ScopeRun run : runs) {
            boolean cut = run.visits().stream().anyMatch(StateClaims::isCutOff);
            if (!cut && !run.visits().isEmpty()) {
                ways.putIfAbsent(path(run), run.scope().index());
            }
        }
        ways.entrySet().stream().limit(MOST_RUNS).forEach(way -> {
            int index = way.getValue();
            List<String> path = way.getKey();
            add(
                    List.of(state, new Navigation(method, index)),
                    "hasPath",
                    List.copyOf(path),
                    onlyVisit(name, now -> now.runs().stream()
                            .anyMatch(run -> run.scope().index() == index
                                    && path(run).equals(path)
                                    && run.visits().stream().noneMatch(StateClaims::isCutOff))));
        });
    }

    private static boolean isCutOff(StateVisit visit) {
        return visit.status() == VisitStatus.ABORTED || visit.status() == VisitStatus.RUNNING;
    }

    private static List<String> path(ScopeRun run) {
        return run.visits().stream().map(StateVisit::name).toList();
    }

    private void add(List<Navigation> subject, String assertion, List<Object> arguments, Predicate<Execution> holds) {
        if (holds.test(replayed)) {
            claims.add(new Claim(subject, assertion, arguments, holds));
        }
    }

    private static Predicate<Execution> onlyVisit(String name, Predicate<StateVisit> holds) {
        return execution -> {
            List<StateVisit> visits = execution.history().visits().stream()
                    .filter(visit -> visit.name().equals(name))
                    .toList();
            return visits.size() == 1 && holds.test(visits.get(0));
        };
    }
}
