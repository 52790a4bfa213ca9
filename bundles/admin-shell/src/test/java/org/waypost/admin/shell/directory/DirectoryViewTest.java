package org.waypost.admin.shell.directory;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.waypost.admin.DirectoryAdmin;
import org.waypost.admin.shell.Printed;
import org.waypost.directory.DirectoryStatus;
import org.waypost.directory.Entry;

class DirectoryViewTest {
    private static final DirectoryStatus STATUS = new DirectoryStatus(
            List.of(new DirectoryStatus.Server("ldap://a", "DOMAIN", "OpenLDAP", "UP", "", true, 3),
                    new DirectoryStatus.Server("ldap://b", "DOMAIN", "", "DOWN", "connection \u001brefused", false, 0)),
            List.of("policies by syncrepl of ldap://a"), new DirectoryStatus.Cache(10, 2, 100, 7, 5));

    @Test
    void theOverviewCountsServersThatAreUp() throws Exception {
        String shown = Printed.by(out -> DirectoryView.overview(
                new DirectoryAdmin.Overview("waypost", true, "cn=Configuration", "dc=example", STATUS), out));
        assertTrue(shown.contains("1 of 2 up") && shown.contains("policies by syncrepl") && shown.contains("2 of them nobody"), shown);
    }

    @Test
    void aServerThatIsDownSaysWhy() throws Exception {
        String shown = Printed.by(out -> DirectoryView.servers(STATUS.servers(), out));
        assertTrue(shown.contains("connection ?refused"), shown);
    }

    @Test
    void aPasswordIsNotShown() throws Exception {
        Entry entry = new Entry("uid=a", new UUID(0, 1), Map.of("USERPASSWORD", List.of("{SSHA}x")));
        assertTrue(Printed.by(out -> DirectoryView.entries(List.of(entry), 5, out)).contains("USERPASSWORD: ***"));
    }

    @Test
    void entriesArePrintedWithoutWhatSteersATerminal() throws Exception {
        Entry entry = new Entry("uid=a", new UUID(0, 1), Map.of("mail", List.of("a@b", "c\u001b@d")));
        assertEquals(List.of("dn: uid=a", "  mail: a@b", "  mail: c?@d", "1 entry. There may be more; --limit asks for them."),
                Printed.by(out -> DirectoryView.entries(List.of(entry), 1, out)).lines().toList());
    }
}
