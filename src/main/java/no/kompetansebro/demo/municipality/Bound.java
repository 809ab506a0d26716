package no.kompetansebro.demo.municipality;

import java.time.LocalDate;

/** A person bound by a duty since a day. */
record Bound(Person person, Duty duty, LocalDate since) {

    LocalDate deadline() {
        return since.plusDays(duty.graceDays());
    }
}
