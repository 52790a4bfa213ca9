package org.waypost.directory.ldap.service;

import com.unboundid.ldap.listener.InMemoryDirectoryServer;
import com.unboundid.ldap.listener.InMemoryDirectoryServerConfig;
import com.unboundid.ldap.listener.InMemoryListenerConfig;
import com.unboundid.ldap.listener.interceptor.InMemoryInterceptedSearchEntry;
import com.unboundid.ldap.listener.interceptor.InMemoryInterceptedSearchRequest;
import com.unboundid.ldap.listener.interceptor.InMemoryInterceptedSimpleBindRequest;
import com.unboundid.ldap.listener.interceptor.InMemoryOperationInterceptor;
import com.unboundid.ldap.sdk.Attribute;
import com.unboundid.ldap.sdk.Entry;
import com.unboundid.ldap.sdk.LDAPException;
import com.unboundid.ldap.sdk.ResultCode;
import com.unboundid.ldap.sdk.SearchResultReference;
import com.unboundid.ldif.LDIFException;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;

/** A server in memory that counts what it is asked, refers to others, and gives members in parts as Active Directory does. */
final class OddServer extends InMemoryOperationInterceptor implements AutoCloseable {
    static final int USERS = 100;
    static final int MEMBERS = 2500;
    private static final int PART = 1000;
    private static final Pattern FROM = Pattern.compile("member;range=(\\d+)-\\*");

    private final AtomicInteger addressSearches = new AtomicInteger();
    private final AtomicInteger binds = new AtomicInteger();
    private final int port;
    private final InMemoryDirectoryServer server;

    OddServer() {
        try (ServerSocket free = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            port = free.getLocalPort();
            InMemoryDirectoryServerConfig config = new InMemoryDirectoryServerConfig(Access.BASE);
            config.setListenerConfigs(new InMemoryListenerConfig("test", InetAddress.getLoopbackAddress(), port, null, null, null));
            config.setSchema(null);
            config.addInMemoryOperationInterceptor(this);
            server = new InMemoryDirectoryServer(config);
            server.add("dn: " + Access.BASE, "objectClass: domain", "dc: example");
            for (int i = 0; i < USERS; i++) {
                server.add("dn: uid=u" + i + "," + Access.BASE, "objectClass: inetOrgPerson", "uid: u" + i, "cn: u" + i, "sn: u",
                        "userPassword: password" + i, "proxyAddresses: SMTP:u" + i + "@example.com");
            }
            server.add("dn: cn=group," + Access.BASE, "objectClass: groupOfNames", "cn: group");
        } catch (IOException | LDAPException | LDIFException e) {
            throw new IllegalStateException(e);
        }
    }

    void start() {
        try {
            server.startListening();
        } catch (LDAPException e) {
            throw new IllegalStateException(e);
        }
    }

    int port() {
        return port;
    }

    String url() {
        return "ldap://127.0.0.1:" + port;
    }

    int addressSearches() {
        return addressSearches.get();
    }

    int binds() {
        return binds.get();
    }

    @Override
    public void close() {
        server.shutDown(true);
    }

    @Override
    public void processSimpleBindRequest(InMemoryInterceptedSimpleBindRequest request) {
        binds.incrementAndGet();
    }

    @Override
    public void processSearchRequest(InMemoryInterceptedSearchRequest request) throws LDAPException {
        String filter = request.getRequest().getFilter().toString();
        if (filter.contains("(proxyAddresses=smtp:")) {
            addressSearches.incrementAndGet();
        }
        if (filter.equals("(uid=refer*)")) {
            request.sendSearchReference(new SearchResultReference(new String[] {"ldap://other.example/" + Access.BASE}, null));
        }
        if (filter.equals("(uid=elsewhere)")) {
            throw new LDAPException(ResultCode.REFERRAL, "not here", null, new String[] {"ldap://elsewhere.example/"});
        }
    }

    @Override
    public void processSearchEntry(InMemoryInterceptedSearchEntry entry) {
        if (entry.getSearchEntry().getDN().startsWith("cn=group,")) {
            int from = entry.getRequest().getAttributeList().stream().map(FROM::matcher).filter(Matcher::matches)
                    .mapToInt(matcher -> Integer.parseInt(matcher.group(1))).findFirst().orElse(0);
            int to = Math.min(from + PART, MEMBERS);
            Entry part = entry.getSearchEntry().duplicate();
            List<String> members = IntStream.range(from, to).mapToObj(i -> "uid=u" + i + "," + Access.BASE).toList();
            part.addAttribute(new Attribute("member;range=" + from + "-" + (to == MEMBERS ? "*" : String.valueOf(to - 1)), members));
            entry.setSearchEntry(new com.unboundid.ldap.sdk.SearchResultEntry(part));
        }
    }
}
