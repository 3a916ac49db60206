package io.github.stepunit.junit5;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Inherited;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.apiguardian.api.API;

/**
 * Names a {@link StepFunctionTestInterceptor} for the tests of a class or a method. Meant as a meta-annotation: the
 * interceptor finds its own annotation by the context that it is given.
 */
@API(status = API.Status.EXPERIMENTAL, since = "0.1")
@Documented
@Inherited
@Retention(RetentionPolicy.RUNTIME)
@Target({ElementType.TYPE, ElementType.METHOD, ElementType.ANNOTATION_TYPE})
public @interface InterceptedBy {

    /** The interceptor. */
    Class<? extends StepFunctionTestInterceptor> value();
}
