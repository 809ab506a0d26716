package no.kompetansebro.training.gatherings;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import no.kompetansebro.coverage.web.PairAction;
import no.kompetansebro.learning.Gathering;
import no.kompetansebro.learning.GatheringId;
import no.kompetansebro.learning.Gatherings;
import no.kompetansebro.learning.SignUp;
import no.kompetansebro.learning.SignUps;
import no.kompetansebro.organisation.EmployerCalendar;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/**
 * Leads from a requirement to a gathering that would bring the employee nearer to it: the one they are signed up to, else the
 * next that one may sign up to.
 */
@Component
@Order(30)
class GatheringAction implements PairAction {

    private final Gatherings gatherings;
    private final SignUps signUps;
    private final Vocabulary vocabulary;
    private final EmployerCalendar calendar;
    private final Clock clock;

    GatheringAction(
            Gatherings gatherings, SignUps signUps, Vocabulary vocabulary, EmployerCalendar calendar, Clock clock) {
        this.gatherings = gatherings;
        this.signUps = signUps;
        this.vocabulary = vocabulary;
        this.calendar = calendar;
        this.clock = clock;
    }

    @Override
    public List<Action> actions(Asked asked) {
        boolean others =
                !asked.isOwn() && (asked.viewer().leads() || asked.viewer().plans());
        if (asked.items().isEmpty() || (!asked.isOwn() && !others)) {
            return List.of();
        }
        Instant now = clock.instant();
        LocalDate today = calendar.dateOf(now);
        List<Gathering> held = gatherings.upcoming(now).stream()
                .filter(each ->
                        asked.items().contains(each.item()) && each.cancelled().isEmpty())
                .toList();
        if (held.isEmpty()) {
            return List.of();
        }
        Set<GatheringId> signed = signUps.of(asked.employee()).stream()
                .filter(each -> each.state().isActive())
                .map(SignUp::gathering)
                .collect(Collectors.toSet());
        return held.stream()
                .filter(each -> signed.contains(each.id()))
                .findFirst()
                .map(each -> List.of(action(each, true, others, asked)))
                .orElseGet(() -> held.stream()
                        .filter(each -> MyGatherings.isOpen(each, now, today))
                        .limit(1)
                        .map(each -> action(each, false, others, asked))
                        .toList());
    }

    private Action action(Gathering gathering, boolean signed, boolean others, Asked asked) {
        String when = vocabulary.in(asked.words()).moment(gathering.starts());
        String path = GatheringsPage.path(gathering.id());
        if (signed) {
            return new Action(asked.words().text("training.gatherings.action.signed", when), path, false, false);
        }
        return others
                ? new Action(
                        asked.words().text("training.gatherings.action.others", when), path + "/meld-pa", false, false)
                : new Action(
                        asked.words().text("training.gatherings.action", when),
                        path,
                        false,
                        asked.items().size() == 1);
    }
}
