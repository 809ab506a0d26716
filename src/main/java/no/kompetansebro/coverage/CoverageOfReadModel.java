package no.kompetansebro.coverage;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Consumer;
import no.kompetansebro.coverage.SummaryRow.By;
import no.kompetansebro.coverage.engine.Explanation;
import no.kompetansebro.coverage.figures.Counts;
import no.kompetansebro.coverage.recalculation.FigureReadings;
import no.kompetansebro.coverage.recalculation.FigureReadings.Ask;
import no.kompetansebro.coverage.recalculation.Split;
import no.kompetansebro.coverage.recalculation.Upkeep;
import no.kompetansebro.organisation.EmployeeId;
import no.kompetansebro.organisation.Unit;
import no.kompetansebro.organisation.UnitCode;
import no.kompetansebro.organisation.access.Viewer;
import no.kompetansebro.requirement.RequirementCode;
import no.kompetansebro.shared.DateInterval;
import no.kompetansebro.shared.LocalizedName;
import org.springframework.context.annotation.Primary;
import org.springframework.stereotype.Component;

/**
 * Answers questions about figures of units from the read model; all others, which are about few people or by name, from the
 * facts.
 */
@Component
@Primary
class CoverageOfReadModel implements Coverage {

    private final CoverageOfObligations fromFacts;
    private final Upkeep upkeep;
    private final FigureReadings readings;
    private final RowNames names;

    CoverageOfReadModel(CoverageOfObligations fromFacts, Upkeep upkeep, FigureReadings readings, RowNames names) {
        this.fromFacts = fromFacts;
        this.upkeep = upkeep;
        this.readings = readings;
        this.names = names;
    }

    @Override
    public Figures figures(Viewer viewer, Question question) {
        return trend(viewer, question, List.of(question.asOf())).firstEntry().getValue();
    }

    @Override
    public SequencedMap<LocalDate, Figures> trend(Viewer viewer, Question question, List<LocalDate> dates) {
        if (dates.isEmpty() || !ReadQuestion.isOfUnits(viewer, question)) {
            return fromFacts.trend(viewer, question, dates);
        }
        ReadQuestion asked = new ReadQuestion(upkeep.catchUp(), viewer, question);
        BitSet requirements = asked.asked();
        List<LocalDate> ascending = dates.stream().distinct().sorted().toList();
        Ask ask = asked.ask(Split.TOGETHER, List.of(requirements), ascending);
        Optional<Counts[]> counts = asked.isKnown()
                ? Optional.ofNullable(readings.read(asked.rules(), ask).get(""))
                : Optional.empty();
        SequencedMap<LocalDate, Figures> trend = new LinkedHashMap<>();
        for (int i = 0; i < ascending.size(); i++) {
            int date = i;
            trend.put(
                    ascending.get(i), counts.map(c -> c[date].of(requirements)).orElse(Figures.NONE));
        }
        return trend;
    }

    @Override
    public List<SummaryRow> summary(Viewer viewer, Question question, By by) {
        if (!ReadQuestion.isOfUnits(viewer, question)) {
            return fromFacts.summary(viewer, question, by);
        }
        ReadQuestion asked = new ReadQuestion(upkeep.catchUp(), viewer, question);
        if (!asked.isKnown()) {
            return List.of();
        }
        return switch (by) {
            case UNIT -> byUnit(asked);
            case POSITION -> names.named(by, asked.rules(), split(asked, Split.BY_POSITION));
            case LEADER_LEVEL -> names.named(by, asked.rules(), split(asked, Split.BY_LEADER_LEVEL));
            case REQUIREMENT, COMPETENCE, CATEGORY -> names.named(by, asked.rules(), byRequirements(asked, by));
        };
    }

    private List<SummaryRow> byUnit(ReadQuestion asked) {
        SortedMap<String, Figures> rows = split(asked, Split.BY_UNIT);
        List<SummaryRow> summary = new ArrayList<>();
        for (Unit part : FigureReadings.parts(asked.rules(), asked.question().unit(), asked.seen())) {
            String code = part.code().value();
            if (part.endedOn().isEmpty() || rows.containsKey(code)) {
                summary.add(new SummaryRow(code, LocalizedName.of(part.name()), rows.getOrDefault(code, Figures.NONE)));
            }
        }
        summary.sort((a, b) -> CodePoints.ORDER.compare(a.key(), b.key()));
        return summary;
    }

    /** The rows with pairs. */
    private SortedMap<String, Figures> split(ReadQuestion asked, Split split) {
        BitSet requirements = asked.asked();
        SortedMap<String, Figures> rows = new TreeMap<>(CodePoints.ORDER);
        readings.read(asked.rules(), asked.ask(split, List.of(requirements)))
                .forEach((key, counts) -> keep(key, counts[0].of(requirements), rows));
        return rows;
    }

    private SortedMap<String, Figures> byRequirements(ReadQuestion asked, By by) {
        Map<String, BitSet> sets = asked.sets(by);
        SortedMap<String, Figures> rows = new TreeMap<>(CodePoints.ORDER);
        Optional.ofNullable(readings.read(asked.rules(), asked.ask(Split.TOGETHER, sets.values()))
                        .get(""))
                .ifPresent(counts -> sets.forEach((key, set) -> keep(key, counts[0].of(set), rows)));
        return rows;
    }

    private static void keep(String key, Figures figures, SortedMap<String, Figures> rows) {
        if (figures.pairs() > 0) {
            rows.put(key, figures);
        }
    }

    @Override
    public void pairs(Viewer viewer, Question question, Consumer<Pair> sink) {
        fromFacts.pairs(viewer, question, sink);
    }

    @Override
    public List<Pair> pairs(Viewer viewer, Question question, Optional<Pair.Place> after, int limit) {
        return fromFacts.pairs(viewer, question, after, limit);
    }

    @Override
    public List<MinimumStanding> minimums(Viewer viewer, LocalDate asOf, Optional<UnitCode> unit) {
        return fromFacts.minimums(viewer, asOf, unit);
    }

    @Override
    public List<UnitDutyStanding> unitDuties(Viewer viewer, LocalDate asOf, Optional<UnitCode> unit) {
        return fromFacts.unitDuties(viewer, asOf, unit);
    }

    @Override
    public List<GapDays> gapDays(Viewer viewer, DateInterval period, Question question) {
        return fromFacts.gapDays(viewer, period, question);
    }

    @Override
    public Optional<Explanation> explanation(
            Viewer viewer, EmployeeId employee, RequirementCode requirement, LocalDate asOf) {
        return fromFacts.explanation(viewer, employee, requirement, asOf);
    }

    @Override
    public Map<RequirementCode, List<Standing>> strips(Viewer viewer, EmployeeId employee, DateInterval dates) {
        return fromFacts.strips(viewer, employee, dates);
    }

    @Override
    public void needs(Viewer viewer, Question question, Consumer<PersonalNeed> sink) {
        fromFacts.needs(viewer, question, sink);
    }
}
