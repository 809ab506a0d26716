package no.kompetansebro.coverage;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Predicate;
import no.kompetansebro.coverage.Obligations.Moment;
import no.kompetansebro.coverage.SummaryRow.By;
import no.kompetansebro.coverage.engine.Explanation;
import no.kompetansebro.coverage.recalculation.RulesBook;
import no.kompetansebro.coverage.recalculation.RulesInForce;
import no.kompetansebro.organisation.EmployeeId;
import no.kompetansebro.organisation.EmployerCalendar;
import no.kompetansebro.organisation.UnitCode;
import no.kompetansebro.organisation.access.Viewer;
import no.kompetansebro.requirement.RequirementCode;
import no.kompetansebro.shared.DateInterval;
import org.springframework.stereotype.Component;

/** Answers every question about coverage from the obligations of the people it is about. */
@Component
class CoverageOfObligations implements Coverage {

    private final Obligations obligations;
    private final EmployerCalendar calendar;
    private final RowNames names;
    private final RulesBook rules;

    CoverageOfObligations(Obligations obligations, EmployerCalendar calendar, RowNames names, RulesBook rules) {
        this.obligations = obligations;
        this.calendar = calendar;
        this.names = names;
        this.rules = rules;
    }

    @Override
    public void pairs(Viewer viewer, Question question, Consumer<Pair> sink) {
        byName(viewer, question, selection(viewer, question), pairs -> {
            pairs.pairs().forEach(sink);
            return true;
        });
    }

    @Override
    public List<Pair> pairs(Viewer viewer, Question question, Optional<Pair.Place> after, int limit) {
        Selection all = selection(viewer, question);
        Selection rest = after.map(place -> all.from(place.employee())).orElse(all);
        List<Pair> page = new ArrayList<>();
        byName(viewer, question, rest, pairs -> {
            if (after.map(place -> mayHavePairsAfter(pairs, place)).orElse(true)) {
                pairs.pairs()
                        .filter(pair -> after.map(place -> pair.place().compareTo(place) > 0)
                                .orElse(true))
                        .limit((long) limit - page.size())
                        .forEach(page::add);
            }
            return page.size() < limit;
        });
        return page;
    }

    private static boolean mayHavePairsAfter(PairsOfPerson pairs, Pair.Place place) {
        return CodePoints.ORDER.compare(
                        pairs.person().person().number().value(),
                        place.employee().value())
                >= 0;
    }

    @Override
    public Figures figures(Viewer viewer, Question question) {
        Tally tally = new Tally(List.of(question.asOf()), _ -> true);
        ask(
                viewer,
                question,
                (moment, sight) -> everybody(moment, question, sight, pairs -> {
                    pairs.statuses().forEach(tally::add);
                    tally.endEmployee();
                }));
        return tally.figures().firstEntry().getValue();
    }

    @Override
    public SequencedMap<LocalDate, Figures> trend(Viewer viewer, Question question, List<LocalDate> dates) {
        Tally tally = new Tally(dates.stream().distinct().sorted().toList(), question::asksFor);
        ask(
                viewer,
                question,
                (moment, sight) -> everybody(moment, question, sight, pairs -> {
                    pairs.obligations().forEach(o -> tally.add(o, sight.counted(pairs.person(), o)));
                    tally.endEmployee();
                }));
        return tally.figures();
    }

    @Override
    public List<SummaryRow> summary(Viewer viewer, Question question, By by) {
        List<SummaryRow> summary = new ArrayList<>();
        ask(viewer, question, (moment, sight) -> {
            Rules rules = moment.rules();
            Rows rows = Rows.by(by, rules, question.unit(), sight.units(rules.units()));
            RowCounts counts = new RowCounts(rows, question);
            everybody(moment, question, sight, counts::add);
            summary.addAll(counts.summary());
        });
        return by == By.POSITION ? names.titled(summary) : summary;
    }

