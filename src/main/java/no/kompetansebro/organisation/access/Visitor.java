package no.kompetansebro.organisation.access;

import java.io.Serializable;
import java.time.Instant;
import java.util.Optional;
import no.kompetansebro.organisation.EmployeeId;
import no.kompetansebro.shared.EmployerId;
import org.jspecify.annotations.Nullable;

/**
 * Who is signed in: an employer, and the employee where one is linked. Kept in the session; rights are read anew for
 * each request ({@link Viewer}), so that a right that ends is gone with the next click.
 *
 * @param administratorUntil until when the LMS's word that this is an administrator counts; null: not at all
 * @param withoutRights whether only an LMS's administrator vouches for who this is: then nothing but the own page
 */
public record Visitor(
        EmployerId employer,
        @Nullable EmployeeId employeeId,
        @Nullable Instant administratorUntil,
        boolean withoutRights)
        implements Serializable {

    /** The employee, with all rights that the employee has here, and nothing by an LMS's word. */
    public static Visitor as(EmployerId employer, EmployeeId employee) {
        return new Visitor(employer, employee, null, false);
    }

    /** An administrator of the LMS without an employment here. */
    public static Visitor administrator(EmployerId employer, Instant until) {
        return new Visitor(employer, null, until, false);
    }

    /** Somebody of the LMS who is no employee as far as we know: sees nothing of anybody. */
    public static Visitor nobody(EmployerId employer) {
        return new Visitor(employer, null, null, false);
    }

    /** The employee who is signed in; empty for an administrator without an employment. */
    public Optional<EmployeeId> employee() {
        return Optional.ofNullable(employeeId);
    }

    /** Whether the LMS's word about an administrator still counts. */
    public boolean isTrustedAdministrator(Instant now) {
        return administratorUntil != null && administratorUntil.isAfter(now);
    }

    /** Whether who is signed in is still that: an administrator who is nothing else is one only for a while. */
    public boolean isCurrent(Instant now) {
        return employeeId != null || administratorUntil == null || isTrustedAdministrator(now);
    }
}
