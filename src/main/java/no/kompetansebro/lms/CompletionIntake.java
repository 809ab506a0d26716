package no.kompetansebro.lms;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import no.kompetansebro.lms.spi.CompletionSource;
import no.kompetansebro.lms.spi.Completions;
import no.kompetansebro.lms.spi.Handover;
import no.kompetansebro.lms.spi.Outcome;
import no.kompetansebro.lms.spi.ReportedCompletion;
import no.kompetansebro.lms.spi.ReportedCourse;
import no.kompetansebro.lms.spi.Taken;
import no.kompetansebro.organisation.EmployerCalendar;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Takes in what sources report: keeps each completion once, records in the ledger what is known, and has the rest wait. What a
 * source withdraws is marked for HR; nothing is revoked here, and nothing because it is missing.
 */
@Component
@Transactional
class CompletionIntake implements Completions {

    private static final BigDecimal FULL_SCORE = BigDecimal.valueOf(100);

    private final ReceivedCompletions received;
    private final KnownCourses courses;
    private final Quarantine quarantine;
    private final MassChanges massChanges;
    private final IntakeWatch watch;
    private final EmployerCalendar calendar;

    CompletionIntake(
            ReceivedCompletions received,
            KnownCourses courses,
            Quarantine quarantine,
            MassChanges massChanges,
            IntakeWatch watch,
            EmployerCalendar calendar) {
        this.received = received;
        this.courses = courses;
        this.quarantine = quarantine;
        this.massChanges = massChanges;
        this.watch = watch;
        this.calendar = calendar;
    }

    @Override
    public Outcome take(Handover handover) {
        received.oneAtATime(handover.source());
        Map<String, ReceivedCompletions.Dated> sound = sound(handover.completions());
        if (massChanges.stop(handover.source(), sound.values(), handover.withdrawn())) {
            return new Outcome(
                    handover.completions().stream().map(_ -> Taken.HELD).toList(), true);
        }
        courses.seen(
                handover.source().issuer(),
                sound.values().stream().map(d -> d.completion().course()).toList());
        Set<String> added = received.add(handover.source(), sound.values());
        received.withdraw(handover.source(), handover.withdrawn());
        Set<String> recorded = quarantine.release(handover.source().name(), added);
        if (recorded.size() < added.size()) {
            received.leaveOut(handover.source(), added);
            watch.add();
        }
        return new Outcome(answers(handover.completions(), sound.keySet(), added, recorded), false);
    }

    @Override
    public void courses(CompletionSource source, List<ReportedCourse> reported) {
        courses.seen(source.issuer(), reported);
    }

    private Map<String, ReceivedCompletions.Dated> sound(List<ReportedCompletion> completions) {
        EmployerCalendar.Dates dates = calendar.dates();
        Map<String, ReceivedCompletions.Dated> sound = new LinkedHashMap<>();
        for (ReportedCompletion completion : completions) {
            var dated = new ReceivedCompletions.Dated(completion, dates.of(completion.achievedAt()));
            if (!dated.achievedOn().isAfter(dates.today()) && isAScore(completion.score())) {
                sound.putIfAbsent(completion.externalId(), dated);
            }
        }
        return sound;
    }

    private static List<Taken> answers(
            List<ReportedCompletion> completions, Set<String> sound, Set<String> added, Set<String> recorded) {
        Set<String> fresh = new HashSet<>(added);
        List<Taken> answers = new ArrayList<>();
        for (ReportedCompletion completion : completions) {
            String id = completion.externalId();
            if (!sound.contains(id)) {
                answers.add(Taken.REFUSED);
            } else if (!fresh.remove(id)) {
                answers.add(Taken.KNOWN);
            } else {
                answers.add(recorded.contains(id) ? Taken.RECORDED : Taken.WAITING);
            }
        }
        return answers;
    }

    private static boolean isAScore(Optional<BigDecimal> score) {
        return score.map(s -> s.signum() >= 0 && s.compareTo(FULL_SCORE) <= 0).orElse(true);
    }
}
