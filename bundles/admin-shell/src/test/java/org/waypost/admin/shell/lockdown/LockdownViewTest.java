package org.waypost.admin.shell.lockdown;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.waypost.admin.LockdownAdmin.Closing;
import org.waypost.admin.LockdownAdmin.Door;
import org.waypost.admin.LockdownAdmin.Listening;
import org.waypost.admin.shell.Printed;

class LockdownViewTest {
    @Test
    void whatListensIsShownWithTheAdviceBelowIt() throws Exception {
        String listed = Printed.by(out -> LockdownView.list(List.of(
                new Listening("main", "0.0.0.0", 25, false, "virtual server main", true, "", false),
                new Listening("jmx", "127.0.0.1", 1099, true, "JMX", false, "Stop it.", true),
                new Listening("jmx", "127.0.0.1", 44444, true, "JMX", false, "Stop it.", true)), out));
        assertTrue(listed.contains("virtual server main") && listed.contains("others") && listed.contains("here"), listed);
        assertEquals(1, listed.lines().filter("jmx: Stop it."::equals).count(), listed);
    }

    @Test
    void whatWasDoneIsToldApart() throws Exception {
        String printed = Printed.by(out -> LockdownView.closings("done", List.of(new Closing("jmx", true, "The JMX is closed."),
                new Closing("shell", false, "The shell was left.")), out));
        assertEquals(List.of("done: The JMX is closed.", "not: The shell was left."), printed.lines().toList());
    }

    @Test
    void thePrincipalTellsTheDoor() {
        assertEquals(Optional.of(new Door("shell", true)), CameBy.of("ssh(/127.0.0.1:40322)"));
        assertEquals(Optional.of(new Door("shell", true)), CameBy.of("ssh(/[0:0:0:0:0:0:0:1]:40322)"));
        assertEquals(Optional.of(new Door("shell", false)), CameBy.of("ssh(/192.0.2.7:40322)"));
        assertEquals(Optional.of(new Door("shell", false)), CameBy.of("ssh(client.test/192.0.2.7:40322)"));
        assertEquals(Optional.empty(), CameBy.of("local(localhost)"));
        assertEquals(Optional.empty(), CameBy.of("admin"));
    }
}
