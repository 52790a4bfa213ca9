package org.waypost.admin.shell.metabase;

import java.io.PrintStream;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.apache.karaf.shell.support.table.ShellTable;
import org.waypost.admin.MetabaseAdmin;
import org.waypost.admin.shell.Refusal;
import org.waypost.admin.shell.Text;
import org.waypost.metabase.KeyView;
import org.waypost.metabase.Metabase;
import org.waypost.metabase.MetabaseKey;
import org.waypost.metabase.Property;
import org.waypost.metabase.Value;

/** Keys, properties, changes and versions, printed. Secrets are not shown. */
final class MetabaseView {
    private MetabaseView() {
    }

    static void children(KeyView view, PrintStream out) {
        view.children().forEach(name -> out.println(Text.plain(view.key().child(name).toString())));
        if (view.children().isEmpty()) {
            out.println("No keys below " + Text.plain(view.key().toString()) + ".");
        }
    }

    /** @param only the one to be shown; empty for all */
    static void properties(KeyView view, Optional<String> only, PrintStream out) throws Refusal {
        if (only.isPresent() && !view.properties().containsKey(only.get())) {
            throw new Refusal("The key " + view.key() + " has no property " + only.get() + ", neither its own nor an inherited one.");
        }
        ShellTable table = new ShellTable().emptyTableText("No properties.");
        table.column("Property");
        table.column("Value");
        table.column("Type");
        table.column("From");
        table.column("Owner");
        table.column("Overridden until");
        view.properties().forEach((name, property) -> {
            if (only.isEmpty() || only.get().equals(name)) {
                table.addRow().addContent(Text.plain(name), text(property.value()), type(property.value()),
                        from(view.key(), property), Text.orDash(property.owner().orElse("")), Text.time(property.override()));
            }
        });
        table.print(out);
    }

    private static String from(MetabaseKey key, Property property) {
        return property.from().equals(key) ? "here" : Text.plain(property.from().toString());
    }

    static void change(MetabaseAdmin.Change change, PrintStream out) {
        out.println(Text.plain(change.key() + (change.now().isEmpty() ? " is gone" : "")));
        change.now().ifPresent(view -> view.properties().forEach((name, property) -> {
            if (property.from().equals(view.key())) {
                out.println("  " + Text.plain(name) + " = " + text(property.value()));
            }
        }));
    }

    static void history(List<Metabase.Version> versions, PrintStream out) {
        ShellTable table = new ShellTable().emptyTableText("No versions.");
        table.column("Version").alignRight();
        table.column("Written");
        table.column("By");
        table.column("What");
        versions.forEach(v -> table.addRow().addContent(v.version(), Text.time(Optional.of(v.time())), v.writer(), Text.plain(v.summary())));
        table.print(out);
    }

    private static String text(Value value) {
        if (value instanceof Value.Text text) {
            return Text.plain(text.text());
        } else if (value instanceof Value.Number number) {
            return Long.toString(number.number());
        } else if (value instanceof Value.Flag flag) {
            return Boolean.toString(flag.flag());
        }
        return value instanceof Value.Texts texts ? Text.plain(String.join(", ", texts.texts())) : "***";
    }

    private static String type(Value value) {
        return value.getClass().getSimpleName().toLowerCase(Locale.ROOT);
    }
}
