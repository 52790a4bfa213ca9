package org.waypost.admin.doctor;

import java.util.List;
import org.waypost.admin.DoctorAdmin.Finding;

/** Whether the clock is right. */
record ClockCheck() implements Check {
    @Override
    public String name() {
        return "clock";
    }

    @Override
    public List<Finding> run() {
        return List.of(skipped("The clock is not compared, since directory servers do not tell their time here; let NTP set it."));
    }
}
