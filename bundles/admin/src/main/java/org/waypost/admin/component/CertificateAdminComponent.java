package org.waypost.admin.component;

import java.time.InstantSource;
import java.util.List;
import java.util.stream.Stream;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.waypost.admin.CertificateAdmin;
import org.waypost.admin.ServerAdmin;
import org.waypost.admin.certificate.CertificateFile;
import org.waypost.admin.certificate.CertificateUseCases;
import org.waypost.admin.doctor.Facts;

/** {@link CertificateUseCases} as a service. */
@Component(service = CertificateAdmin.class, immediate = true)
public final class CertificateAdminComponent extends CertificateUseCases {
    @Activate
    public CertificateAdminComponent(@Reference Configured configured, @Reference ServerAdmin servers) {
        super(() -> files(new FactFinder(configured, servers).find()), InstantSource.system());
    }

    private static List<CertificateFile> files(Facts facts) {
        Stream<CertificateFile> servers = facts.servers().stream().filter(server -> !server.certificate().isBlank())
                .map(server -> CertificateFile.ofServer(server.name(), facts.etc(), server.certificate()));
        return Stream.concat(servers, CertificateFile.ofConsole(facts.etc()).stream()).toList();
    }
}
