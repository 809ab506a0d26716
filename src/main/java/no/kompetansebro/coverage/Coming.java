package no.kompetansebro.coverage;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import no.kompetansebro.coverage.engine.Ways;
import no.kompetansebro.coverage.recalculation.FallReadings;
import no.kompetansebro.coverage.recalculation.Upkeep;
import no.kompetansebro.learning.ItemCode;
import no.kompetansebro.organisation.EmployerCalendar;
import no.kompetansebro.organisation.UnitTree;
import no.kompetansebro.organisation.access.Viewer;
import no.kompetansebro.shared.DateInterval;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/**
 * What comes of the pairs that a question asks about, from its date on (coverage.md section 10): what ends, and what comes to
 * be past its deadline. Whom a viewer counts is as in the figures of {@link Coverage}: to be counted, not to be shown by
 * name. Who sees no units gets nothing.
 */
@Component
public class Coming {

    private final Upkeep upkeep;
    private final FallReadings readings;
    private final RememberedObligations recorded;
    private final ObjectProvider<PlannedLearning> planned;
    private final EmployerCalendar calendar;
    private final SeatNeeds seats;

    Coming(
            Upkeep upkeep,
            FallReadings readings,
            RememberedObligations recorded,
            ObjectProvider<PlannedLearning> planned,
            EmployerCalendar calendar,
            SeatNeeds seats) {
        this.upkeep = upkeep;
        this.readings = readings;
        this.recorded = recorded;
        this.planned = planned;
        this.calendar = calendar;
        this.seats = seats;
    }

    /** If nothing more is achieved; up to the day before {@code until}, in no order. */
    public void falls(Viewer viewer, Question question, LocalDate until, Consumer<Fall> sink) {
        if (ReadQuestion.isOfUnits(viewer, question)) {
            ReadQuestion asked = new ReadQuestion(upkeep.catchUp(), viewer, question);
            if (asked.isKnown()) {
                readings.read(
                        asked.rules(),
                        new FallReadings.Ask(
                                question.unit(), asked.seen(), asked.asked(), new DateInterval(question.asOf(), until)),
                        sink);
            }
        }
    }

    /**
     * The same, with the items that would have to be taken by the day to be covered from it on ({@link SeatNeeds}); without
     * items where something only ends.
     */
    public void needs(Viewer viewer, Question question, LocalDate until, BiConsumer<Fall, List<ItemCode>> sink) {
        List<Fall> behind = new ArrayList<>();
        falls(viewer, question, until, fall -> {
            if (fall.kind() == Fall.Kind.ENDS) {
                sink.accept(fall, List.of());
            } else {
                behind.add(fall);
            }
        });
        seats.of(behind, sink);
    }

    /** If what is planned is achieved, and nothing else. Of many people it takes as long as judging them. */
    public void needsWithPlanned(
            Viewer viewer, Question question, LocalDate until, BiConsumer<Fall, List<ItemCode>> sink) {
        if (!isAnythingPlanned()) {
            needs(viewer, question, until, sink);
        } else if (ReadQuestion.isOfUnits(viewer, question)) {
            DateInterval dates = new DateInterval(question.asOf(), until);
            UnitTree units = upkeep.catchUp().units();
            Sight sight = Sight.of(viewer, question.unit(), units, calendar.today());
            new PlannedObligations(recorded, planned, calendar)
                    .read(Sight.selection(viewer, question, units), moment -> {
                        Ways ways = moment.rules().engine().ways();
                        moment.people(person -> {
                            PairsOfPerson pairs = new PairsOfPerson(person, question, sight, moment.rules());
                            new FallsOfPerson(pairs, dates, fall -> sink.accept(fall, items(fall, person, ways)))
                                    .find();
                            return true;
                        });
                        return true;
                    });
        }
    }

    private static List<ItemCode> items(Fall fall, Obliged person, Ways ways) {
        return fall.kind() == Fall.Kind.ENDS
                ? List.of()
                : ways.smallest(
                        fall.requirement(),
                        person.person().results(),
                        person.person().evidence(),
                        fall.on());
    }

    /** Whether anybody is to learn anything; where not, what is planned changes nothing. */
    public boolean isAnythingPlanned() {
        LocalDate today = calendar.today();
        return planned.stream().anyMatch(each -> !each.plan(today).isEmpty());
    }
}
