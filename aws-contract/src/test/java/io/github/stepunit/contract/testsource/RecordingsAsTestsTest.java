package io.github.stepunit.contract.testsource;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.stepunit.StateMachine;
import io.github.stepunit.contract.recorded.Conformance;
import io.github.stepunit.contract.recorded.SecretRules;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.NullUnmarked;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The recorded executions of the conformance data set as tests: compiled, and run against their definitions. */
@NullUnmarked // the folder is injected
class RecordingsAsTestsTest {

    @TempDir
    Path folder;

    @Test
    void each_recording_that_replays_becomes_a_test_that_compiles_and_passes() throws Exception {
        List<TestSource> tests = new ArrayList<>();
        List<String> departing = new ArrayList<>();
        for (Conformance each : Conformance.replayable()) {
            Path definition = folder.resolve("definition" + tests.size() + ".asl.json");
            Files.writeString(definition, each.definition());
            TestSource test = TestGenerator.of(StateMachine.load(definition))
                    .inPackage("generated")
                    .named("Recorded" + tests.size() + "Test")
                    .masking(SecretRules.NONE)
                    .replaying(each::settings)
                    .generate(each.recording());
            test.departures().forEach(departure -> departing.add(each.id() + "\n" + departure));
            tests.add(test);
        }
        GeneratedTests generated = new GeneratedTests(folder.resolve("classes"));

        Map<String, String> errors = generated.compile(tests);
        Map<String, String> failures = errors.isEmpty() ? generated.run(tests) : Map.of();

        System.out.println(
                "recordings as tests: " + (tests.size() - errors.size()) + " of " + tests.size() + " compile, "
                        + (errors.isEmpty() ? tests.size() - failures.size() : 0) + " pass against their definition");
        assertThat(departing).isEmpty();
        assertThat(errors).isEmpty();
        assertThat(failures).isEmpty();
    }
}
