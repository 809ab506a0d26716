package no.kompetansebro.lms;

import java.util.List;
import java.util.Optional;
import no.kompetansebro.lti.spi.Launch;
import no.kompetansebro.organisation.Employee;
import no.kompetansebro.organisation.EmployeeId;
import no.kompetansebro.organisation.EmployeeNumber;
import no.kompetansebro.organisation.Employees;
import org.springframework.stereotype.Component;

/**
 * Finds the employee of an account: the confirmed link, or else the registration's trusted attributes in their order,
 * the first that fits exactly one employee. Such a find becomes a confirmed link, unless the employee has or had another
 * account there: then a person decides. After that an attribute that changes changes nothing, but the administrator is
 * told; nor does one where a person has decided.
 */
@Component
class AccountLinking {

    private final AccountLinks links;
    private final Employees employees;

    AccountLinking(AccountLinks links, Employees employees) {
        this.links = links;
        this.employees = employees;
    }

    /** The link as it is after the launch or the roster: confirmed, waiting for the administrator, or rejected. */
    AccountLink link(Account account, LmsPlatform platform) {
        AccountLink link = links.seen(account);
        return switch (link.status()) {
            case REJECTED -> link;
            case CONFIRMED -> {
                checkAgain(link, account, platform);
                yield link;
            }
            case WAITING ->
                link.decided()
                        ? link
                        : match(account.person(), platform)
                                .map(match -> settle(link, match, account.issuer()))
                                .orElse(link);
        };
    }

    private void checkAgain(AccountLink link, Account account, LmsPlatform platform) {
        match(account.person(), platform)
                .map(Match::employee)
                .filter(employee -> link.employee().filter(employee::equals).isEmpty())
                .ifPresent(other -> links.doubt(link.id(), other));
    }

    private AccountLink settle(AccountLink link, Match match, String issuer) {
        if (links.isTaken(match.employee(), issuer, link.id())) {
            links.suggest(link.id(), match.employee());
            return link;
        }
        Optional<EmployeeId> employee = Optional.of(match.employee());
        String attribute = match.by().code();
        links.decide(
                link.id(),
                new Decision(AccountLink.Status.CONFIRMED, employee, false, "attribute:" + attribute, attribute, ""));
        return new AccountLink(link.id(), AccountLink.Status.CONFIRMED, employee, false, true);
    }

    private Optional<Match> match(Launch.Person person, LmsPlatform platform) {
        return platform.accountLink().stream()
                .flatMap(attribute -> match(attribute, person).stream())
                .findFirst();
    }

    private Optional<Match> match(AccountAttribute attribute, Launch.Person person) {
        List<Employee> found =
                attribute.of(person).map(value -> find(attribute, value)).orElse(List.of());
        return found.size() == 1 ? Optional.of(new Match(found.getFirst().id(), attribute)) : Optional.empty();
    }

    private List<Employee> find(AccountAttribute attribute, String value) {
        return switch (attribute) {
            case IDNUMBER -> employees.find(new EmployeeNumber(value)).stream().toList();
            case USERNAME -> employees.withUsername(value);
            case EMAIL -> employees.withEmail(value);
        };
    }

    private record Match(EmployeeId employee, AccountAttribute by) {}
}
