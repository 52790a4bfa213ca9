package org.waypost.itests.blackbox;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestMethodOrder;
import org.waypost.itests.harness.BundleVariant;
import org.waypost.itests.harness.Checkout;
import org.waypost.itests.harness.Letter;
import org.waypost.itests.harness.LoadClients;
import org.waypost.itests.harness.LoadPlan;
import org.waypost.itests.harness.LoadReport;
import org.waypost.itests.harness.OrganizationSite;
import org.waypost.itests.harness.Poll;
import org.waypost.itests.harness.SteadySender;
import org.waypost.itests.harness.WaypostHome;

/** Modules are replaced by an administrator: by a good version under load, and by all kinds of bad ones, refused or taken back. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class ModulesIT {
    private static final Duration LIMIT = Duration.ofSeconds(60);
    private static final Duration PAUSE = Duration.ofMillis(100);
    private static final int FEW = 5;
    private static final String COMPONENTS = "org.waypost.categorize.component";

    private OrganizationSite site;
    private WaypostHome home;

    @BeforeAll
    void start() {
        site = OrganizationSite.embedded("modules");
        home = site.home();
        home.configure("org.waypost.modules", Map.of("startSeconds", "5", "watchSeconds", "3"));
        site.awaitStamped("bob");
    }

    @AfterAll
    void stop() {
        site.close();
    }

    @Test
    @Order(1)
    void aNewVersionIsKeptAndNoClientNotices() {
        Path variant = BundleVariant.of(Checkout.bundle("categorizer")).renamingInternals("v2").write("module");
        LoadReport report;
        try (LoadClients clients = LoadClients.start(new LoadPlan("modules", home.smtpPort(), 10, List.of("bob@example.com"), 1000, false))) {
            clients.awaitAccepted(200);
            String answer = home.shell("module:replace --watch 3s " + variant);
            assertTrue(answer.contains("was replaced by"), answer);
            clients.awaitAccepted(200);
            report = clients.finish();
        }
        assertEquals(List.of(), report.failures());
        home.maildir("bob").holdsOnce(LIMIT, report.accepted());
    }

    @Test
    @Order(2)
    void aBrokenVersionIsTakenBackByItselfAndMailWaitsForIt() throws Exception {
        Path broken = BundleVariant.of(Checkout.bundle("categorizer")).renaming(COMPONENTS, COMPONENTS + "2").write("broken");
        String answer = home.ask("module:replace --watch 3s " + broken);
        assertTrue(answer.contains("was taken back"), answer);
        Letter letter = Letter.write();
        Poll.until(LIMIT, "recipients are known again", () -> site.accepts("bob@example.com"));
        letter.send(home.smtpPort(), "alice@example.com", "bob@example.com");
        home.maildir("bob").await(LIMIT, letter.token());
    }

    /** Its watch would be over before the stage is known to be stuck. */
    @Test
    @Order(3)
    void aVersionThatHangsOnFirstUseIsTakenBackByItselfAndNothingIsLost() throws Exception {
        Path hanging = BundleVariant.of(Checkout.bundle("categorizer")).hanging("org/waypost/categorize/DirectoryCategorizer.categorize")
                .write("hanging");
        Process replacing = home.spawnShell("module:replace --watch 5s " + hanging);
        Poll.until(LIMIT, "it is in", () -> row(home.shell("module:list"), "categorizer").contains("-hanging"));
        Letter letter = Letter.write();
        Poll.until(LIMIT, "recipients are known", () -> site.accepts("bob@example.com"));
        letter.send(home.smtpPort(), "alice@example.com", "bob@example.com");
        Poll.until(LIMIT, "it is taken back", () -> row(home.shell("module:history"), "categorizer").contains("ROLLED_BACK")
                && !row(home.shell("module:list"), "categorizer").contains("-hanging"));
        home.maildir("bob").await(LIMIT, letter.token());
        assertTrue(replacing.waitFor(LIMIT.toSeconds(), TimeUnit.SECONDS), "the command ends too");
    }

    @Test
    @Order(4)
    void whatIsNoModuleIsRefusedWithAReason() {
        home.write("no.jar", "not a jar");
        assertTrue(home.refusedShell("module:replace " + home.folder().resolve("no.jar")).contains("no.jar"));
    }

    @Test
    @Order(5)
    void aJarWithTheWrongNameIsRefused() throws Exception {
        Path jar = BundleVariant.of(Checkout.bundle("categorizer")).header("Bundle-SymbolicName", name -> "org.waypost.nobody").write("nobody");
        whileMailFlows(sender -> refused(jar, "is the bundle org.waypost.nobody, and no module of that name runs here"));
    }

    @Test
    @Order(6)
    void aVersionThatNeedsPackagesNobodyHasIsRefused() throws Exception {
        Path jar = BundleVariant.of(Checkout.bundle("categorizer")).header("Import-Package", all -> all + ",net.nobody;version=\"[1.2,2)\"")
                .write("needy");
        whileMailFlows(sender -> refused(jar, "needs package net.nobody [1.2.0,2.0.0), which nobody has"));
    }

    private void refused(Path jar, String why) {
        String before = row(home.shell("module:list"), "categorizer");
        assertTrue(home.refusedShell("module:replace " + jar).contains(why), why);
        Poll.until(LIMIT, "an event tells that it was refused", () -> told("Modules/5", jar.getFileName().toString(), why, "Who: admin."));
        assertEquals(before, row(home.shell("module:list"), "categorizer"));
    }

    @Test
    @Order(7)
    void aVersionThatThrowsOnActivationIsTakenBackAndMailWaitsForTheOneBefore() throws Exception {
        String before = row(home.shell("module:list"), "delivery-maildir").split("\\s+")[1];
        Path jar = BundleVariant.of(Checkout.bundle("delivery-maildir")).throwing("org/waypost/delivery/maildir/MaildirAgent.<init>")
                .write("throwing");
        whileMailFlows(sender -> {
            int taken = sender.accepted().size();
            String answer = home.refusedShell("module:replace --watch 3s " + jar);
            assertTrue(answer.contains("was taken back: its component") && answer.contains(BundleVariant.PURPOSE), answer);
            assertTrue(sender.accepted().size() > taken, "mail is taken meanwhile");
        });
        Poll.until(LIMIT, "an event tells that it was rolled back", () -> told("Modules/3", "-throwing", BundleVariant.PURPOSE, "Who: admin."));
        String list = row(home.shell("module:list"), "delivery-maildir");
        assertTrue(list.contains("ACTIVE") && list.contains(before) && !list.contains("-throwing"), list);
    }

    private boolean told(String event, String... words) {
        return home.events().lines().anyMatch(line -> line.contains(event) && Stream.of(words).allMatch(line::contains));
    }

    @Test
    @Order(8)
    void aReplacementSurvivesARestartAndCanBeUndoneWhileMailFlows() {
        home.stop();
        home.start();
        String list = home.shell("module:list");
        assertTrue(row(list, "categorizer").contains("module"), list);
        whileMailFlows(sender -> {
            home.shell("module:rollback categorizer");
            Poll.until(LIMIT, "the first version runs", () -> !row(home.shell("module:list"), "categorizer").contains("-module"));
        });
        assertTrue(home.shell("module:history").contains("categorizer"));
    }

    /** Nobody is found any more, which is no error to the module itself: each client is answered 550. What flowed just now tells what is usual. */
    @Test
    @Order(9)
    void aVersionThatRefusesAllMailWithoutAnErrorIsTakenBackByItself() {
        Path jar = BundleVariant.of(Checkout.bundle("categorizer")).replacing("smtp:", "smtpx:").write("refusing");
        try (SteadySender sender = SteadySender.start(home.smtpAddress(), "bob@example.com", PAUSE)) {
            String answer = home.refusedShell("module:replace --watch 40s " + jar);
            assertTrue(answer.contains("was taken back: SMTP refuses mail"), answer);
            int after = sender.accepted().size();
            Poll.until(LIMIT, "mail flows again", () -> sender.accepted().size() > after + FEW);
            sender.close();
            home.maildir("bob").holdsOnce(LIMIT, sender.accepted());
        }
    }

    /** No client notices, and all that was taken before, meanwhile and after arrives once. */
    private void whileMailFlows(Consumer<SteadySender> action) {
        Poll.until(LIMIT, "recipients are known", () -> site.accepts("bob@example.com"));
        try (SteadySender sender = SteadySender.start(home.smtpAddress(), "bob@example.com", PAUSE)) {
            Poll.until(LIMIT, "mail flows", () -> sender.accepted().size() > FEW);
            action.accept(sender);
            int after = sender.accepted().size();
            Poll.until(LIMIT, "mail flows on", () -> sender.accepted().size() > after + FEW);
            sender.close();
            assertEquals(List.of(), sender.failures());
            home.maildir("bob").holdsOnce(LIMIT, sender.accepted());
        }
    }

    private static String row(String table, String name) {
        return table.lines().filter(line -> line.contains(name)).findFirst().orElse("");
    }
}
