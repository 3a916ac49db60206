package io.github.stepunit.lambda;

import com.amazonaws.services.lambda.runtime.CustomPojoSerializer;
import com.amazonaws.services.lambda.runtime.serialization.PojoSerializer;
import com.amazonaws.services.lambda.runtime.serialization.events.LambdaEventSerializers;
import com.amazonaws.services.lambda.runtime.serialization.factories.JacksonFactory;
import java.io.InputStream;
import java.io.OutputStream;
import java.lang.reflect.Type;
import java.util.Iterator;
import java.util.ServiceLoader;
import org.jspecify.annotations.Nullable;

/**
 * JSON to and from one type, by the library that Lambda's Java runtime uses, and chosen as it does: the function's own
 * {@link CustomPojoSerializer}, else what is made for an event of AWS, else its Jackson.
 */
final class JsonBinding {

    private final @Nullable CustomPojoSerializer own;
    private final Type type;
    private final ClassLoader loader;

    private JsonBinding(@Nullable CustomPojoSerializer own, Type type, ClassLoader loader) {
        this.own = own;
        this.type = type;
        this.loader = loader;
    }

    static JsonBinding of(Type type, ClassLoader loader) {
        Iterator<CustomPojoSerializer> found =
                ServiceLoader.load(CustomPojoSerializer.class, loader).iterator();
        CustomPojoSerializer own = found.hasNext() ? found.next() : null;
        if (found.hasNext()) {
            throw LambdaErrors.twoSerializers();
        }
        return new JsonBinding(own, type, loader);
    }

    @Nullable
    Object read(InputStream json) {
        return own == null ? serializer().fromJson(json) : own.fromJson(json, type);
    }

    void write(@Nullable Object value, OutputStream json) {
        if (own == null) {
            serializer().toJson(value, json);
        } else {
            own.toJson(value, json, type);
        }
    }

    /** Made when asked for: a type that cannot be read fails the function, as it does on AWS. */
    @SuppressWarnings("unchecked")
    private PojoSerializer<@Nullable Object> serializer() {
        boolean isEvent =
                type instanceof Class<?> event && LambdaEventSerializers.isLambdaSupportedEvent(event.getName());
        PojoSerializer<?> found = isEvent
                ? LambdaEventSerializers.serializerFor((Class<?>) type, loader)
                : JacksonFactory.getInstance().getSerializer(type);
        return (PojoSerializer<@Nullable Object>) found;
    }
}
