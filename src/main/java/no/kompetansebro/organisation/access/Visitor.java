package no.kompetansebro.organisation.access;

import java.io.Serializable;
import java.util.Optional;
import no.kompetansebro.organisation.EmployeeId;
import no.kompetansebro.shared.EmployerId;
import org.jspecify.annotations.Nullable;

/**
 * Who is signed in: an employer, and the employee where one is linked. Kept in the session; rights are read anew for
 * each request ({@link Viewer}), so that a right that ends is gone with the next click.
 *
 * @param trustedAdministrator the LMS says administrator, and the employer trusts that LMS's administrators
 */
public record Visitor(EmployerId employer, @Nullable EmployeeId employeeId, boolean trustedAdministrator)
        implements Serializable {

    /** The employee who is signed in; empty for an administrator without an employment. */
    public Optional<EmployeeId> employee() {
        return Optional.ofNullable(employeeId);
    }
}
