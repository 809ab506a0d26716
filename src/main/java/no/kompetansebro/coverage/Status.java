package no.kompetansebro.coverage;

/** What a pair (employee, requirement) is on a date (coverage.md section 7). */
public enum Status {
    EXEMPT,
    EXPIRING,
    COVERED,
    DUE,
    EXPIRED,
    OVERDUE;

    /** COVERED and EXPIRING count as covered (coverage.md section 8). */
    public boolean isCovered() {
        return this == COVERED || this == EXPIRING;
    }

    /** Not covered, and neither exempt: DUE, EXPIRED or OVERDUE. */
    public boolean isGap() {
        return this == DUE || this == EXPIRED || this == OVERDUE;
    }
}
