"""A directory of many recipients and groups as LDIF: for the benches of what reads or stamps it."""

HEAD = """dn: dc=example,dc=com
objectClass: dcObject
objectClass: organization
dc: example
o: Example

dn: ou=People,dc=example,dc=com
objectClass: organizationalUnit
ou: People

dn: ou=Groups,dc=example,dc=com
objectClass: organizationalUnit
ou: Groups

dn: cn=Configuration,dc=example,dc=com
objectClass: device
cn: Configuration

"""
PERSON = """dn: uid=u{i},ou=People,dc=example,dc=com
objectClass: inetOrgPerson
objectClass: mailRecipient
uid: u{i}
cn: User {i}
sn: Number{i}
givenName: User
l: {city}
mailNickname: u{i}
{stamped}
"""
STAMPED = """mail: u{i}@example.com
proxyAddresses: SMTP:u{i}@example.com
proxyAddresses: smtp:user.number{i}@example.com
"""
CITIES = ("Oslo", "Seattle", "Nairobi", "Lima")


def write(file, people, groups, members=100, stamped=True):
    """u0, u1, ... and groups g0, g1, ... of so many members each; unstamped ones have no addresses yet."""
    file.write(HEAD)
    for i in range(people):
        file.write(PERSON.format(i=i, city=CITIES[i % 4], stamped=STAMPED.format(i=i) if stamped else ""))
    for g in range(groups):
        file.write(f"dn: cn=g{g},ou=Groups,dc=example,dc=com\nobjectClass: groupOfNames\nobjectClass: mailRecipient\n"
                   f"cn: g{g}\nmailNickname: g{g}\n")
        if stamped:
            file.write(f"mail: g{g}@example.com\nproxyAddresses: SMTP:g{g}@example.com\n")
        for m in range(members):
            file.write(f"member: uid=u{(g * members + m * 7) % people},ou=People,dc=example,dc=com\n")
        file.write("\n")
