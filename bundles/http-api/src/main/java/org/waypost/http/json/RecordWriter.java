package org.waypost.http.json;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.databind.JsonSerializer;
import com.fasterxml.jackson.databind.Module;
import com.fasterxml.jackson.databind.SerializerProvider;
import com.fasterxml.jackson.databind.module.SimpleModule;
import com.fasterxml.jackson.databind.ser.std.ToStringSerializer;
import java.io.IOException;
import java.lang.reflect.RecordComponent;
import org.waypost.mail.Address;
import org.waypost.mail.EnhancedStatus;
import org.waypost.mail.MessageId;
import org.waypost.metabase.MetabaseKey;
import org.waypost.metabase.Value;

/** Writes the components of a record and no more, whatever else it can be asked. */
final class RecordWriter extends JsonSerializer<Record> {
    static Module module() {
        return new SimpleModule("waypost").addSerializer(Record.class, new RecordWriter())
                .addSerializer(MessageId.class, ToStringSerializer.instance)
                .addSerializer(Address.class, ToStringSerializer.instance)
                .addSerializer(EnhancedStatus.class, ToStringSerializer.instance)
                .addSerializer(MetabaseKey.class, ToStringSerializer.instance)
                .addSerializer(Value.Secret.class, new NothingOfSecrets());
    }

    @Override
    public void serialize(Record value, JsonGenerator out, SerializerProvider provider) throws IOException {
        out.writeStartObject();
        for (RecordComponent component : value.getClass().getRecordComponents()) {
            out.writeFieldName(component.getName());
            provider.defaultSerializeValue(read(value, component), out);
        }
        out.writeEndObject();
    }

    private static Object read(Record value, RecordComponent component) throws IOException {
        try {
            component.getAccessor().setAccessible(true);
            return component.getAccessor().invoke(value);
        } catch (ReflectiveOperationException e) {
            throw new IOException("no record that can be read: " + value.getClass(), e);
        }
    }

    /** Whatever comes to hold one. */
    private static final class NothingOfSecrets extends JsonSerializer<Value.Secret> {
        @Override
        public void serialize(Value.Secret value, JsonGenerator out, SerializerProvider provider) throws IOException {
            out.writeNull();
        }
    }
}
