package org.waypost.admin.shell.lockdown;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.waypost.admin.LockdownAdmin.Listening;
import org.waypost.admin.shell.Printed;

class LockdownViewTest {
    @Test
    void whatListensIsShownWithTheAdviceBelowIt() throws Exception {
        String listed = Printed.by(out -> LockdownView.list(List.of(new Listening("0.0.0.0", 25, false, "virtual server main", true, ""),
                new Listening("127.0.0.1", 1099, true, "JMX registry", false, "Stop it.")), out));
        assertTrue(listed.contains("virtual server main") && listed.contains("others") && listed.contains("this machine"), listed);
        assertTrue(listed.lines().anyMatch("Port 1099 (JMX registry): Stop it."::equals), listed);
    }
}
