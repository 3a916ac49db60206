package it;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;

import com.sun.management.HotSpotDiagnosticMXBean;
import io.github.stepunit.StateMachine;
import io.github.stepunit.junit5.StepFunctionTest;
import java.lang.management.ManagementFactory;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@StepFunctionTest("statemachines/order.asl.json")
class OrderTest {

    /** Without what Surefire is told, no test passes, and there are no mutants. */
    @BeforeEach
    void settings() {
        assertEquals("by argLine", System.getProperty("line"));
        assertEquals("in default-test", System.getProperty("variable"));
        assertEquals("none", System.getenv("ORDERS"));
        assertEquals("never", System.getProperty("stepunit.snapshots"));
        HotSpotDiagnosticMXBean jvm = ManagementFactory.getPlatformMXBean(HotSpotDiagnosticMXBean.class);
        assertEquals("1", jvm.getVMOption("TieredStopAtLevel").getValue());
    }

    @Test
    void a_large_order_is_large(StateMachine machine) {
        assertEquals("\"large\"", machine.start("{'total': 101}").output().toString());
    }

    @Test
    void a_small_order_ends(StateMachine machine) {
        assertNotNull(machine.start("{'total': 5}").output());
    }
}
