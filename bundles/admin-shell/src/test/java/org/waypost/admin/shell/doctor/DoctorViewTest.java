package org.waypost.admin.shell.doctor;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.waypost.admin.DoctorAdmin.Finding;
import org.waypost.admin.DoctorAdmin.Verdict;
import org.waypost.admin.shell.Printed;

class DoctorViewTest {
    @Test
    void findingsComeWithTheirRemediesAndASumAtTheEnd() throws Exception {
        List<Finding> findings = List.of(new Finding("disk", Verdict.OK, "It has room.", ""),
                new Finding("secrets", Verdict.PROBLEM, "It is kn\u001bown.", "Set another."));
        assertEquals(List.of("ok      disk: It has room.", "problem secrets: It is kn?own.", "        -> Set another.",
                "Problems: 1, warnings: 0."), Printed.by(out -> {
                    DoctorView view = new DoctorView(out);
                    findings.forEach(view::found);
                    view.end(findings);
                }).lines().toList());
    }

    @Test
    void nothingWrongIsSaid() throws Exception {
        assertEquals("Nothing is wrong.", Printed.by(out -> new DoctorView(out).end(List.of(
                new Finding("clock", Verdict.SKIPPED, "It is not compared.", "")))).strip());
    }
}
