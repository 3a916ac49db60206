package io.github.stepunit.internal.file;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.Test;

class TestClassesTest {

    private abstract static class Base {

        static class Inside extends Base {}
    }

    private static final class Sub extends Base {}

    @Test
    void a_nested_class_that_is_inherited_is_named_after_the_class_that_runs() {
        TestClasses classes = new TestClasses(List.of(Sub.class, Base.Inside.class));

        assertThat(classes.name()).isEqualTo("io.github.stepunit.internal.file.TestClassesTest.Sub.Inside");
        assertThat(classes.simpleName()).isEqualTo("TestClassesTest.Sub.Inside");
        assertThat(new TestClasses(List.of(Map.Entry.class)).name()).isEqualTo("java.util.Map.Entry");
    }

    @Test
    void a_test_within_a_test_is_on_until_it_ends() {
        assertThat(TestClasses.running()).isEmpty();
        TestClasses.Running outer = TestClasses.begin(List.of(Base.class));
        TestClasses.Running inner = TestClasses.begin(List.of(Sub.class));

        assertThat(TestClasses.running().map(TestClasses::innermost)).contains(Sub.class);
        inner.end();
        assertThat(TestClasses.running().map(TestClasses::innermost)).contains(Base.class);
        outer.end();
        assertThat(TestClasses.running()).isEmpty();
    }

    @Test
    void threads_of_a_test_belong_to_it_as_long_as_it_is_on() throws Exception {
        TestClasses.Running test = TestClasses.begin(List.of(Sub.class));
        ExecutorService thread = Executors.newSingleThreadExecutor();
        try {
            Callable<Optional<Class<?>>> ask = () -> TestClasses.running().map(TestClasses::innermost);

            assertThat(thread.submit(ask).get()).contains(Sub.class);
            test.end();
            assertThat(thread.submit(ask).get()).isEmpty();
        } finally {
            thread.shutdownNow();
        }
    }
}
