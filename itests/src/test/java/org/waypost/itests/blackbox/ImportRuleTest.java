package org.waypost.itests.blackbox;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.waypost.itests.harness.BundleJar;
import org.waypost.itests.harness.Checkout;

/**
 * Bundles meet through contracts: each imports packages of the contract bundles, of libraries and of
 * the platform, and never of another Waypost bundle. Read from the built jars.
 */
class ImportRuleTest {
    private static final String OURS = "org.waypost.";
    private static final String API = OURS + "api";
    private static final String CONNECTION_API = OURS + "connection-api";
    private static final String MAIL_FORMAT = OURS + "mail-format";
    private static final String ROCKSDB = OURS + "rocksdb";
    private static final String TRANSPORT = OURS + "mina-transport";
    /** The LDAP API inside {@code directory} is built on MINA; our own use of MINA is the transport's alone. */
    private static final Map<String, Set<String>> LIBRARIES = Map.of(
            "org.rocksdb", Set.of(OURS + "spool", OURS + "metabase", OURS + "tracking"),
            "org.apache.mina", Set.of(TRANSPORT, OURS + "directory"),
            "org.xbill", Set.of(OURS + "dns"),
            "com.fasterxml.jackson", Set.of(OURS + "http-api", OURS + "tracking", OURS + "metrics"),
            "com.github.benmanes", Set.of(OURS + "directory"));
    private static final Set<String> EXPORTERS = Set.of(API, CONNECTION_API, MAIL_FORMAT, ROCKSDB);

    static List<BundleJar> bundles() {
        return Checkout.bundles().stream().filter(jar -> !jar.getFileName().toString().startsWith("testkit-"))
                .map(BundleJar::read).toList();
    }

    @Test
    void allBundlesAreBuilt() {
        assertTrue(bundles().size() >= 14, bundles().toString());
    }

    @ParameterizedTest
    @MethodSource("bundles")
    void onlyContractBundlesExport(BundleJar bundle) {
        assertTrue(EXPORTERS.contains(bundle.name()) || bundle.exports().isEmpty(), bundle.name() + " exports " + bundle.exports());
    }

    @ParameterizedTest
    @MethodSource("bundles")
    void importsOfOursComeFromContractBundles(BundleJar bundle) {
        Set<String> wrong = new TreeSet<>(bundle.imports());
        wrong.removeIf(name -> !name.startsWith(OURS) || exportedBy(Set.of(API, CONNECTION_API, MAIL_FORMAT)).contains(name));
        assertEquals(Set.of(), wrong, bundle.name());
    }

    @ParameterizedTest
    @MethodSource("bundles")
    void eachLibraryHasItsBundles(BundleJar bundle) {
        Set<String> wrong = new TreeSet<>(bundle.imports());
        wrong.removeIf(name -> LIBRARIES.entrySet().stream()
                .noneMatch(library -> name.startsWith(library.getKey()) && !library.getValue().contains(bundle.name())));
        wrong.removeAll(bundle.exports());
        assertEquals(Set.of(), wrong, bundle.name());
    }

    @Test
    void theTransportKnowsNoSmtp() {
        BundleJar transport = bundles().stream().filter(bundle -> bundle.name().equals(TRANSPORT)).findFirst().orElseThrow();
        Set<String> wrong = new TreeSet<>(transport.imports());
        wrong.removeIf(name -> !name.startsWith(OURS) || exportedBy(Set.of(CONNECTION_API)).contains(name));
        assertEquals(Set.of(), wrong);
    }

    @Test
    void theFrozenContractImportsNothing() {
        BundleJar contract = bundles().stream().filter(bundle -> bundle.name().equals(CONNECTION_API)).findFirst().orElseThrow();
        assertEquals(Set.of(), contract.imports());
    }

    @Test
    void noPackageLivesInTwoBundles() {
        List<String> all = bundles().stream().flatMap(bundle -> bundle.packages().stream())
                .filter(name -> name.startsWith(OURS)).sorted().toList();
        Set<String> twice = new TreeSet<>(all.stream().filter(name -> all.indexOf(name) != all.lastIndexOf(name)).toList());
        assertEquals(Set.of(), twice);
    }

    private static Set<String> exportedBy(Set<String> names) {
        Set<String> packages = new TreeSet<>();
        Stream<BundleJar> exporters = bundles().stream().filter(bundle -> names.contains(bundle.name()));
        exporters.forEach(bundle -> packages.addAll(bundle.exports()));
        return packages;
    }
}
