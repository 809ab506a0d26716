package no.kompetansebro.coverage.engine;

/** Why a pair has its status on a date (coverage.md section 11): data only; pages and the API put it into words. */
public record Explanation() {}
