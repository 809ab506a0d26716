package no.kompetansebro.lms;

import java.util.Optional;
import no.kompetansebro.organisation.Employee;
import no.kompetansebro.organisation.EmployeeId;
import no.kompetansebro.organisation.EmployeeNumber;
import no.kompetansebro.organisation.Employees;
import no.kompetansebro.organisation.access.Viewers;
import no.kompetansebro.organisation.access.Visitor;
import no.kompetansebro.shared.EmployerScope;
import org.springframework.session.FindByIndexNameSessionRepository;
import org.springframework.session.Session;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * What an administrator decides about account links. Nobody decides about the account that they came in by; and who is
 * an administrator only by an LMS's word neither gives rights by a link nor takes an appointed administrator's away
 * (docs/adr/0008).
 */
@Component
@Transactional
class LinkDecisions {

    private final AccountLinks links;
    private final LinkCandidates candidates;
    private final Employees employees;
    private final Viewers viewers;
    private final FindByIndexNameSessionRepository<? extends Session> sessions;

    LinkDecisions(
            AccountLinks links,
            LinkCandidates candidates,
            Employees employees,
            Viewers viewers,
            FindByIndexNameSessionRepository<? extends Session> sessions) {
        this.links = links;
        this.candidates = candidates;
        this.employees = employees;
        this.viewers = viewers;
        this.sessions = sessions;
    }

    /** What became of a decision. */
    enum Outcome {
        CONFIRMED,
        CONFIRMED_WITHOUT_RIGHTS,
        REJECTED,
        UNDONE,
        KEPT,
        EMPLOYEE_UNKNOWN,
        OWN_ACCOUNT,
        NEEDS_APPOINTED,
        NOTHING_CHANGED
    }

    /** Confirms that the account is the employee's. */
    Outcome confirm(LinkId link, EmployeeNumber number, Decider by, String reason) {
        Optional<EmployeeId> employee = employees.find(number).map(Employee::id);
        if (employee.isEmpty()) {
            return Outcome.EMPLOYEE_UNKNOWN;
        }
        String basis = candidates.basis(link, number);
        return decide(
                link,
                by,
                new Decision(AccountLink.Status.CONFIRMED, employee, !by.isEnough(), by.name(), basis, reason),
                by.isEnough() ? Outcome.CONFIRMED : Outcome.CONFIRMED_WITHOUT_RIGHTS);
    }

    /** The account is no employee's. */
    Outcome reject(LinkId link, Decider by, String reason) {
        return decide(link, by, without(AccountLink.Status.REJECTED, by, reason), Outcome.REJECTED);
    }

    /** The link waits again, until a person decides anew. */
    Outcome undo(LinkId link, Decider by, String reason) {
        return decide(link, by, without(AccountLink.Status.WAITING, by, reason), Outcome.UNDONE);
    }

    /** The link stays, although the LMS calls the account somebody else's now. */
    Outcome keep(LinkId link, Decider by) {
        if (!by.isEnough()) {
            return Outcome.NEEDS_APPOINTED;
        }
        return links.dismiss(link) ? Outcome.KEPT : Outcome.NOTHING_CHANGED;
    }

    private static Decision without(AccountLink.Status status, Decider by, String reason) {
        return new Decision(status, Optional.empty(), false, by.name(), "", reason);
    }

    /** Whoever was signed in as the employee of the link before is signed out. */
    private Outcome decide(LinkId link, Decider by, Decision decision, Outcome outcome) {
        Optional<EmployeeId> before = links.employeeOf(link);
        Optional<String> signedIn = before.map(SignedIn::as);
        if (by.name().equals(SignedIn.as(link))
                || signedIn.filter(by.name()::equals).isPresent()) {
            return Outcome.OWN_ACCOUNT;
        }
        if (!by.isEnough() && before.filter(this::isAppointed).isPresent()) {
            return Outcome.NEEDS_APPOINTED;
        }
        if (!links.decide(link, decision)) {
            return Outcome.NOTHING_CHANGED;
        }
        signedIn.ifPresent(this::signOut);
        return outcome;
    }

    private boolean isAppointed(EmployeeId employee) {
        return viewers.of(Visitor.as(EmployerScope.required(), employee)).appointed();
    }

    private void signOut(String name) {
        sessions.findByPrincipalName(name).keySet().forEach(sessions::deleteById);
    }
}
