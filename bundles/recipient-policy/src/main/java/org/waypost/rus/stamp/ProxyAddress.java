package org.waypost.rus.stamp;

import java.util.Locale;

/** A value of {@code proxyAddresses}. @param type as written: in upper case for a primary one; empty if it has none */
record ProxyAddress(String type, String address) {
    static ProxyAddress of(String text) {
        int colon = text.indexOf(':');
        return colon < 1 ? new ProxyAddress("", text) : new ProxyAddress(text.substring(0, colon), text.substring(colon + 1));
    }

    /** By which addresses compare: {@code smtp:alice@example.com}. */
    String key() {
        return toString().toLowerCase(Locale.ROOT);
    }

    boolean isOf(String lowerType) {
        return type.toLowerCase(Locale.ROOT).equals(lowerType);
    }

    boolean isPrimary() {
        return !type.isEmpty() && type.equals(type.toUpperCase(Locale.ROOT));
    }

    ProxyAddress primary(boolean whether) {
        return new ProxyAddress(whether ? type.toUpperCase(Locale.ROOT) : type.toLowerCase(Locale.ROOT), address);
    }

    @Override
    public String toString() {
        return type.isEmpty() ? address : type + ":" + address;
    }
}
