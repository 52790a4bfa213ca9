"""OpenLDAP's slapd for the benches: on loopback, in a folder of its own, with the schema of this checkout."""
import contextlib, os, shutil, signal, subprocess, time

ROOT = os.path.dirname(os.path.dirname(os.path.abspath(__file__)))
ADMIN = "cn=admin,dc=example,dc=com"
PASSWORD = "secret"
CONF = """include /etc/ldap/schema/core.schema
include /etc/ldap/schema/cosine.schema
include /etc/ldap/schema/inetorgperson.schema
include {root}/bundles/directory-embedded/src/main/schema/openldap/waypost.schema
modulepath /usr/lib/ldap
moduleload back_mdb
moduleload syncprov
sizelimit unlimited
database mdb
maxsize 4294967296
suffix "dc=example,dc=com"
rootdn "{admin}"
rootpw {password}
directory {folder}/data
index objectClass,entryUUID,entryCSN,proxyAddresses,mailNickname,member,l eq
overlay syncprov
syncprov-sessionlog 1000
"""


def client(port):
    """The words of an LDAP tool that works as the administrator."""
    return ["-x", "-H", f"ldap://127.0.0.1:{port}", "-D", ADMIN, "-w", PASSWORD]


@contextlib.contextmanager
def running(folder, port, write_ldif):
    """Empties the folder, fills a directory in it with what write_ldif(file) writes, and serves it until the end."""
    shutil.rmtree(folder, ignore_errors=True)
    os.makedirs(folder + "/data")
    with open(folder + "/slapd.conf", "w") as file:
        file.write(CONF.format(root=ROOT, admin=ADMIN, password=PASSWORD, folder=folder))
    with open(folder + "/directory.ldif", "w") as file:
        write_ldif(file)
    subprocess.run(["/usr/sbin/slapadd", "-q", "-f", folder + "/slapd.conf", "-l", folder + "/directory.ldif"], check=True)
    slapd = subprocess.Popen(["/usr/sbin/slapd", "-d", "0", "-f", folder + "/slapd.conf", "-h", f"ldap://127.0.0.1:{port}/"])
    try:
        while subprocess.run(["ldapwhoami", *client(port)], capture_output=True).returncode:
            time.sleep(0.1)
        yield
    finally:
        slapd.send_signal(signal.SIGTERM)
        slapd.wait()
