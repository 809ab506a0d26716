package no.kompetansebro.lms;

import java.util.Optional;
import no.kompetansebro.organisation.Employee;
import no.kompetansebro.organisation.EmployeeId;
import no.kompetansebro.organisation.EmployeeNumber;
import no.kompetansebro.organisation.Employees;
import org.springframework.session.FindByIndexNameSessionRepository;
import org.springframework.session.Session;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** What an administrator decides about account links. Nobody decides about the account that they came in by. */
@Component
@Transactional
class LinkDecisions {

    private final AccountLinks links;
    private final Employees employees;
    private final FindByIndexNameSessionRepository<? extends Session> sessions;

    LinkDecisions(
            AccountLinks links, Employees employees, FindByIndexNameSessionRepository<? extends Session> sessions) {
        this.links = links;
        this.employees = employees;
        this.sessions = sessions;
    }

    /** What became of a decision. */
    enum Outcome {
        CONFIRMED,
        REJECTED,
        UNDONE,
        EMPLOYEE_UNKNOWN,
        OWN_ACCOUNT,
        NOTHING_CHANGED
    }

    /** Confirms that the account is the employee's. */
    Outcome confirm(LinkId link, EmployeeNumber number, String by) {
        Optional<EmployeeId> employee = employees.find(number).map(Employee::id);
        if (employee.isEmpty()) {
            return Outcome.EMPLOYEE_UNKNOWN;
        }
        return decide(link, AccountLink.Status.CONFIRMED, employee, by, Outcome.CONFIRMED);
    }

    /** The account is no employee's. */
    Outcome reject(LinkId link, String by) {
        return decide(link, AccountLink.Status.REJECTED, Optional.empty(), by, Outcome.REJECTED);
    }

    /** The link waits again, until a person decides anew. */
    Outcome undo(LinkId link, String by) {
        return decide(link, AccountLink.Status.WAITING, Optional.empty(), by, Outcome.UNDONE);
    }

    /** Whoever was signed in as the employee of the link before is signed out. */
    private Outcome decide(
            LinkId link, AccountLink.Status status, Optional<EmployeeId> employee, String by, Outcome outcome) {
        Optional<String> before = links.employeeOf(link).map(SignedIn::as);
        if (by.equals(SignedIn.as(link)) || before.filter(by::equals).isPresent()) {
            return Outcome.OWN_ACCOUNT;
        }
        if (!links.decide(link, status, employee, by)) {
            return Outcome.NOTHING_CHANGED;
        }
        before.ifPresent(this::signOut);
        return outcome;
    }

    private void signOut(String name) {
        sessions.findByPrincipalName(name).keySet().forEach(sessions::deleteById);
    }
}
