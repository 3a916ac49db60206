package io.github.stepunit.junit5;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Inherited;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.apiguardian.api.API;

/**
 * When the virtual clock of the tests starts, where the day matters: the end of a month, the hour that summer time takes.
 *
 * <pre>{@code
 * @VirtualTime(start = "2026-03-29T00:30:00Z")
 * @Test
 * void the_night_of_the_change(StateMachine billing) { … }
 * }</pre>
 *
 * <p>On a class for its tests, on a method for that, which goes before. Holds for {@code @Nested} classes, and for the
 * machines that the tested one starts, since they share its clock.
 */
@API(status = API.Status.EXPERIMENTAL, since = "0.1")
@Documented
@Inherited
@Retention(RetentionPolicy.RUNTIME)
@Target({ElementType.TYPE, ElementType.METHOD, ElementType.ANNOTATION_TYPE})
@InterceptedBy(VirtualTimeInterceptor.class)
public @interface VirtualTime {

    /** The instant, in UTC or with an offset: {@code 2026-03-29T00:30:00Z}, {@code 2026-03-29T01:30:00+01:00}. */
    String start();
}
