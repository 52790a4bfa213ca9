package org.waypost.ds2mb.mapping;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.waypost.directory.Entry;
import org.waypost.metabase.Value;

/**
 * Where a virtual server listens: {@code ADDRESS:PORT} for each plain binding, {@code ADDRESS:PORT/tls} for each with
 * TLS from the first byte. The directory has {@code ADDRESS:PORT} or, as IIS writes it, {@code ADDRESS:PORT:}; no
 * address stands for all of IPv4.
 */
record BindingsRule(String plain, String secure, String property) implements AttributeRule {
    private static final String TLS = "/tls";
    private static final String ANY = "0.0.0.0";
    private static final Pattern BINDING = Pattern.compile("(\\[[^]]*]|[^:\\[\\]]*):(\\d{1,5}):?");

    @Override
    public Set<String> attributes() {
        return Set.of(plain, secure);
    }

    @Override
    public Optional<Value> read(Entry entry) {
        List<String> bindings = new ArrayList<>();
        entry.values(plain).forEach(value -> bindings.add(checked(plain, value)));
        entry.values(secure).forEach(value -> bindings.add(checked(secure, value) + TLS));
        return bindings.isEmpty() ? Optional.empty() : Optional.of(new Value.Texts(bindings));
    }

    @Override
    public Map<String, List<String>> write(Optional<Value> value) {
        List<String> bindings = value.map(Values::texts).orElse(List.of());
        return Map.of(
                plain, bindings.stream().filter(binding -> !binding.endsWith(TLS)).map(binding -> checked(plain, binding) + ":").toList(),
                secure, bindings.stream().filter(binding -> binding.endsWith(TLS))
                        .map(binding -> checked(secure, binding.substring(0, binding.length() - TLS.length())) + ":").toList());
    }

    private static String checked(String attribute, String text) {
        Matcher binding = BINDING.matcher(text.strip());
        if (!binding.matches() || !isAddress(binding.group(1)) || !Addresses.isNumber(binding.group(2), 65_535)) {
            throw new IllegalArgumentException(attribute + ": \"" + text + "\" is no binding: it must be ADDRESS:PORT: with an IP address,"
                    + " IPv6 in brackets, and a port from 0 to 65535");
        }
        return (binding.group(1).isEmpty() ? ANY : binding.group(1)) + ":" + Integer.parseInt(binding.group(2));
    }

    private static boolean isAddress(String text) {
        return text.isEmpty() || Addresses.isV4(text)
                || text.startsWith("[") && Addresses.isV6(text.substring(1, text.length() - 1));
    }
}
