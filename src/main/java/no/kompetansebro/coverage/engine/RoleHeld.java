package no.kompetansebro.coverage.engine;

import no.kompetansebro.shared.DateInterval;

/** The employee holds the role on the dates. */
public record RoleHeld(String role, DateInterval dates) {}
