package org.waypost.http.resource;

import java.util.List;
import org.waypost.admin.CertificateAdmin;
import org.waypost.admin.OverviewAdmin;
import org.waypost.http.route.Reply;
import org.waypost.http.route.Route;

/** The server as a whole: what goes on, and the certificates it shows. */
record OverviewRoutes(Late<OverviewAdmin> overview, Late<CertificateAdmin> certificates) {
    List<Route> routes() {
        return List.of(
                Route.get("/overview", "Shows what goes on and what is wrong: rates of the last minutes, queues by state, problems.",
                        call -> Reply.of(overview.ask(OverviewAdmin::overview))),
                Route.get("/certificates", "Lists the certificates that virtual servers and the console show, and when they end.",
                        call -> Reply.of(certificates.ask(CertificateAdmin::certificates))));
    }
}
