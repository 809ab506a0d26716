package no.kompetansebro.training.reminders;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import no.kompetansebro.coverage.Coverage;
import no.kompetansebro.coverage.Figures;
import no.kompetansebro.coverage.MinimumStanding;
import no.kompetansebro.coverage.Question;
import no.kompetansebro.coverage.Status;
import no.kompetansebro.coverage.web.Lexicon;
import no.kompetansebro.coverage.web.Words;
import no.kompetansebro.organisation.UnitCode;
import no.kompetansebro.organisation.access.Viewer;

/**
 * What a leader's weekly letter says when its turn comes: counts and a link for each unit, nobody's name. Mailboxes are read
 * by secretaries, on phones and in backups; who it is about stands behind the sign-in, where looking is kept.
 */
record LeaderLetter(
        Coverage coverage, List<LeaderErrands> errands, LocalDate today, Lexicon lexicon, Words words, Links links) {

    Found of(Addressee to, Viewer leader, List<Matter> matters, String employer) {
        if (!to.byEmail()) {
            return Found.chosenOnPage();
        }
        List<UnitCode> units = matters.stream()
                .map(matter -> new UnitCode(matter.subject()))
                .filter(leader.ledUnits()::contains)
                .sorted()
                .toList();
        List<Digest.Line> lines =
                units.stream().flatMap(unit -> line(leader, unit).stream()).toList();
        List<Digest.Section> sections = new ArrayList<>();
        add(sections, "training.reminders.leader.units", lines);
        add(sections, "training.reminders.leader.errands", errands(leader));
        return sections.isEmpty() ? Found.moot() : Found.of(digest(to, sections, units, employer));
    }

    private void add(List<Digest.Section> sections, String title, List<Digest.Line> lines) {
        if (!lines.isEmpty()) {
            sections.add(new Digest.Section(words.text(title), lines));
        }
    }

    private Optional<Digest.Line> line(Viewer leader, UnitCode unit) {
        Figures figures = coverage.figures(leader, Question.asOf(today).in(unit).headline());
        List<String> counts = Stream.of(
                        count("passed", figures.overdue() + figures.expired()),
                        count("expiring", figures.expiring()),
                        count("duties", duties(leader, unit)),
                        count("minimums", minimums(leader, unit)))
                .flatMap(Optional::stream)
                .toList();
        return counts.isEmpty()
                ? Optional.empty()
                : Optional.of(new Digest.Line(Mail.oneLine(lexicon.name(unit)), String.join(", ", counts)));
    }

    private Optional<String> count(String what, long count) {
        return count == 0 ? Optional.empty() : Optional.of(words.text("training.reminders.count." + what, count));
    }

    private long duties(Viewer leader, UnitCode unit) {
        return coverage.unitDuties(leader, today, Optional.of(unit)).stream()
                .filter(duty -> duty.status() == Status.OVERDUE || duty.status() == Status.EXPIRED)
                .count();
    }

    private long minimums(Viewer leader, UnitCode unit) {
        return coverage.minimums(leader, today, Optional.of(unit)).stream()
                .filter(minimum -> minimum.status() == MinimumStanding.Level.NOT_MET)
                .count();
    }

    private List<Digest.Line> errands(Viewer leader) {
        return errands.stream()
                .flatMap(source -> source.of(leader).stream())
                .filter(errand -> errand.count() > 0)
                .map(errand ->
                        new Digest.Line(words.text(errand.messageKey(), errand.count()), links.to(errand.path())))
                .toList();
    }

    private Digest digest(Addressee to, List<Digest.Section> sections, List<UnitCode> units, String employer) {
        return new Digest(
                words.text("training.reminders.leader.subject", Mail.oneLine(employer)),
                words.text("training.reminders.letter.greeting", Mail.oneLine(to.givenName())),
                words.text("training.reminders.leader.lead", words.date(today)),
                sections,
                words.text("training.reminders.leader.open"),
                links.to("/min-enhet" + (units.size() == 1 ? "?enhet=" + encoded(units.getFirst()) : "")),
                List.of(
                        words.text("training.reminders.leader.why", Mail.oneLine(employer)),
                        words.text("training.reminders.letter.noreply")),
                words.text("training.reminders.letter.choose"),
                links.choices());
    }

    private static String encoded(UnitCode unit) {
        return URLEncoder.encode(unit.value(), StandardCharsets.UTF_8);
    }
}
