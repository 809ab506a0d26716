package no.kompetansebro.planning.measures;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import no.kompetansebro.organisation.EmployeeId;
import no.kompetansebro.organisation.UnitCode;
import no.kompetansebro.planning.measures.Measure.Wish;
import no.kompetansebro.requirement.RequirementCode;
import no.kompetansebro.shared.DateInterval;

/** What somebody writes about a measure, read strictly, and a measure as it is written. */
final class MeasureForm {

    static final String REQUIREMENT = "krav";
    static final String PERSON = "ansatt";
    static final String FROM = "fra";
    static final String TO = "til";
    static final String MEASURE = "tiltak";
    static final String GOAL = "mal";
    static final String TARGET_GROUP = "malgruppe";

    private static final int MOST_TIMES = 10_000;
    private static final int MOST_YEARS = 20;

    private MeasureForm() {}

    /** The wish; empty where something is wrong, which is said at its field. */
    static Optional<Wish> read(PlanFields fields, PlanTree tree, Known known) {
        Columns columns = columns(fields);
        Optional<LocalDate> from = fields.date(FROM);
        Optional<LocalDate> lastDay = fields.date(TO);
        Optional<Integer> quantity = fields.whole("antall", 1, MOST_TIMES);
        List<YearCost> costs = costs(fields);
        Closes closes = closes(fields, known);
        if (from.isPresent() && lastDay.isPresent()) {
            if (lastDay.get().isBefore(from.get())) {
                fields.wrong(TO, "planning.measures.error.before");
            } else if (lastDay.get().isAfter(from.get().plusYears(MOST_YEARS))) {
                fields.wrong(TO, "planning.measures.error.date");
            }
        }
        Place place = place(fields, tree, known);
        return fields.sound()
                ? Optional.of(new Wish(
                        place,
                        fields.is("felles") && !place.isPersonal(),
                        columns,
                        new DateInterval(
                                from.orElseThrow(), lastDay.orElseThrow().plusDays(1)),
                        closes,
                        quantity,
                        costs))
                : Optional.empty();
    }

    /** What a form may refer to. */
    interface Known {

        boolean requirement(RequirementCode code);

        boolean goal(UUID goal);

        boolean need(UUID need);

        /** The one employee that the text means, and the unit where that employee works; says what is wrong at the field. */
        Optional<Place> person(PlanFields fields, String field);
    }

    private static Place place(PlanFields fields, PlanTree tree, Known known) {
        if (fields.is(PERSON)) {
            return known.person(fields, PERSON).orElse(Place.EVERYWHERE);
        }
        String unit = fields.required(PlanPaths.UNIT, PlanFields.SHORT);
        return new Place(
                tree.plan(Optional.of(unit)
                        .filter(text -> !text.equals(PlanPaths.MUNICIPALITY))
                        .map(UnitCode::new)),
                Optional.empty());
    }

    private static Columns columns(PlanFields fields) {
        return new Columns(
                fields.text(GOAL, PlanFields.LONG),
                fields.required(MEASURE, PlanFields.LONG),
                fields.text(TARGET_GROUP, PlanFields.LONG),
                fields.text("omfang", PlanFields.LONG),
                fields.text("tidsrom", PlanFields.SHORT),
                fields.text("ansvarlig", PlanFields.SHORT),
                fields.text("kostnad", PlanFields.SHORT));
    }

    private static Closes closes(PlanFields fields, Known known) {
        Optional<UUID> goal = fields.key("strategisk");
        Optional<UUID> need = fields.key("behov");
        List<RequirementCode> requirements =
                fields.all(REQUIREMENT).stream().map(RequirementCode::new).toList();
        if (goal.filter(each -> !known.goal(each)).isPresent()) {
            fields.wrong("strategisk", "planning.measures.error.choice");
        }
        if (need.filter(each -> !known.need(each)).isPresent()) {
            fields.wrong("behov", "planning.measures.error.choice");
        }
        if (!requirements.stream().allMatch(known::requirement)) {
            fields.wrong(REQUIREMENT, "planning.measures.error.choice");
        }
        return new Closes(goal, need, requirements);
    }

    private static List<YearCost> costs(PlanFields fields) {
        List<YearCost> costs = new ArrayList<>();
        for (String text : fields.all("ar")) {
            if (text.matches("2\\d{3}")) {
                Optional<BigDecimal> planned = fields.amount("planlagt-" + text);
                Optional<BigDecimal> actual = fields.amount("faktisk-" + text);
                if (planned.isPresent() || actual.isPresent()) {
                    costs.add(
                            new YearCost(Integer.parseInt(text), planned.orElse(BigDecimal.ZERO.setScale(2)), actual));
                }
            }
        }
        return costs;
    }

    /** The measure as its form has it. */
    static PlanFields written(Measure measure, Optional<String> person) {
        Wish wish = measure.wish();
        PlanFields fields = PlanFields.empty();
        fields.set(PlanPaths.UNIT, PlanPaths.name(wish.place().unit()));
        person.ifPresent(number -> fields.set(PERSON, number));
        fields.set("felles", wish.common() ? "ja" : "");
        fields.set(GOAL, wish.columns().goal());
        fields.set(MEASURE, wish.columns().measure());
        fields.set(TARGET_GROUP, wish.columns().targetGroup());
        fields.set("omfang", wish.columns().extent());
        fields.set("tidsrom", wish.columns().timeFrame());
        fields.set("ansvarlig", wish.columns().responsible());
        fields.set("kostnad", wish.columns().cost());
        fields.set(FROM, wish.dates().from().toString());
        fields.set(TO, wish.dates().until().minusDays(1).toString());
        wish.closes().goal().ifPresent(goal -> fields.set("strategisk", goal.toString()));
        wish.closes().need().ifPresent(need -> fields.set("behov", need.toString()));
        wish.closes().requirements().forEach(code -> fields.add(REQUIREMENT, code.value()));
        wish.quantity().ifPresent(quantity -> fields.set("antall", quantity.toString()));
        wish.costs().forEach(cost -> write(cost, fields));
        return fields;
    }

    private static void write(YearCost cost, PlanFields fields) {
        fields.add("ar", String.valueOf(cost.year()));
        fields.set("planlagt-" + cost.year(), plain(cost.planned()));
        cost.actual().ifPresent(actual -> fields.set("faktisk-" + cost.year(), plain(actual)));
    }

    private static String plain(BigDecimal amount) {
        return amount.stripTrailingZeros().toPlainString().replace('.', ',');
    }

    /** Whom an employee's plan is for. */
    static Place personal(UnitCode unit, EmployeeId employee) {
        return new Place(Optional.of(unit), Optional.of(employee));
    }
}
