package org.waypost.directory.ldap.contract;

import java.nio.file.Path;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.io.TempDir;
import org.waypost.testkit.directory.DirectoryContract;
import org.waypost.testkit.directory.DirectoryPeer;
import org.waypost.testkit.ldap.Slapd;

/** The contract with an OpenLDAP that names what is there, not what was deleted. */
class SlapdPresentPhaseContractTest extends DirectoryContract {
    private static SlapdPeer peer;

    @BeforeAll
    static void start(@TempDir Path folder) {
        Assumptions.assumeTrue(Slapd.isInstalled(), "slapd is not installed");
        peer = new SlapdPeer(Slapd.Setup.in(folder).withoutSessionLog());
    }

    @AfterAll
    static void stop() {
        if (peer != null) {
            peer.close();
        }
    }

    @Override
    protected DirectoryPeer peer() {
        return peer;
    }
}
