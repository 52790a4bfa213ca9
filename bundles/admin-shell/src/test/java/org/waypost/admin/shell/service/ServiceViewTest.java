package org.waypost.admin.shell.service;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.waypost.admin.ServiceAdmin.Kind;
import org.waypost.admin.ServiceAdmin.Service;
import org.waypost.admin.shell.JsonText;
import org.waypost.admin.shell.Printed;

class ServiceViewTest {
    @Test
    void kindStateAndDependentsAreShown() throws Exception {
        List<Service> services = List.of(new Service("ma\u001bin", Kind.VIRTUAL_SERVER, "PAUSED", List.of()),
                new Service("metabase", Kind.MODULE, "STARTED", List.of("routing", "smtp-server")));
        String listed = Printed.by(out -> ServiceView.list(services, out));
        assertTrue(listed.contains("ma?in") && listed.contains("virtual server") && listed.contains("PAUSED")
                && listed.contains("routing, smtp-server"), listed);
        assertTrue(JsonText.of(services).contains("\"kind\": \"VIRTUAL_SERVER\""));
    }
}
