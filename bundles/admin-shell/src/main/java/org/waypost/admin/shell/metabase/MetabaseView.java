package org.waypost.admin.shell.metabase;

import java.io.PrintStream;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import org.waypost.admin.MetabaseAdmin;
import org.waypost.admin.shell.JsonText;
import org.waypost.admin.shell.Refusal;
import org.waypost.admin.shell.Table;
import org.waypost.admin.shell.Text;
import org.waypost.metabase.KeyView;
import org.waypost.metabase.Metabase;
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

    /** A property as people and programs see it. */
    public record Shown(String property, String value, String type, String from, Optional<String> owner, Optional<Instant> overriddenUntil) {}

    /** @param only the one to be shown; empty for all */
    static List<Shown> shown(KeyView view, Optional<String> only) throws Refusal {
        if (only.isPresent() && !view.properties().containsKey(only.get())) {
            throw new Refusal("The key " + view.key() + " has no property " + only.get() + ", neither its own nor an inherited one.");
        }
        return all(view).filter(shown -> only.isEmpty() || only.get().equals(shown.property())).toList();
    }

    /** @param only the one to be shown; empty for all */
    static void properties(KeyView view, Optional<String> only, PrintStream out) throws Refusal {
        Table table = new Table("No properties.").whole("Property").texts("Value").whole("Type").texts("From", "Owner")
                .whole("Overridden until").spare("Overridden until", "Type", "Owner");
        shown(view, only).forEach(p -> table.row(p.property(), p.value(), p.type(),
                p.from().equals(view.key().toString()) ? "here" : p.from(), Text.orDash(p.owner().orElse("")),
                Text.time(p.overriddenUntil())));
        table.print(out);
    }

    static void change(MetabaseAdmin.Change change, boolean json, PrintStream out) {
        if (json) {
            List<Shown> own = change.now().map(MetabaseView::own).orElse(List.of());
            out.println(JsonText.line(new Changed(change.key().toString(), change.now().isEmpty(), own)));
        } else {
            change(change, out);
        }
    }

    /** For JSON. */
    public record Changed(String key, boolean gone, List<Shown> properties) {}

    private static List<Shown> own(KeyView view) {
        return all(view).filter(shown -> shown.from().equals(view.key().toString())).toList();
    }

    private static Stream<Shown> all(KeyView view) {
        return view.properties().entrySet().stream()
                .map(e -> new Shown(e.getKey(), text(e.getValue().value()), type(e.getValue().value()), e.getValue().from().toString(),
                        e.getValue().owner(), e.getValue().override()));
    }

    private static void change(MetabaseAdmin.Change change, PrintStream out) {
        out.println(Text.plain(change.key() + (change.now().isEmpty() ? " is gone" : "")));
        change.now().ifPresent(view -> view.properties().forEach((name, property) -> {
            if (property.from().equals(view.key())) {
                out.println("  " + Text.plain(name) + " = " + text(property.value()));
            }
        }));
    }

    static void history(List<Metabase.Version> versions, PrintStream out) {
        Table table = new Table("No versions.").numbers("Version").whole("Written").texts("By", "What");
        versions.forEach(v -> table.row(v.version(), Text.time(Optional.of(v.time())), v.writer(), v.summary()));
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
