package org.waypost.admin.shell.object;

import java.io.PrintStream;
import java.util.List;
import org.waypost.admin.Answer;
import org.waypost.admin.ObjectAdmin;
import org.waypost.admin.ObjectAdmin.Form;
import org.waypost.admin.ObjectAdmin.Saved;
import org.waypost.admin.shell.Refusal;
import org.waypost.admin.shell.Table;
import org.waypost.admin.shell.Text;
import org.waypost.settings.Field;
import org.waypost.settings.ObjectKind;
import org.waypost.settings.Standing;

/** Objects and their settings, printed. */
final class ObjectView {
    private ObjectView() {
    }

    static void form(Form form, PrintStream out) {
        out.println(Text.plain(form.dn()));
        Table table = new Table("No settings.").whole("Setting").texts("Value", "Default");
        form.fields().forEach(field -> table.row(field.key(), value(form, field), Text.orDash(field.standard())));
        table.print(out);
    }

    private static String value(Form form, Field field) {
        List<String> values = form.values().getOrDefault(field.key(), List.of());
        return Text.orDash(String.join(", ", values.stream().map(value -> label(field, value)).toList()));
    }

    private static String label(Field field, String value) {
        return field.options().stream().filter(option -> option.value().equals(value)).map(Field.Option::label).findFirst().orElse(value);
    }

    static void standing(Standing standing, PrintStream out) {
        out.println(Text.plain(switch (standing.state()) {
            case IN_FORCE -> "In force at this server.";
            case PENDING, BROKEN -> "Not in force at this server: " + standing.reason();
            case ELSEWHERE -> standing.reason();
        }));
    }

    static void saved(Saved saved, PrintStream out) throws Refusal {
        if (saved instanceof Saved.Done done) {
            out.println(Text.plain(done.message()));
        } else {
            throw new Refusal(saved instanceof Saved.Invalid invalid ? invalid.message() : ((Saved.Stale) saved).message());
        }
    }

    static List<String> keys(ObjectAdmin admin, List<ObjectKind> kinds) {
        return kinds.stream().flatMap(kind -> admin.fields(kind) instanceof Answer.Ok<List<Field>> ok ? ok.value().stream() : null)
                .map(Field::key).distinct().sorted().toList();
    }
}
