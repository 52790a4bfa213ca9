package org.waypost.dns.update;

import org.xbill.DNS.TSIG;

/** A key that signs. @param name for people */
record UpdateKey(String name, TSIG tsig) {
    @Override
    public String toString() {
        return name;
    }
}
