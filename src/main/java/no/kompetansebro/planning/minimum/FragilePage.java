package no.kompetansebro.planning.minimum;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import no.kompetansebro.coverage.Coverage;
import no.kompetansebro.coverage.Holders;
import no.kompetansebro.coverage.Holders.Holder;
import no.kompetansebro.coverage.SummaryRow;
import no.kompetansebro.coverage.SummaryRow.By;
import no.kompetansebro.coverage.web.Lexicon;
import no.kompetansebro.coverage.web.Words;
import no.kompetansebro.organisation.UnitCode;
import no.kompetansebro.organisation.Workforce;
import no.kompetansebro.organisation.Workforce.Work;
import no.kompetansebro.planning.minimum.FragileView.Row;
import no.kompetansebro.planning.scope.Scope;
import no.kompetansebro.requirement.Requirement;
import no.kompetansebro.requirement.RequirementCode;
import org.springframework.stereotype.Component;

/** Finds what few people carry. Holders are asked for only where the figures say that there are few. */
@Component
class FragilePage {

    private static final long FEW = 2;
    private static final BigDecimal FULL = BigDecimal.valueOf(100);

    /** So many holders could have less than one full position together. */
    private static final long LOOKED_AT = 8;

    private final Coverage coverage;
    private final Holders holders;
    private final Workforce workforce;

    FragilePage(Coverage coverage, Holders holders, Workforce workforce) {
        this.coverage = coverage;
        this.holders = holders;
        this.workforce = workforce;
    }

    FragileView of(Scope scope, Lexicon lexicon, Words words) {
        Map<RequirementCode, String> asked = new LinkedHashMap<>();
        for (SummaryRow row : coverage.summary(scope.viewer(), scope.headline(), By.REQUIREMENT)) {
            if (row.figures().covered() <= LOOKED_AT) {
                asked.put(
                        new RequirementCode(row.key()),
                        words.number(row.figures().pairs() - row.figures().exempt()));
            }
        }
        minimums(scope, lexicon).forEach(code -> asked.put(code, Words.DASH));
        List<Row> competences = new ArrayList<>();
        asked.forEach((code, demanded) -> competence(code, demanded, scope, lexicon, words, competences));
        return new FragileView(competences, positions(scope, lexicon, words));
    }

    private static Stream<RequirementCode> minimums(Scope scope, Lexicon lexicon) {
        return lexicon.requirements().values().stream()
                .filter(each -> each.isInForce(scope.asOf().date()))
                .filter(each -> each.demand() instanceof Requirement.OfUnitMinimum minimum
                        && minimum.units().stream().anyMatch(unit -> isWithin(unit, scope, lexicon)))
                .map(Requirement::code);
    }

    private static boolean isWithin(UnitCode unit, Scope scope, Lexicon lexicon) {
        return scope.viewer().sees(unit)
                && scope.unit()
                        .map(of -> lexicon.units().within(of).contains(unit))
                        .orElse(true);
    }

    private void competence(
            RequirementCode code, String demanded, Scope scope, Lexicon lexicon, Words words, List<Row> rows) {
        List<Holder> of =
                holders.of(scope.viewer(), scope.unit(), code, scope.asOf().date());
        BigDecimal fte = of.stream().map(Holder::fte).reduce(BigDecimal.ZERO, BigDecimal::add);
        if (isFragile(of.size(), fte)) {
            rows.add(new Row(
                    lexicon.name(code, words),
                    scope.link(FragileController.WHO, Map.of("krav", code.value())),
                    words.number(of.size()),
                    words.number(MinimumPage.fullPositions(fte)),
                    demanded,
                    of.isEmpty() ? "overdue" : "expiring"));
        }
    }

    private static boolean isFragile(long heads, BigDecimal fte) {
        return heads <= FEW || fte.compareTo(FULL) < 0;
    }

    private List<Row> positions(Scope scope, Lexicon lexicon, Words words) {
        LocalDate date = scope.asOf().date();
        return workforce.on(date, scope.units(lexicon.units()), Workforce.By.POSITION).stream()
                .filter(work -> isFragile(work.heads(), work.fte()))
                .map(work -> position(work, scope, words))
                .toList();
    }

    private static Row position(Work work, Scope scope, Words words) {
        return new Row(
                work.title().orElse(work.key()),
                scope.link("/planlegging/arsverk/ansatte", Map.of("stilling", work.key())),
                words.number(work.heads()),
                words.number(MinimumPage.fullPositions(work.fte())),
                Words.DASH,
                "expiring");
    }
}
