package no.kompetansebro.demo.municipality;

import java.time.LocalDate;
import java.util.Optional;

/** A requirement on people, as far as the history of learning needs to know it. */
record Duty(
        String code,
        String competence,
        Optional<String> level,
        Node targetGroup,
        int graceDays,
        Optional<LocalDate> validFrom) {}
