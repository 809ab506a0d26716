package no.kompetansebro.lms;

import java.util.List;
import java.util.Optional;
import no.kompetansebro.coverage.web.PairAction;
import no.kompetansebro.learning.ItemCode;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** Lets employees open what they lack where they take it. */
@Component
@Order(10)
class OpenInLms implements PairAction {

    private final Doors doors;

    OpenInLms(Doors doors) {
        this.doors = doors;
    }

    @Override
    public List<Action> actions(Asked asked) {
        return asked.isOwn() && asked.asOf().isToday()
                ? asked.items().stream()
                        .flatMap(item -> open(item, asked).stream())
                        .toList()
                : List.of();
    }

    private Optional<Action> open(ItemCode item, Asked asked) {
        return doors.of(asked.employee(), item)
                .map(page -> new Action(
                        asked.words().text("lms.open", asked.lexicon().name(item, asked.words())),
                        page.toString(),
                        true,
                        true));
    }
}
