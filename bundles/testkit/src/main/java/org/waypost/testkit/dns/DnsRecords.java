package org.waypost.testkit.dns;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.waypost.dns.Dns.MxRecord;
import org.waypost.dns.Dns.SrvRecord;

/** What a DNS of a test knows. Names are in lower case. May be changed while it is asked. */
public final class DnsRecords {
    private final Map<String, List<MxRecord>> exchangers = new ConcurrentHashMap<>();
    private final Map<String, List<SrvRecord>> services = new ConcurrentHashMap<>();
    private final Map<String, List<InetAddress>> addresses = new ConcurrentHashMap<>();
    private final Map<String, List<String>> texts = new ConcurrentHashMap<>();
    private final Map<InetAddress, List<String>> names = new ConcurrentHashMap<>();
    private final Map<String, String> aliases = new ConcurrentHashMap<>();
    private final Set<String> broken = ConcurrentHashMap.newKeySet();

    public DnsRecords mx(String domain, int preference, String host) {
        return add(exchangers, domain, new MxRecord(preference, host));
    }

    /** @param name with service and protocol: {@code _ldap._tcp.example.com} */
    public DnsRecords srv(String name, int priority, int weight, int port, String target) {
        return add(services, name, new SrvRecord(priority, weight, port, target));
    }

    /** @param address a literal */
    public DnsRecords address(String name, String address) {
        return add(addresses, name, literal(address));
    }

    public DnsRecords txt(String name, String text) {
        return add(texts, name, text);
    }

    /** @param address a literal */
    public DnsRecords name(String address, String name) {
        return add(names, literal(address), name);
    }

    public DnsRecords alias(String name, String target) {
        aliases.put(name, target);
        return this;
    }

    /** Lookups of this name fail. */
    public DnsRecords broken(String name) {
        broken.add(name);
        return this;
    }

    public DnsRecords mended(String name) {
        broken.remove(name);
        return this;
    }

    public boolean isBroken(String name) {
        return broken.contains(name);
    }

    /** The name an alias stands for, or the name itself. */
    public String canonical(String name) {
        return aliases.getOrDefault(name, name);
    }

    public boolean exists(String name) {
        return exchangers.containsKey(name) || addresses.containsKey(name) || texts.containsKey(name)
                || aliases.containsKey(name) || services.containsKey(name);
    }

    public List<MxRecord> mx(String domain) {
        return exchangers.getOrDefault(domain, List.of());
    }

    public List<SrvRecord> srv(String name) {
        return services.getOrDefault(name, List.of());
    }

    public List<InetAddress> addresses(String name) {
        return addresses.getOrDefault(name, List.of());
    }

    public List<String> txt(String name) {
        return texts.getOrDefault(name, List.of());
    }

    public List<String> names(InetAddress address) {
        return names.getOrDefault(address, List.of());
    }

    private <K, V> DnsRecords add(Map<K, List<V>> map, K key, V value) {
        map.merge(key, List.of(value), (before, added) -> {
            List<V> all = new ArrayList<>(before);
            all.addAll(added);
            return all;
        });
        return this;
    }

    static InetAddress literal(String address) {
        try {
            return InetAddress.getByName(address);
        } catch (UnknownHostException e) {
            throw new IllegalArgumentException(address, e);
        }
    }
}
