package org.waypost.rus.filter;

/** Active Directory lets {@code objectCategory}, whose value is a DN, be compared with the name of a class. */
final class ObjectCategory {
    private ObjectCategory() {}

    /** @param dn folded, {@code cn=person,cn=schema,...}; @param name folded, {@code person} */
    static boolean isNamed(String dn, String name) {
        String category = name.equals("user") || name.equals("contact") || name.equals("inetorgperson") ? "person" : name;
        return dn.startsWith("cn=" + category + ",");
    }
}
