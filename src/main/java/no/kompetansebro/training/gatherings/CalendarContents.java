package no.kompetansebro.training.gatherings;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.time.Period;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import no.kompetansebro.coverage.Coverage;
import no.kompetansebro.coverage.Pair;
import no.kompetansebro.coverage.Question;
import no.kompetansebro.coverage.Status;
import no.kompetansebro.coverage.web.Words;
import no.kompetansebro.learning.Gathering;
import no.kompetansebro.learning.GatheringId;
import no.kompetansebro.learning.Gatherings;
import no.kompetansebro.learning.SignUp;
import no.kompetansebro.learning.SignUp.State;
import no.kompetansebro.learning.SignUps;
import no.kompetansebro.organisation.EmployeeId;
import no.kompetansebro.organisation.EmployerCalendar;
import no.kompetansebro.organisation.access.Viewer;
import no.kompetansebro.requirement.Requirement;
import no.kompetansebro.requirement.RequirementCode;
import no.kompetansebro.requirement.Requirements;
import no.kompetansebro.shared.LocalizedName;
import no.kompetansebro.training.gatherings.CalendarEntry.Standing;
import org.springframework.stereotype.Component;

/**
 * What stands in an employee's calendar: gatherings they are signed up to, and the last day of each deadline and holding
 * that is ahead. Names, dates and places only.
 */
@Component
class CalendarContents {

    private static final Period BACK = Period.ofMonths(3);
    private static final Period AHEAD = Period.ofYears(2);

    private final Gatherings gatherings;
    private final SignUps signUps;
    private final Coverage coverage;
    private final Requirements requirements;
    private final Vocabulary vocabulary;
    private final EmployerCalendar calendar;

    CalendarContents(
            Gatherings gatherings,
            SignUps signUps,
            Coverage coverage,
            Requirements requirements,
            Vocabulary vocabulary,
            EmployerCalendar calendar) {
        this.gatherings = gatherings;
        this.signUps = signUps;
        this.coverage = coverage;
        this.requirements = requirements;
        this.vocabulary = vocabulary;
        this.calendar = calendar;
    }

    /** The calendar as a file. */
    String file(EmployeeId employee, Instant now, Words words) {
        List<CalendarEntry> entries = Stream.concat(held(employee, now, words), ahead(employee, words))
                .toList();
        return CalendarFile.of(words.text("training.calendar.name"), entries, now);
    }

    private Stream<CalendarEntry> held(EmployeeId employee, Instant now, Words words) {
        Map<GatheringId, State> own = signUps.of(employee).stream()
                .filter(each -> each.state().isActive() || each.state() == State.ATTENDED)
                .collect(Collectors.toMap(SignUp::gathering, SignUp::state));
        GatheringWords in = vocabulary.in(words);
        Instant since = now.atOffset(ZoneOffset.UTC).minus(BACK).toInstant();
        return gatherings.find(own.keySet()).stream()
                .filter(each -> each.ends().isAfter(since))
                .flatMap(each -> days(each, own.getOrDefault(each.id(), State.WAITING), in));
    }

    private static Stream<CalendarEntry> days(Gathering gathering, State state, GatheringWords in) {
        Standing standing = gathering.cancelled().isPresent()
                ? Standing.CANCELLED
                : state == State.WAITING ? Standing.TENTATIVE : Standing.CONFIRMED;
        return IntStream.range(0, gathering.days().size())
                .mapToObj(i -> new CalendarEntry.Held(
                        gathering.id() + "-" + (i + 1) + "@kompetansebro",
                        in.name(gathering),
                        gathering.version(),
                        gathering.days().get(i).from(),
                        gathering.days().get(i).until(),
                        Optional.of(in.place(gathering)),
                        standing));
    }

    private Stream<CalendarEntry> ahead(EmployeeId employee, Words words) {
        LocalDate today = calendar.today();
        Map<RequirementCode, LocalizedName> names =
                requirements.all().stream().collect(Collectors.toMap(Requirement::code, Requirement::name));
        List<Pair> pairs = new ArrayList<>();
        coverage.pairs(Viewer.ofEverything(), Question.asOf(today).of(employee), pairs::add);
        return pairs.stream().flatMap(pair -> {
            LocalizedName name = names.getOrDefault(
                    pair.requirement(), LocalizedName.of(pair.requirement().value()));
            return ahead(employee, pair, today, words.name(name), words);
        });
    }

    /** Deadlines and ends are shown by the last day that is in time. */
    private static Stream<CalendarEntry> ahead(
            EmployeeId employee, Pair pair, LocalDate today, String name, Words words) {
        boolean due = pair.status() == Status.DUE;
        Optional<LocalDate> until = due
                ? Optional.of(pair.deadline())
                : pair.heldUntil().filter(_ -> pair.status().isCovered());
        return until
                .filter(end -> end.isBefore(today.plus(AHEAD)))
                .map(end -> new CalendarEntry.OnDay(
                        uid(employee, pair.requirement()),
                        words.text(due ? "training.calendar.due" : "training.calendar.expires", name),
                        end.minusDays(1)))
                .stream()
                .map(each -> each);
    }

    private static String uid(EmployeeId employee, RequirementCode requirement) {
        byte[] name = (employee + "/" + requirement.value()).getBytes(StandardCharsets.UTF_8);
        return UUID.nameUUIDFromBytes(name) + "@kompetansebro";
    }
}
