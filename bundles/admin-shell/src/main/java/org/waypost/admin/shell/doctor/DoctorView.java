package org.waypost.admin.shell.doctor;

import java.io.PrintStream;
import java.util.List;
import java.util.Locale;
import org.waypost.admin.DoctorAdmin.Finding;
import org.waypost.admin.DoctorAdmin.Verdict;
import org.waypost.admin.shell.Text;

/** Findings, printed as they come. Any thread. */
final class DoctorView {
    private final PrintStream out;

    DoctorView(PrintStream out) {
        this.out = out;
    }

    synchronized void found(Finding finding) {
        String verdict = finding.verdict().name().toLowerCase(Locale.ROOT);
        out.println(String.format(Locale.ROOT, "%-8s%s: %s", verdict, finding.check(), Text.plain(finding.sentence())));
        if (!finding.remedy().isEmpty()) {
            out.println("        -> " + Text.plain(finding.remedy()));
        }
    }

    synchronized void end(List<Finding> findings) {
        long problems = count(findings, Verdict.PROBLEM);
        long warnings = count(findings, Verdict.WARNING);
        out.println(problems + warnings == 0 ? "Nothing is wrong." : "Problems: " + problems + ", warnings: " + warnings + ".");
    }

    private static long count(List<Finding> findings, Verdict verdict) {
        return findings.stream().filter(finding -> finding.verdict() == verdict).count();
    }
}
