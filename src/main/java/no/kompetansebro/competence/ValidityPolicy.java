package no.kompetansebro.competence;

/** How long a result or evidence holds (coverage.md section 2). */
public sealed interface ValidityPolicy {

    /** From the day it was achieved, for ever. */
    record Forever() implements ValidityPolicy {}

    /** For {@code months} months from the day it was achieved. */
    record Months(int months) implements ValidityPolicy {
        public Months {
            requirePositive(months, "months");
        }
    }

    /**
     * For {@code months} months; a renewal at most {@code renewalWindowDays} days (0 to 28 × months) before an end keeps
     * the anniversary.
     */
    record RenewableMonths(int months, int renewalWindowDays) implements ValidityPolicy {
        public RenewableMonths {
            requirePositive(months, "months");
            if (renewalWindowDays < 0 || renewalWindowDays > 28L * months) {
                throw new IllegalArgumentException("renewalWindowDays must be 0 to 28 times months");
            }
        }
    }

    /** Until the end of the {@code years}th calendar year after the one it was achieved in; 1 is a yearly duty. */
    record EndOfYear(int years) implements ValidityPolicy {
        public EndOfYear {
            if (years < 0 || years > 1200) {
                throw new IllegalArgumentException("endOfYear must be 0 to 1200");
            }
        }
    }

    ValidityPolicy FOREVER = new Forever();

    private static void requirePositive(int months, String name) {
        if (months < 1 || months > 1200) {
            throw new IllegalArgumentException(name + " must be 1 to 1200");
        }
    }
}
