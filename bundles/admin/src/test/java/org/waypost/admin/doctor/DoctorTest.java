package org.waypost.admin.doctor;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.Test;
import org.waypost.admin.DoctorAdmin.Finding;
import org.waypost.admin.DoctorAdmin.Verdict;

class DoctorTest {
    @Test
    void checksRunAtTheSameTimeAndAreToldInTheirOrder() {
        CountDownLatch both = new CountDownLatch(2);
        Step meeting = check -> {
            both.countDown();
            both.await();
            return List.of(check.ok("It went well."));
        };
        List<Finding> told = new CopyOnWriteArrayList<>();
        List<Finding> findings = new Doctor(Duration.ofSeconds(20)).examine(List.of(check("a", meeting), check("b", meeting)), told::add);
        assertEquals(List.of("a OK", "b OK"), findings.stream().map(f -> f.check() + " " + f.verdict()).toList());
        assertEquals(2, told.size());
    }

    @Test
    void oneThatHangsOrFailsStopsNoOther() {
        List<Finding> findings = new Doctor(Duration.ofMillis(200)).examine(List.of(check("hangs", check -> {
            new CountDownLatch(1).await();
            return List.of();
        }), check("fails", check -> {
            throw new IllegalStateException("broken");
        }), check("works", check -> List.of(check.problem("It is bad.", "Mend it.")))), finding -> { });
        assertEquals(List.of(Verdict.WARNING, Verdict.WARNING, Verdict.PROBLEM), findings.stream().map(Finding::verdict).toList());
        assertTrue(findings.get(0).sentence().startsWith("The check did not end"), findings.get(0).sentence());
        assertTrue(findings.get(1).sentence().contains("broken"), findings.get(1).sentence());
    }

    private static Check check(String name, Step step) {
        return new Check() {
            @Override
            public String name() {
                return name;
            }

            @Override
            public List<Finding> run() throws Exception {
                return step.of(this);
            }
        };
    }

    private interface Step {
        List<Finding> of(Check check) throws Exception;
    }
}
