package no.kompetansebro.planning.minimum;

import java.math.BigDecimal;
import java.math.MathContext;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import no.kompetansebro.coverage.MinimumCover;
import no.kompetansebro.coverage.MinimumCover.Member;
import no.kompetansebro.coverage.MinimumCovers;
import no.kompetansebro.coverage.web.Lexicon;
import no.kompetansebro.coverage.web.Words;
import no.kompetansebro.planning.minimum.MinimumView.Row;
import no.kompetansebro.planning.scope.Scope;
import no.kompetansebro.requirement.Requirement;
import no.kompetansebro.shared.DateInterval;
import org.springframework.stereotype.Component;

/** Puts the page of minimum cover together: what is not met first, then by the date on which it falls. */
@Component
class MinimumPage {

    /** How far ahead it is looked. */
    static final int MONTHS = 24;

    private static final int HUNDRED = 100;

    private final MinimumCovers covers;

    MinimumPage(MinimumCovers covers) {
        this.covers = covers;
    }

    MinimumView of(Scope scope, boolean planned, Lexicon lexicon, Words words) {
        LocalDate date = scope.asOf().date();
        List<MinimumCover> all = covers.of(scope.viewer(), dates(date), scope.unit(), planned);
        long met = all.stream().filter(MinimumPage::isMet).count();
        return new MinimumView(
                planned,
                scope.link(MinimumController.PATH, Map.of()),
                scope.link(MinimumController.PATH, Map.of("planlagt", "ja")),
                all.isEmpty()
                        ? Words.DASH
                        : words.text("coverage.figures.of", words.number(met), words.number(all.size())),
                all.stream()
                        .sorted(Comparator.comparing(MinimumPage::isMet)
                                .thenComparing(each -> each.falls().orElse(LocalDate.MAX))
                                .thenComparing(MinimumCover::requirement)
                                .thenComparing(MinimumCover::unit))
                        .map(each -> row(each, scope, planned, lexicon, words))
                        .toList());
    }

    static DateInterval dates(LocalDate from) {
        return new DateInterval(from, from.plusMonths(MONTHS));
    }

    static boolean isMet(MinimumCover cover) {
        return cover.now().heads() >= cover.required();
    }

    private static Row row(MinimumCover cover, Scope scope, boolean planned, Lexicon lexicon, Words words) {
        return new Row(
                lexicon.name(cover.requirement(), words),
                lexicon.name(cover.unit()),
                scope.asOf()
                        .link(
                                MinimumController.ONE,
                                Map.of(
                                        "krav", cover.requirement().value(),
                                        "enhet", cover.unit().value(),
                                        "planlagt", planned ? "ja" : "")),
                words.number(cover.now().heads()),
                words.number(cover.required()),
                words.number(fullPositions(cover.now().fte())),
                sign(cover, scope.asOf().date(), lexicon),
                status(cover, words),
                cover.falls().map(words::date).orElse(Words.DASH),
                cover.now().heads() == 1,
                words.number(
                        cover.members().stream().filter(Member::couldBeTrained).count()));
    }

    /** Percent of a full position in full positions. */
    static BigDecimal fullPositions(BigDecimal percent) {
        return percent.divide(BigDecimal.valueOf(HUNDRED), MathContext.DECIMAL64);
    }

    /** As a minimum's status has it: a fall within the requirement's warning is near. */
    static String sign(MinimumCover cover, LocalDate date, Lexicon lexicon) {
        if (!isMet(cover)) {
            return "overdue";
        }
        Requirement requirement = lexicon.requirements().get(cover.requirement());
        int warning = requirement == null ? Requirement.DEFAULT_WARNING_DAYS : requirement.warningDays();
        boolean near =
                cover.falls().filter(on -> !on.isAfter(date.plusDays(warning))).isPresent();
        return near ? "expiring" : "covered";
    }

    static String status(MinimumCover cover, Words words) {
        if (!isMet(cover)) {
            return words.text(
                    "planning.minimum.short", cover.required() - cover.now().heads());
        }
        return cover.falls()
                .map(on -> words.text("planning.minimum.falls", words.date(on)))
                .orElseGet(() -> words.text("planning.minimum.met", MONTHS));
    }
}
