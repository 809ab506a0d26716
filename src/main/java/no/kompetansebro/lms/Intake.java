package no.kompetansebro.lms;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import no.kompetansebro.evidence.Ledger;
import no.kompetansebro.evidence.Result;
import no.kompetansebro.learning.Item;
import no.kompetansebro.learning.ItemCode;
import no.kompetansebro.learning.Items;
import no.kompetansebro.organisation.EmployeeId;
import no.kompetansebro.organisation.EmployerCalendar;
import no.kompetansebro.shared.EmployerScope;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/** Takes in what an LMS reports: finds the person and the item, and records the result in the ledger. */
@Component
public class Intake {

    private static final BigDecimal FULL_SCORE = BigDecimal.valueOf(100);

    private final LmsPlatforms platforms;
    private final AccountLinks links;
    private final Items items;
    private final Ledger ledger;
    private final EmployerCalendar calendar;
    private final TransactionTemplate transaction;

    Intake(
            LmsPlatforms platforms,
            AccountLinks links,
            Items items,
            Ledger ledger,
            EmployerCalendar calendar,
            TransactionTemplate transaction) {
        this.platforms = platforms;
        this.links = links;
        this.items = items;
        this.ledger = ledger;
        this.calendar = calendar;
        this.transaction = transaction;
    }

    /** Records the completion on the date that it has at the employer, in a transaction of its own; or says why not. */
    public Receipt completed(Completion completion) {
        return platforms
                .find(completion.registration())
                .map(platform -> EmployerScope.in(
                        platform.employer(),
                        () -> transaction.<Receipt>execute(_ -> record(completion, item(completion.itemKey())))))
                .orElse(Receipt.PLATFORM_UNKNOWN);
    }

    /**
     * The same, where the item is known: the completion is of a column of ours, whose link shows the item. Its item key
     * does not matter.
     */
    Receipt completed(Completion completion, ItemCode item) {
        return platforms
                .find(completion.registration())
                .map(platform -> EmployerScope.in(
                        platform.employer(),
                        () -> transaction.<Receipt>execute(_ -> record(completion, existing(item)))))
                .orElse(Receipt.PLATFORM_UNKNOWN);
    }

    private Optional<ItemCode> existing(ItemCode code) {
        return items.all().stream().map(Item::code).filter(code::equals).findFirst();
    }

    private Receipt record(Completion completion, Optional<ItemCode> item) {
        LocalDate achievedOn = calendar.dateOf(completion.when());
        if (achievedOn.isAfter(calendar.today()) || !isAScore(completion.score())) {
            return Receipt.REFUSED;
        }
        Optional<EmployeeId> employee = links.employee(completion.issuer(), completion.subject());
        if (employee.isEmpty()) {
            return Receipt.PERSON_UNKNOWN;
        }
        return item.map(code -> new Result(
                        "lms:" + completion.registration(),
                        completion.externalId(),
                        employee.get(),
                        code,
                        achievedOn,
                        completion.score()))
                .map(result -> ledger.record(result) ? Receipt.RECORDED : Receipt.KNOWN)
                .orElse(Receipt.ITEM_UNKNOWN);
    }

    private static boolean isAScore(Optional<BigDecimal> score) {
        return score.map(s -> s.signum() >= 0 && s.compareTo(FULL_SCORE) <= 0).orElse(true);
    }

    private Optional<ItemCode> item(String key) {
        List<Item> found =
                items.all().stream().filter(item -> isKnownAs(item.lms(), key)).toList();
        return found.size() == 1 ? Optional.of(found.getFirst().code()) : Optional.empty();
    }

    private static boolean isKnownAs(Item.LmsReference reference, String key) {
        return reference.courseIdNumber().filter(key::equals).isPresent()
                || reference.courseShortName().filter(key::equals).isPresent()
                || reference.ltiResource().filter(key::equals).isPresent();
    }
}
