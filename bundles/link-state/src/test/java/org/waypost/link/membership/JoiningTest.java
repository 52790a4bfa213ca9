package org.waypost.link.membership;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.waypost.admin.Answer;
import org.waypost.link.LinkStateEvent;
import org.waypost.link.identity.PublicKeys;
import org.waypost.link.identity.ServerKeys;
import org.waypost.link.port.Events;
import org.waypost.linkstate.Membership.Identity;
import org.waypost.testkit.directory.MemoryDirectory;

class JoiningTest {
    private static final String DN = "cn=a,cn=Servers,cn=Configuration,dc=example,dc=com";
    private static final String KEY = "waypostServerKey";

    @TempDir
    Path folder;
    private final MemoryDirectory directory = new MemoryDirectory();
    private final Events events = new Events();
    private final List<Identity> joined = new CopyOnWriteArrayList<>();

    private Answer<String> join() {
        ServerKeys keys = new ServerKeys(folder, InstantSource.system(), new SecureRandom());
        return new Joining("a", keys, Runnable::run, events, joined::add).join(Optional.of(directory)).toCompletableFuture().join();
    }

    private List<String> keys() {
        return directory.entry(DN).orElseThrow().values(KEY);
    }

    @Test
    void theKeyOnDiskStandsInTheDirectory() {
        directory.add(DN, "objectClass: msExchExchangeServer", "cn: a");
        assertInstanceOf(Answer.Ok.class, join());
        assertEquals(List.of(joined.get(0).key()), keys().stream().map(PublicKeys::hash).map(Optional::orElseThrow).toList());
        assertEquals(1, events.count(LinkStateEvent.JOINED));
        List<String> first = keys();
        assertInstanceOf(Answer.Ok.class, join());
        assertEquals(first, keys());
    }

    @Test
    void ofEarlierKeysTheLastStays() {
        directory.add(DN, "objectClass: msExchExchangeServer", "cn: a", KEY + ": older", KEY + ": old");
        join();
        assertEquals(2, keys().size());
        assertTrue(keys().contains("old") && !keys().contains("older"), keys().toString());
    }

    @Test
    void whatCannotBeIsRefusedInASentence() {
        assertInstanceOf(Answer.Refused.class, join());
        directory.add(DN, "objectClass: msExchExchangeServer", "cn: a");
        directory.refuse(write -> true);
        assertInstanceOf(Answer.Refused.class, join());
        directory.away();
        assertInstanceOf(Answer.Refused.class, join());
        assertEquals(List.of(), joined);
    }
}
