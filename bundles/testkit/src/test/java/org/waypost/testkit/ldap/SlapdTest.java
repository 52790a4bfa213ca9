package org.waypost.testkit.ldap;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.file.Path;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SlapdTest {
    @Test
    void dataAndPortStayThroughAKill(@TempDir Path folder) throws Exception {
        Assumptions.assumeTrue(Slapd.isInstalled(), "slapd is not installed");
        try (Slapd slapd = Slapd.startWithBase(Slapd.Setup.in(folder))) {
            slapd.kill();
            slapd.start();
            try (var connection = slapd.connect()) {
                assertEquals("People", connection.getEntry("ou=People," + Slapd.SUFFIX).getAttributeValue("ou"));
            }
        }
    }
}
