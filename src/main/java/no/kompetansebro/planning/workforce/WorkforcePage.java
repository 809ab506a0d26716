package no.kompetansebro.planning.workforce;

import java.math.BigDecimal;
import java.math.MathContext;
import java.time.LocalDate;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import no.kompetansebro.coverage.web.Lexicon;
import no.kompetansebro.coverage.web.Words;
import no.kompetansebro.organisation.UnitCode;
import no.kompetansebro.organisation.Workforce;
import no.kompetansebro.organisation.Workforce.By;
import no.kompetansebro.organisation.Workforce.Work;
import no.kompetansebro.planning.scope.Scope;
import no.kompetansebro.planning.workforce.WorkforceView.Row;
import org.springframework.stereotype.Component;

/** Puts the overview of full-time equivalents together. */
@Component
class WorkforcePage {

    private static final BigDecimal FULL = BigDecimal.valueOf(100);
    private static final long FEW = 2;

    private final Workforce workforce;

    WorkforcePage(Workforce workforce) {
        this.workforce = workforce;
    }

    WorkforceView of(Scope scope, Lexicon lexicon, Words words) {
        LocalDate date = scope.asOf().date();
        Optional<Set<UnitCode>> units = scope.units(lexicon.units());
        List<Work> positions = workforce.on(date, units, By.POSITION);
        return new WorkforceView(
                words.number(workforce.heads(date, units)),
                fullPositions(sum(positions), words),
                positions.stream()
                        .sorted(Comparator.comparing(Work::fte).reversed().thenComparing(Work::key))
                        .map(work -> position(work, scope, words))
                        .toList(),
                units(scope, date, units, lexicon, words));
    }

    /** Whether so few carry it that it is fragile: one absence and it is gone. */
    static boolean isFragile(long heads, BigDecimal fte) {
        return heads <= FEW || fte.compareTo(FULL) < 0;
    }

    private static Row position(Work work, Scope scope, Words words) {
        return new Row(
                work.title().orElse(work.key()),
                scope.link(WorkforceController.PEOPLE, Map.of("stilling", work.key())),
                words.number(work.heads()),
                fullPositions(work.fte(), words),
                fullPositions(work.onLeave(), words),
                isFragile(work.heads(), work.fte()));
    }

    private List<Row> units(Scope scope, LocalDate date, Optional<Set<UnitCode>> units, Lexicon lexicon, Words words) {
        Map<String, Work> own = new HashMap<>();
        workforce.on(date, units, By.UNIT).forEach(work -> own.put(work.key(), work));
        return scope.below().stream()
                .map(step -> {
                    Set<UnitCode> within = lexicon.units().within(new UnitCode(step.code()));
                    List<Work> all = within.stream()
                            .flatMap(unit -> Optional.ofNullable(own.get(unit.value())).stream())
                            .toList();
                    long heads = all.stream().mapToLong(Work::heads).sum();
                    return new Row(
                            step.name(),
                            step.href(),
                            words.number(all.size() > 1 ? workforce.heads(date, Optional.of(within)) : heads),
                            fullPositions(sum(all), words),
                            fullPositions(
                                    all.stream().map(Work::onLeave).reduce(BigDecimal.ZERO, BigDecimal::add), words),
                            false);
                })
                .toList();
    }

    private static BigDecimal sum(Collection<Work> of) {
        return of.stream().map(Work::fte).reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    private static String fullPositions(BigDecimal percent, Words words) {
        return words.number(percent.divide(FULL, MathContext.DECIMAL64));
    }
}