    @Override
    public List<MinimumStanding> minimums(Viewer viewer, LocalDate asOf, Optional<UnitCode> unit) {
        RulesInForce now = rules.current();
        Selection people = Sight.selection(viewer, unit, now.units()).and(Selection.alsoIn(now.unitsOfMinimums()));
        return units(viewer, asOf, unit, people, UnitStandings::minimums);
    }

    @Override
    public List<UnitDutyStanding> unitDuties(Viewer viewer, LocalDate asOf, Optional<UnitCode> unit) {
        return units(viewer, asOf, unit, Selection.NOBODY, UnitStandings::duties);
    }

    private <T> List<T> units(
            Viewer viewer,
            LocalDate asOf,
            Optional<UnitCode> unit,
            Selection people,
            Function<UnitStandings, List<T>> answer) {
        LocalDate today = calendar.today();
        return obligations.read(
                people,
                moment -> answer.apply(new UnitStandings(
                        moment, Sight.of(viewer, unit, moment.rules().units(), today), asOf)));
    }

    @Override
    public List<GapDays> gapDays(Viewer viewer, DateInterval period, Question question) {
        List<GapDays> days = new ArrayList<>();
        byName(viewer, question, selection(viewer, question), pairs -> {
            pairs.gapDays(period).forEach(days::add);
            return true;
        });
        return days;
    }

    @Override
    public Optional<Explanation> explanation(
            Viewer viewer, EmployeeId employee, RequirementCode requirement, LocalDate asOf) {
        List<Explanation> found = new ArrayList<>();
        Question question = Question.asOf(asOf).of(employee).of(requirement);
        byName(viewer, question, Selection.of(employee), pairs -> {
            pairs.pairs()
                    .flatMap(_ ->
                            pairs.rules().engine().explanation(pairs.person().person(), requirement, asOf).stream())
                    .forEach(found::add);
            return true;
        });
        return found.stream().findFirst();
    }

    @Override
    public Map<RequirementCode, List<Standing>> strips(Viewer viewer, EmployeeId employee, DateInterval dates) {
        Map<RequirementCode, List<Standing>> strips = new LinkedHashMap<>();
        Question question = Question.asOf(dates.from()).of(employee);
        byName(viewer, question, Selection.of(employee), pairs -> {
            pairs.obligations().forEach(o -> strips.put(o.requirement(), Strip.of(o, dates)));
            return true;
        });
        strips.values().removeIf(List::isEmpty);
        return strips;
    }

    @Override
    public void needs(Viewer viewer, Question question, Consumer<PersonalNeed> sink) {
        byName(viewer, question, selection(viewer, question), pairs -> {
            pairs.needs()
                    .forEach(need -> sink.accept(new PersonalNeed(pairs.person().id(), need)));
            return true;
        });
    }

    private void byName(Viewer viewer, Question question, Selection people, Predicate<PairsOfPerson> more) {
        ask(
                viewer,
                question,
                people,
                (moment, sight) -> moment.people(person -> !isAsked(person, question)
                        || !sight.names(person)
                        || more.test(new PairsOfPerson(person, question, sight, moment.rules()))));
    }

    private static void everybody(Moment moment, Question question, Sight sight, Consumer<PairsOfPerson> sink) {
        moment.people(person -> {
            if (isAsked(person, question)) {
                sink.accept(new PairsOfPerson(person, question, sight, moment.rules()));
            }
            return true;
        });
    }

    private static boolean isAsked(Obliged person, Question question) {
        return question.employee().map(person.id()::equals).orElse(true);
    }

    private void ask(Viewer viewer, Question question, BiConsumer<Moment, Sight> work) {
        ask(viewer, question, selection(viewer, question), work);
    }

    private Selection selection(Viewer viewer, Question question) {
        return Sight.selection(viewer, question, rules.current().units());
    }

    private void ask(Viewer viewer, Question question, Selection people, BiConsumer<Moment, Sight> work) {
        LocalDate today = calendar.today();
        obligations.read(people, moment -> {
            work.accept(moment, Sight.of(viewer, question.unit(), moment.rules().units(), today));
            return Optional.empty();
        });
    }
}
