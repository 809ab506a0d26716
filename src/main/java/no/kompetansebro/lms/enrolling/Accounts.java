package no.kompetansebro.lms.enrolling;

import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import no.kompetansebro.lms.spi.EnrolmentAccess;
import no.kompetansebro.lms.spi.EnrolmentAccess.FoundAccount;
import no.kompetansebro.lms.spi.EnrolmentTrouble;
import no.kompetansebro.organisation.EmployeeId;
import org.springframework.stereotype.Component;

/** Finds people's accounts in an LMS. What was decided about an account comes before the number that it has there. */
@Component
class Accounts {

    private final Enrollees enrollees;

    Accounts(Enrollees enrollees) {
        this.enrollees = enrollees;
    }

    /** Everybody's account, or why there is none. Calls the LMS, outside any transaction. */
    Map<EmployeeId, FoundAccount> of(EnrolmentAccess lms, String issuer, Collection<Enrollee> people) {
        List<Enrollee> order = List.copyOf(people);
        Map<EmployeeId, FoundAccount> found = new HashMap<>();
        if (order.isEmpty()) {
            return found;
        }
        List<FoundAccount> told = lms.accounts(order.stream().map(Enrollee::key).toList());
        Map<String, Enrollees.Decided> decided = enrollees.decided(
                issuer, told.stream().flatMap(each -> subject(each).stream()).toList());
        for (int i = 0; i < order.size(); i++) {
            found.put(order.get(i).id(), judged(order.get(i), told.get(i), decided));
        }
        return found;
    }

    static Optional<String> subject(FoundAccount account) {
        return switch (account) {
            case FoundAccount.Found(String subject) -> Optional.of(subject);
            case FoundAccount.None _ -> Optional.empty();
        };
    }

    private static FoundAccount judged(Enrollee person, FoundAccount told, Map<String, Enrollees.Decided> decided) {
        Optional<Enrollees.Decided> decision = subject(told).map(decided::get);
        if (decision.isEmpty() || decision.get().employee().equals(Optional.of(person.id()))) {
            return told;
        }
        return new FoundAccount.None(EnrolmentTrouble.lasting(
                decision.get().employee().isEmpty() ? "account_rejected" : "account_of_other", ""));
    }
}
