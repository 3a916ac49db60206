package io.github.stepunit.explanation;

import io.github.stepunit.history.Attempt;
import io.github.stepunit.history.ExecutionHistory;
import io.github.stepunit.history.Scope;
import io.github.stepunit.history.ScopeRun;
import io.github.stepunit.history.StateVisit;
import io.github.stepunit.history.Trace;
import io.github.stepunit.history.VisitStatus;
import io.github.stepunit.internal.text.MermaidText;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apiguardian.api.API;

/**
 * The walked path as a Mermaid flowchart, which GitHub and GitLab draw in comments and Markdown files: the states that were
 * visited, with how often and how they ended, and the transitions between them. Iterations of a Map are drawn upon each
 * other.
 */
@API(status = API.Status.INTERNAL, since = "0.1")
public final class MermaidWalk {

    /** One walked state of a machine: that of all iterations, or of one branch. */
    private static final class Node {

        private final String id;
        private final String name;
        private final Map<String, Level> inner = new LinkedHashMap<>();
        private int visits;
        private VisitStatus outcome = VisitStatus.SUCCEEDED;

        private Node(String id, String name) {
            this.id = id;
            this.name = name;
        }
    }

    /** A walked transition. */
    private record Edge(String from, String to, String way) {}

    /** The walked states of one machine. */
    private static final class Level {

        private final Map<String, Node> nodes = new LinkedHashMap<>();
        private final Set<String> starts = new LinkedHashSet<>();
        private final Map<Edge, Integer> edges = new LinkedHashMap<>();
    }

    private final StringBuilder text = new StringBuilder("flowchart TD\n");
    private final Level top = new Level();
    private int ids;

    private MermaidWalk(ExecutionHistory history) {
        add(
                history.visits().stream()
                        .filter(visit -> visit.scope().parent() == null)
                        .toList(),
                top);
    }

    /** The flowchart, without a fence around it; lines end with {@code \n}. */
    public static String of(ExecutionHistory history) {
        return new MermaidWalk(history).render();
    }

    private void add(List<StateVisit> visits, Level level) {
        StateVisit before = null;
        for (StateVisit visit : visits) {
            Node node = level.nodes.computeIfAbsent(visit.name(), name -> new Node("n" + ids++, name));
            node.visits++;
            node.outcome = node.outcome.worse(visit.status());
            if (before == null) {
                level.starts.add(node.id);
            } else {
                Node from = level.nodes.get(before.name());
                level.edges.merge(new Edge(from == null ? node.id : from.id, node.id, way(before)), 1, Integer::sum);
            }
            before = visit;
            for (Attempt attempt : visit.attempts()) {
                for (ScopeRun run : attempt.runs()) {
                    boolean branch = run.scope().kind() == Scope.Kind.BRANCH;
                    String title = branch ? "branch " + run.scope().index() : "iterations";
                    add(run.visits(), node.inner.computeIfAbsent(title, each -> new Level()));
                }
            }
        }
    }

    /** By which rule or catcher the state was left; empty for Next. */
    private static String way(StateVisit visit) {
        Trace.Caught caught = visit.caught();
        if (caught != null) {
            return "Catch " + caught.catcher() + ": " + caught.error();
        }
        Integer rule = visit.matchedRule();
        return rule != null ? "rule " + rule : visit.tookDefault() ? "Default" : "";
    }

    private String render() {
        text.append("  start((\" \"))\n");
        level(top, "  ");
        top.starts.forEach(first -> text.append("  start --> ").append(first).append('\n'));
        edges(top);
        text.append("  classDef caught fill:#fff3dc,stroke:#a86400,color:#3a2500\n")
                .append("  classDef failed fill:#fdeaed,stroke:#c2334d,color:#45101a\n")
                .append("  classDef stopped fill:#e9eefc,stroke:#3658c9,color:#16265c\n")
                .append("  classDef walked fill:#e7f5ec,stroke:#1a7f4b,color:#14301f\n");
        classes(top);
        return text.toString();
    }

    private void level(Level level, String indent) {
        for (Node node : level.nodes.values()) {
            String title =
                    "[\"" + MermaidText.label(node.name) + (node.visits > 1 ? " · " + node.visits + "×" : "") + "\"]";
            if (node.inner.isEmpty()) {
                text.append(indent).append(node.id).append(title).append('\n');
                continue;
            }
            text.append(indent)
                    .append("subgraph ")
                    .append(node.id)
                    .append(' ')
                    .append(title)
                    .append('\n');
            int number = 0;
            for (Map.Entry<String, Level> inner : node.inner.entrySet()) {
                String box = node.id + "b" + number++;
                text.append(indent)
                        .append("  subgraph ")
                        .append(box)
                        .append(" [\"")
                        .append(inner.getKey())
                        .append("\"]\n");
                level(inner.getValue(), indent + "    ");
                text.append(indent).append("  end\n");
            }
            text.append(indent).append("end\n");
        }
    }

    private void edges(Level level) {
        level.edges.forEach((edge, count) -> {
            String times = count > 1 ? count + "×" : "";
            String separator = edge.way.isEmpty() || times.isEmpty() ? "" : " · ";
            String label = MermaidText.label(edge.way) + separator + times;
            text.append("  ")
                    .append(edge.from)
                    .append(label.isEmpty() ? " --> " : " -->|\"" + label + "\"| ")
                    .append(edge.to)
                    .append('\n');
        });
        level.nodes.values().forEach(node -> node.inner.values().forEach(this::edges));
    }

    private void classes(Level level) {
        for (Node node : level.nodes.values()) {
            text.append("  class ")
                    .append(node.id)
                    .append(' ')
                    .append(cssClass(node.outcome))
                    .append('\n');
            node.inner.values().forEach(this::classes);
        }
    }

    private static String cssClass(VisitStatus status) {
        return switch (status) {
            case SUCCEEDED -> "walked";
            case CAUGHT -> "caught";
            case FAILED -> "failed";
            case ABORTED, RUNNING -> "stopped";
        };
    }
}
