package org.waypost.itests.harness;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * System calls of one process in the order in which they began.
 *
 * @param calls those that ended
 */
public record StraceLog(List<Call> calls) {
    private static final Pattern WHOLE = Pattern.compile("(\\d+) +(\\w+)\\((.*)\\) += +(-?\\w+).*");
    private static final Pattern BEGUN = Pattern.compile("(\\d+) +(\\w+)\\((.*) <unfinished \\.\\.\\.>");
    private static final Pattern RESUMED = Pattern.compile("(\\d+) +<\\.\\.\\. (\\w+) resumed>(.*)\\) += +(-?\\w+).*");

    /**
     * One system call. Begin and end are positions in the trace: a call whose end is smaller than
     * another's begin was over before that one began.
     *
     * @param arguments as strace shows them, descriptors with their paths
     * @param result such as 0 or -1
     */
    public record Call(int begin, int end, String name, String arguments, String result) {
        /** A sync that succeeded, of a file whose path has the text. */
        public boolean syncs(String path) {
            return (name.equals("fsync") || name.equals("fdatasync")) && result.equals("0") && arguments.contains(path);
        }

        public boolean writes() {
            return name.contains("write") || name.startsWith("send");
        }

        public boolean renames() {
            return (name.startsWith("rename") || name.startsWith("link")) && result.equals("0");
        }
    }

    static StraceLog parse(List<String> lines) {
        List<Call> calls = new ArrayList<>();
        Map<String, Call> begun = new HashMap<>();
        for (int i = 0; i < lines.size(); i++) {
            Matcher whole = WHOLE.matcher(lines.get(i));
            Matcher begin = BEGUN.matcher(lines.get(i));
            Matcher resumed = RESUMED.matcher(lines.get(i));
            if (resumed.matches() && begun.containsKey(resumed.group(1))) {
                Call call = begun.remove(resumed.group(1));
                calls.add(new Call(call.begin(), i, call.name(), call.arguments() + resumed.group(3), resumed.group(4)));
            } else if (begin.matches()) {
                begun.put(begin.group(1), new Call(i, Integer.MAX_VALUE, begin.group(2), begin.group(3), ""));
            } else if (whole.matches()) {
                calls.add(new Call(i, i, whole.group(2), whole.group(3), whole.group(4)));
            }
        }
        calls.sort(java.util.Comparator.comparingInt(Call::begin));
        return new StraceLog(List.copyOf(calls));
    }

    /** The first call that began after the position and is of the kind. */
    public Optional<Call> firstAfter(int position, Predicate<Call> kind) {
        return calls.stream().filter(call -> call.begin() > position && kind.test(call)).findFirst();
    }

    /** Whether a call of the kind lies wholly between the positions. */
    public boolean between(int after, int before, Predicate<Call> kind) {
        return calls.stream().anyMatch(call -> call.begin() > after && call.end() < before && kind.test(call));
    }
}
