package org.waypost.itests.wiring;

import static org.ops4j.pax.exam.karaf.options.KarafDistributionOption.configureConsole;
import static org.ops4j.pax.exam.karaf.options.KarafDistributionOption.editConfigurationFilePut;
import static org.ops4j.pax.exam.karaf.options.KarafDistributionOption.karafDistributionConfiguration;
import static org.ops4j.pax.exam.karaf.options.KarafDistributionOption.replaceConfigurationFile;
import static org.ops4j.pax.exam.CoreOptions.systemTimeout;
import static org.ops4j.pax.exam.CoreOptions.vmOptions;

import java.io.File;
import java.io.IOException;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.util.Properties;
import java.util.stream.Stream;
import org.ops4j.pax.exam.Option;
import org.waypost.itests.harness.Checkout;
import org.waypost.itests.harness.OrganizationSite;
import org.waypost.itests.harness.Ports;

/** How the assembly is started for Pax Exam: as {@code bin/karaf} does it, with the test's own bundles to be found. */
final class AssemblyOptions {
    private static final String[] OPENED = {"java.base/java.security", "java.base/java.net", "java.base/java.lang",
        "java.base/java.util", "java.naming/javax.naming.spi", "java.rmi/sun.rmi.transport.tcp"};

    private static final int DIRECTORY_PORT = Ports.free();

    private AssemblyOptions() {}

    static Option[] all() {
        File archive = new File(System.getProperty("waypost.assembly"));
        return new Option[] {
            karafDistributionConfiguration().frameworkUrl(archive.toURI().toString()).karafVersion("4.4.10")
                    .unpackDirectory(new File("target/exam")).useDeployFolder(false),
            configureConsole().ignoreLocalConsole().ignoreRemoteShell(),
            systemTimeout(180_000),
            editConfigurationFilePut("etc/org.apache.karaf.features.cfg", "featuresBoot", firstOf(archive)),
            // The assembly itself fetches nothing; Pax Exam's bundles lie in the repository of this build.
            editConfigurationFilePut("etc/org.ops4j.pax.url.mvn.cfg", "org.ops4j.pax.url.mvn.defaultRepositories",
                    "${karaf.home.uri}system@id=system@snapshots, file:" + System.getProperty("waypost.repository")
                            + "@id=build@snapshots"),
            replaceConfigurationFile("etc/organization.ldif", organization()),
            editConfigurationFilePut("etc/org.waypost.directory.embedded.cfg", "port", Integer.toString(DIRECTORY_PORT)),
            editConfigurationFilePut("etc/org.waypost.directory.cfg", "servers", "ldap://127.0.0.1:" + DIRECTORY_PORT),
            vmOptions(javaOptions()),
        };
    }

    /**
     * The features the assembly boots with, as a stage of their own: Pax Exam appends its own, which then come
     * when all is started. Else the first test may find classes of bundles that are not resolved yet.
     */
    private static String firstOf(File archive) {
        try (Reader text = Files.newBufferedReader(archive.toPath().resolveSibling("assembly/etc/org.apache.karaf.features.cfg"))) {
            Properties features = new Properties();
            features.load(text);
            return "(" + features.getProperty("featuresBoot") + ")";
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The sample organization, on any free port. */
    private static File organization() {
        try {
            return Files.writeString(Checkout.fresh("exam-organization.ldif"), OrganizationSite.organization(0)).toFile();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String[] javaOptions() {
        return Stream.concat(
                Stream.of("--add-reads=java.xml=java.logging",
                        "--add-exports=java.base/org.apache.karaf.specs.locator=java.xml,ALL-UNNAMED",
                        "--patch-module", "java.base=lib/endorsed/org.apache.karaf.specs.locator-4.4.10.jar",
                        "--patch-module", "java.xml=lib/endorsed/org.apache.karaf.specs.java.xml-4.4.10.jar",
                        "--add-exports=java.base/sun.net.www.protocol.file=ALL-UNNAMED",
                        "-Djava.security.manager=allow"),
                Stream.of(OPENED).flatMap(module -> Stream.of("--add-opens", module + "=ALL-UNNAMED")))
                .toArray(String[]::new);
    }
}
