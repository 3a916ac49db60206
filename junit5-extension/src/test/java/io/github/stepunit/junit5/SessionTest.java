package io.github.stepunit.junit5;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.platform.engine.discovery.DiscoverySelectors.selectClass;

import io.github.stepunit.StateMachine;
import io.github.stepunit.definition.StateMachineDefinition;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.platform.launcher.LauncherDiscoveryRequest;
import org.junit.platform.launcher.LauncherSession;
import org.junit.platform.launcher.core.LauncherConfig;
import org.junit.platform.launcher.core.LauncherDiscoveryRequestBuilder;
import org.junit.platform.launcher.core.LauncherFactory;

/** What several runs of JUnit in one session share, as mutation makes them, and Surefire in a fork. */
class SessionTest {

    private static final List<StateMachineDefinition> SEEN = new ArrayList<>();

    @StepFunctionTest("order.asl.json")
    static class SeenTestCase {

        @Test
        void sees(StateMachine orders) {
            SEEN.add(orders.definition());
        }
    }

    @Test
    void a_definition_is_loaded_once() {
        SEEN.clear();
        LauncherDiscoveryRequest request = LauncherDiscoveryRequestBuilder.request()
                .selectors(selectClass(SeenTestCase.class))
                .build();
        LauncherConfig alone = LauncherConfig.builder()
                .enableTestExecutionListenerAutoRegistration(false)
                .build();
        try (LauncherSession session = LauncherFactory.openSession(alone)) {
            session.getLauncher().execute(request);
            session.getLauncher().execute(request);
        }
        try (LauncherSession another = LauncherFactory.openSession(alone)) {
            another.getLauncher().execute(request);
        }
        assertThat(SEEN).hasSize(3);
        assertThat(SEEN.get(1)).isSameAs(SEEN.get(0));
        assertThat(SEEN.get(2)).isNotSameAs(SEEN.get(0));
    }
}
