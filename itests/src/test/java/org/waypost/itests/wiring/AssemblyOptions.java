package org.waypost.itests.wiring;

import static org.ops4j.pax.exam.karaf.options.KarafDistributionOption.configureConsole;
import static org.ops4j.pax.exam.karaf.options.KarafDistributionOption.editConfigurationFilePut;
import static org.ops4j.pax.exam.karaf.options.KarafDistributionOption.karafDistributionConfiguration;
import static org.ops4j.pax.exam.CoreOptions.systemTimeout;
import static org.ops4j.pax.exam.CoreOptions.vmOptions;

import java.io.File;
import java.util.stream.Stream;
import org.ops4j.pax.exam.Option;

/** How the assembly is started for Pax Exam: as {@code bin/karaf} does it, with the test's own bundles to be found. */
final class AssemblyOptions {
    private static final String[] OPENED = {"java.base/java.security", "java.base/java.net", "java.base/java.lang",
        "java.base/java.util", "java.naming/javax.naming.spi", "java.rmi/sun.rmi.transport.tcp"};

    private AssemblyOptions() {}

    static Option[] all() {
        File archive = new File(System.getProperty("waypost.assembly"));
        return new Option[] {
            karafDistributionConfiguration().frameworkUrl(archive.toURI().toString()).karafVersion("4.4.10")
                    .unpackDirectory(new File("target/exam")).useDeployFolder(false),
            configureConsole().ignoreLocalConsole().ignoreRemoteShell(),
            systemTimeout(60_000),
            // The assembly itself fetches nothing; Pax Exam's bundles lie in the repository of this build.
            editConfigurationFilePut("etc/org.ops4j.pax.url.mvn.cfg", "org.ops4j.pax.url.mvn.defaultRepositories",
                    "${karaf.home.uri}system@id=system@snapshots, file:" + System.getProperty("waypost.repository")
                            + "@id=build@snapshots"),
            editConfigurationFilePut("etc/org.waypost.smtp.server-default.cfg", "bindings", "127.0.0.1:0"),
            vmOptions(javaOptions()),
        };
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
