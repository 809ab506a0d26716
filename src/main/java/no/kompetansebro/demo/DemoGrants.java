package no.kompetansebro.demo;

import java.time.LocalDate;
import java.util.Optional;
import no.kompetansebro.organisation.EmployeeNumber;
import no.kompetansebro.organisation.Employees;
import no.kompetansebro.organisation.access.Grants;
import no.kompetansebro.organisation.access.Grants.Kind;
import no.kompetansebro.organisation.access.Viewer;
import org.springframework.context.annotation.Profile;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** Who of the municipality plans for all of it, and who administrates. */
@Component
@Profile(Demo.PROFILE)
@Order(10)
class DemoGrants implements DemoPart {

    private static final EmployeeNumber HR_ADVISER = new EmployeeNumber("1028");
    private static final EmployeeNumber HEAD_OF_HR = new EmployeeNumber("1104");
    private static final EmployeeNumber SYSTEM_ADMINISTRATOR = new EmployeeNumber("1108");

    private static final Viewer SYSTEM = Viewer.ofEverything();

    private final Grants grants;
    private final Employees employees;

    DemoGrants(Grants grants, Employees employees) {
        this.grants = grants;
        this.employees = employees;
    }

    @Override
    public void enter(LocalDate today) {
        give(HR_ADVISER, Kind.HR, today);
        give(HEAD_OF_HR, Kind.HR, today);
        give(SYSTEM_ADMINISTRATOR, Kind.ADMINISTRATOR, today);
    }

    private void give(EmployeeNumber number, Kind kind, LocalDate today) {
        employees
                .find(number)
                .ifPresent(
                        employee -> grants.give(SYSTEM, employee.id(), kind, Optional.empty(), today, "demo", false));
    }
}
