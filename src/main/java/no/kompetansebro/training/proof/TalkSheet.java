package no.kompetansebro.training.proof;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import no.kompetansebro.coverage.Coverage;
import no.kompetansebro.coverage.Pair;
import no.kompetansebro.coverage.Question;
import no.kompetansebro.coverage.Status;
import no.kompetansebro.coverage.web.Lexicon;
import no.kompetansebro.coverage.web.Lexicons;
import no.kompetansebro.coverage.web.Words;
import no.kompetansebro.organisation.EmployeeId;
import no.kompetansebro.organisation.EmployerCalendar;
import no.kompetansebro.organisation.Employments;
import no.kompetansebro.organisation.access.Viewer;
import no.kompetansebro.training.proof.Claim.State;
import no.kompetansebro.training.proof.TalkMeasures.Measure;
import org.springframework.stereotype.Component;

/** Puts together, on one page, what a leader and an employee talk about: what is covered, missing and running out, and what they agree. */
@Component
class TalkSheet {

    private final Coverage coverage;
    private final Employments employments;
    private final Lexicons lexicons;
    private final Claims claims;
    private final TalkMeasures measures;
    private final AssignedToSomebody assigned;
    private final Saying saying;
    private final EmployerCalendar calendar;

    TalkSheet(
            Coverage coverage,
            Employments employments,
            Lexicons lexicons,
            Claims claims,
            TalkMeasures measures,
            AssignedToSomebody assigned,
            Saying saying,
            EmployerCalendar calendar) {
        this.coverage = coverage;
        this.employments = employments;
        this.lexicons = lexicons;
        this.claims = claims;
        this.measures = measures;
        this.assigned = assigned;
        this.saying = saying;
        this.calendar = calendar;
    }

    /** The sheet. */
    record View(
            UUID employee,
            String name,
            List<String> positions,
            String date,
            String covered,
            List<Line> gaps,
            List<Line> expiring,
            List<AssignedToSomebody.Line> assigned,
            List<String> waiting,
            List<Agreed> agreed,
            Map<String, String> values,
            Map<String, String> errors,
            boolean own) {}

    /** A requirement, and what is to be said about it. */
    record Line(String name, String text) {}

    /** A measure, and who has confirmed it; {@code confirmable} by whoever looks. */
    record Agreed(UUID id, String text, String due, String leader, String employee, boolean confirmable) {}

    View of(Viewer viewer, EmployeeId person, Words words, Fields fields) {
        LocalDate today = calendar.today();
        Lexicon lexicon = lexicons.current();
        ClaimWords say = saying.in(words);
        List<Pair> pairs = new ArrayList<>();
        coverage.pairs(viewer, Question.asOf(today).of(person).headline(), pairs::add);
        boolean own = viewer.employee().filter(person::equals).isPresent();
        return new View(
                person.value(),
                saying.name(person),
                employments.of(person, today).stream()
                        .map(each -> each.title().orElse(each.position()) + ", " + lexicon.name(each.unit()))
                        .toList(),
                words.date(today),
                covered(pairs, words),
                gaps(pairs, lexicon, words),
                expiring(pairs, today, lexicon, words),
                assigned.of(person, today, words),
                claims.of(person).stream()
                        .filter(claim -> claim.state() == State.WAITING)
                        .map(claim -> say.subject(claim.subject()))
                        .toList(),
                measures.of(person).stream()
                        .map(each -> agreed(each, own, words))
                        .toList(),
                fields.values(),
                fields.errors(),
                own);
    }

    private static String covered(List<Pair> pairs, Words words) {
        long toCover =
                pairs.stream().filter(pair -> pair.status() != Status.EXEMPT).count();
        long covered = pairs.stream().filter(pair -> pair.status().isCovered()).count();
        return words.text("training.proof.talk.covered", covered, toCover);
    }

    private static List<Line> gaps(List<Pair> pairs, Lexicon lexicon, Words words) {
        return pairs.stream()
                .filter(pair -> pair.status().isGap())
                .sorted(Comparator.comparing(Pair::deadline))
                .map(pair -> new Line(
                        lexicon.name(pair.requirement(), words),
                        pair.status() == Status.DUE
                                ? words.text("training.proof.talk.due", words.lastDay(pair.deadline()))
                                : words.status(pair.status())))
                .toList();
    }

    private static List<Line> expiring(List<Pair> pairs, LocalDate today, Lexicon lexicon, Words words) {
        return pairs.stream()
                .filter(pair -> pair.status().isCovered())
                .filter(pair -> pair.heldUntil()
                        .filter(until -> !until.isAfter(today.plusYears(1)))
                        .isPresent())
                .sorted(Comparator.comparing(pair -> pair.heldUntil().orElseThrow()))
                .map(pair -> new Line(
                        lexicon.name(pair.requirement(), words),
                        words.text(
                                "training.proof.talk.through",
                                words.lastDay(pair.heldUntil().orElseThrow()))))
                .toList();
    }

    private Agreed agreed(Measure measure, boolean own, Words words) {
        return new Agreed(
                measure.id(),
                measure.text(),
                measure.dueOn().map(words::date).orElse(""),
                measure.leader()
                        .map(leader -> words.text(
                                "training.proof.talk.confirmed", saying.name(leader), day(measure.leaderAt(), words)))
                        .orElseGet(() -> words.text("training.proof.talk.leader.waits")),
                measure.employeeAt().isPresent()
                        ? words.text(
                                "training.proof.talk.confirmed",
                                saying.name(measure.employee()),
                                day(measure.employeeAt(), words))
                        : words.text("training.proof.talk.employee.waits"),
                own ? measure.employeeAt().isEmpty() : measure.leaderAt().isEmpty());
    }

    private String day(Optional<Instant> moment, Words words) {
        return moment.map(calendar::dateOf).map(words::date).orElse("");
    }
}
