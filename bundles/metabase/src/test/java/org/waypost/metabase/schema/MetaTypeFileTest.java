package org.waypost.metabase.schema;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.waypost.metabase.PropertySchema;
import org.waypost.metabase.Value;

class MetaTypeFileTest {
    private static final String FILE = """
            <metatype:MetaData xmlns:metatype="http://www.osgi.org/xmlns/metatype/v1.2.0">
              <OCD id="x">
                <AD id="servers" type="String" cardinality="2147483647" description="all" default=""/>
                <AD id="timeout" type="Integer" min="1" max="60" description="s" default="5"/>
                <AD id="size" type="Long" min="0" default="7"/>
                <AD id="on" type="Boolean" default="false"/>
                <AD id="tls" type="String" default="off"><Option label="a" value="off"/><Option label="b" value="on"/></AD>
              </OCD>
              <Designate factoryPid="org.waypost.x"><Object ocdref="x"/></Designate>
            </metatype:MetaData>
            """;

    @Test
    void typesRangesOptionsAndDefaultsAreRead() throws IOException {
        KeyType type = type();
        assertEquals("org.waypost.x", type.pid());
        assertTrue(type.factory());
        assertEquals(new PropertySchema("timeout", "number", Optional.of(1L), Optional.of(60L), List.of(), "5", "s"),
                type.attributes().get("timeout").schema());
        assertEquals(List.of("off", "on"), type.attributes().get("tls").schema().options());
        assertEquals("texts", type.attributes().get("servers").schema().type());
        assertEquals("flag", type.attributes().get("on").schema().type());
    }

    @Test
    void valuesBecomeWhatTheComponentReads() throws IOException {
        assertEquals(Optional.of(60), convert("timeout", new Value.Number(60)));
        assertEquals(Optional.of(60), convert("timeout", new Value.Text(" 60 ")));
        assertEquals(Optional.empty(), convert("timeout", new Value.Number(61)));
        assertEquals(Optional.empty(), convert("timeout", new Value.Number((1L << 32) + 5)));
        assertEquals(Optional.empty(), convert("timeout", new Value.Text("five")));
        assertEquals(Optional.of(1L << 40), convert("size", new Value.Number(1L << 40)));
        assertEquals(Optional.empty(), convert("size", new Value.Number(-1)));
        assertEquals(Optional.of(true), convert("on", new Value.Text("true")));
        assertEquals(Optional.empty(), convert("on", new Value.Text("yes")));
        assertEquals(Optional.of("on"), convert("tls", new Value.Text("on")));
        assertEquals(Optional.empty(), convert("tls", new Value.Text("maybe")));
        assertArrayEquals(new String[] {"a", "b"}, (String[]) convert("servers", new Value.Text("a, b,")).orElseThrow());
        assertArrayEquals(new String[] {"a, b"}, (String[]) convert("servers", new Value.Texts(List.of("a, b"))).orElseThrow());
    }

    @Test
    void whatIsAllowedIsSaidInWords() throws IOException {
        assertEquals("a whole number from 1 to 60", type().attributes().get("timeout").allowed());
        assertEquals("a whole number from 0", type().attributes().get("size").allowed());
        assertEquals("one of off, on", type().attributes().get("tls").allowed());
        assertEquals("true or false", type().attributes().get("on").allowed());
    }

    @Test
    void anotherFileIsRefused() {
        assertThrows(IOException.class, () -> MetaTypeFile.read(new ByteArrayInputStream("<!DOCTYPE a><a/>".getBytes(StandardCharsets.UTF_8))));
    }

    private static Optional<Object> convert(String property, Value value) throws IOException {
        return type().attributes().get(property).convert(value);
    }

    private static KeyType type() throws IOException {
        return MetaTypeFile.read(new ByteArrayInputStream(FILE.getBytes(StandardCharsets.UTF_8))).get(0);
    }
}
