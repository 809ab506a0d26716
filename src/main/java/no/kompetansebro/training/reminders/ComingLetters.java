package no.kompetansebro.training.reminders;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import no.kompetansebro.coverage.Coverage;
import no.kompetansebro.coverage.Pair;
import no.kompetansebro.organisation.EmployeeId;
import no.kompetansebro.organisation.EmployerCalendar;
import no.kompetansebro.organisation.access.Viewer;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Foretells what will be sent in the next days if nobody does anything: by the same judgement as the rounds that send, with
 * nothing kept. What a leader reminds of by hand is not among it.
 */
@Component
class ComingLetters {

    private static final int DAYS = 14;
    private static final int LATE = 23;

    private final Coverage coverage;
    private final Addressees addressees;
    private final ReminderLedger ledger;
    private final ReminderRuns runs;
    private final PersonalFacts facts;
    private final EmployerCalendar calendar;

    ComingLetters(
            Coverage coverage,
            Addressees addressees,
            ReminderLedger ledger,
            ReminderRuns runs,
            PersonalFacts facts,
            EmployerCalendar calendar) {
        this.coverage = coverage;
        this.addressees = addressees;
        this.ledger = ledger;
        this.runs = runs;
        this.facts = facts;
        this.calendar = calendar;
    }

    /**
     * A day on which something is sent.
     *
     * @param kinds how many things are told, by kind
     * @param people who is told, each in one message
     * @param byEmail how many of them by e-mail too
     * @param leaders how many leaders get the message of the week, at most
     */
    record Day(LocalDate date, Map<Matter.Kind, Integer> kinds, List<EmployeeId> people, int byEmail, int leaders) {}

    /** Fourteen days from the first on, today's where nobody has been looked for today; days without messages left out. */
    @Transactional(readOnly = true)
    public List<Day> from(Settings settings, LocalDate today) {
        Optional<LocalDate> last = runs.lastOfPeople();
        LocalDate first = last.filter(today::equals).isPresent() ? today.plusDays(1) : today;
        Foretelling foretelling = foretelling(settings, first, last.orElse(first.minusDays(1)));
        Slots slots = new Slots(asIfOn(settings), calendar.dates().zone());
        List<Day> days = new ArrayList<>();
        for (LocalDate day = first; day.isBefore(first.plusDays(DAYS)); day = day.plusDays(1)) {
            Instant evening = evening(day, slots.zone());
            int leaders = foretelling.isNewWeek(slots.leaders(evening))
                    ? (int) addressees.leads(day).stream()
                            .map(Addressees.Lead::leader)
                            .distinct()
                            .count()
                    : 0;
            if (slots.people(evening).isPresent()) {
                days.add(foretelling.day(day, pairs(day), addressees.between("", Optional.empty(), day), leaders));
            }
        }
        return days.stream()
                .filter(day -> !day.people().isEmpty() || day.leaders() > 0)
                .toList();
    }

    private static Settings asIfOn(Settings of) {
        return new Settings(
                Optional.of(Instant.EPOCH),
                of.hour(),
                of.leadersOn(),
                of.daysAhead(),
                of.pauseDays(),
                of.sender(),
                of.language());
    }

    private static Instant evening(LocalDate day, ZoneId zone) {
        return day.atTime(LATE, 0).atZone(zone).toInstant();
    }

    private Foretelling foretelling(Settings settings, LocalDate first, LocalDate before) {
        List<EmployeeId> everybody = addressees.between("", Optional.empty(), first).stream()
                .map(Addressee::id)
                .toList();
        return new Foretelling(
                settings,
                first,
                ledger.said(everybody),
                facts.tasks(everybody, first).stream().collect(Collectors.groupingBy(RemindableTasks.Task::employee)),
                Foretelling.expired(pairs(before).values()));
    }

    private Map<EmployeeId, List<Pair>> pairs(LocalDate day) {
        List<Pair> pairs = new ArrayList<>();
        coverage.pairs(Viewer.ofEverything(), Rounds.question(day), pairs::add);
        return pairs.stream().collect(Collectors.groupingBy(Pair::employeeId));
    }
}
