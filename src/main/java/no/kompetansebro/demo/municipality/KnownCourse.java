package no.kompetansebro.demo.municipality;

import no.kompetansebro.shared.LocalizedName;

/** A course that the catalogue maps to an LMS. */
public record KnownCourse(String item, String idNumber, LocalizedName name) {}
