package org.waypost.admin.doctor;

import java.util.List;
import org.waypost.admin.DoctorAdmin.Finding;
import org.waypost.admin.DoctorAdmin.Verdict;

/** One thing to look at. Run once, in any thread; may be interrupted. */
interface Check {
    String name();

    /** @return at least one; an exception stands for a check that could not be made */
    List<Finding> run() throws Exception;

    default Finding ok(String sentence) {
        return new Finding(name(), Verdict.OK, sentence, "");
    }

    default Finding skipped(String sentence) {
        return new Finding(name(), Verdict.SKIPPED, sentence, "");
    }

    default Finding warning(String sentence, String remedy) {
        return new Finding(name(), Verdict.WARNING, sentence, remedy);
    }

    default Finding problem(String sentence, String remedy) {
        return new Finding(name(), Verdict.PROBLEM, sentence, remedy);
    }
}
