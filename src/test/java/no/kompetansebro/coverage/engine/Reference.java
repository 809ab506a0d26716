package no.kompetansebro.coverage.engine;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Stream;
import no.kompetansebro.competence.Competence;
import no.kompetansebro.competence.CompetenceCode;
import no.kompetansebro.competence.ValidityPolicy;
import no.kompetansebro.coverage.Status;
import no.kompetansebro.learning.Criterion;
import no.kompetansebro.learning.ItemCode;
import no.kompetansebro.organisation.UnitCode;
import no.kompetansebro.requirement.Requirement;
import no.kompetansebro.requirement.Requirement.OfPeople;
import no.kompetansebro.requirement.Requirement.OfUnitMinimum;
import no.kompetansebro.requirement.Requirement.OfUnits;
import no.kompetansebro.requirement.TargetGroup;

/** coverage.md, sentence by sentence and day by day: slow, without timelines, and nothing shared with the engine. */
record Reference(Rulebook rulebook) {

    /** What section 7 says of a pair. */
    record Fields(
            Status status,
            LocalDate deadline,
            Optional<LocalDate> heldFrom,
            Optional<LocalDate> heldUntil,
            Optional<LocalDate> nextChange) {

        static Fields of(Segment segment) {
            return new Fields(
                    segment.status(),
                    segment.deadline(),
                    segment.heldFrom(),
                    segment.heldUntil(),
                    segment.nextChange());
        }
    }

    /** The dates of a predicate, evaluated once each, with the run of dates that each is in. */
    private static final class Days {

        private final boolean[] is = new boolean[World.HORIZON];
        private final int[] start = new int[World.HORIZON];
        private final int[] end = new int[World.HORIZON];

        Days(Predicate<LocalDate> on) {
            for (int day = 0; day < is.length; day++) {
                is[day] = on.test(World.FIRST.plusDays(day));
                start[day] = day > 0 && is[day - 1] ? start[day - 1] : day;
            }
            for (int day = is.length - 1; day >= 0; day--) {
                boolean last = day == is.length - 1 || !is[day + 1];
                end[day] = last ? day + 1 : end[day + 1];
            }
        }

        static LocalDate date(int day) {
            return World.FIRST.plusDays(day);
        }

        /** The date, unless it is where the world ends. */
        static Optional<LocalDate> end(int day) {
            return day == World.HORIZON ? Optional.empty() : Optional.of(date(day));
        }
    }

    /** One who is subject on some days, holds something on some days as known, and is exempt on some. */
    private static final class View {

        private final Days subject;
        private final Days held;
        private final Days exempt;
        private final Requirement requirement;
        private final Optional<LocalDate> dueDate;
        private final int graceDays;
        private final Status[] statuses = new Status[World.HORIZON];

        View(Days subject, Days held, Days exempt, Requirement requirement, Optional<LocalDate> dueDate, int grace) {
            this.subject = subject;
            this.held = held;
            this.exempt = exempt;
            this.requirement = requirement;
            this.dueDate = dueDate;
            this.graceDays = grace;
            boolean before = false;
            for (int day = 0; day < World.HORIZON; day++) {
                if (subject.is[day]) {
                    statuses[day] = status(day, before);
                }
                before |= held.is[day];
            }
        }

        Optional<Fields> on(LocalDate date) {
            int t = (int) (date.toEpochDay() - World.FIRST.toEpochDay());
            if (!subject.is[t]) {
                return Optional.empty();
            }
            return Optional.of(new Fields(
                    statuses[t],
                    deadline(t),
                    held.is[t] ? Optional.of(Days.date(held.start[t])) : Optional.empty(),
                    held.is[t] ? Days.end(held.end[t]) : Optional.empty(),
                    Days.end(nextChange(t))));
        }

        private Status status(int t, boolean heldBefore) {
            if (exempt.is[t]) {
                return Status.EXEMPT;
            }
            if (held.is[t]) {
                int end = held.end[t];
                boolean near = end < World.HORIZON && end - t <= requirement.warningDays();
                return near && end < subject.end[t] ? Status.EXPIRING : Status.COVERED;
            }
            if (Days.date(t).isBefore(deadline(t))) {
                return Status.DUE;
            }
            return heldBefore ? Status.EXPIRED : Status.OVERDUE;
        }

        private LocalDate deadline(int t) {
            int start = subject.start[t];
            if (start == 0) {
                return dueDate.orElse(LocalDate.MIN);
            }
            return dueDate.filter(due -> !Days.date(start).isAfter(due))
                    .orElse(Days.date(start).plusDays(graceDays));
        }

        private int nextChange(int t) {
            int day = t + 1;
            while (day < World.HORIZON && statuses[day] == statuses[t]) {
                day++;
            }
            return day;
        }
    }

    /** Answers for a person's requirement on any date. */
    Answers person(Person person, Requirement requirement) {
        OfPeople demand = (OfPeople) requirement.demand();
        Days subject = new Days(
                day -> person.employments().stream().anyMatch(each -> isSubject(person, each, requirement, day)));
        Days exempt = new Days(day -> person.exemptions().stream()
                .anyMatch(each -> each.requirement().equals(requirement.code())
                        && each.dates().contains(day)));
        Map<LocalDate, View> views = new HashMap<>();
        return t -> views.computeIfAbsent(lastNews(person, t), known -> {
                    Days held = new Days(holding(person, demand.competence(), demand.level(), known));
                    return new View(subject, held, exempt, requirement, demand.dueDate(), demand.graceDays());
                })
                .on(t);
    }

    /** Answers for a unit's duty on any date. */
    Answers unit(UnitFacts unit, Requirement requirement) {
        OfUnits demand = (OfUnits) requirement.demand();
        boolean bound = demand.units().contains(unit.unit())
                || rulebook.units().stream()
                        .anyMatch(each -> each.code().equals(unit.unit())
                                && each.kind()
                                        .filter(demand.unitKinds()::contains)
                                        .isPresent());
        Days subject = new Days(day -> bound && isInForce(requirement, day));
        Map<List<Result>, View> views = new HashMap<>();
        return t -> views.computeIfAbsent(known(unit.results(), t), known -> {
                    Days held = new Days(holding(demand.criterion(), known));
                    Days exempt = new Days(_ -> false);
                    return new View(subject, held, exempt, requirement, demand.dueDate(), demand.graceDays());
                })
                .on(t);
    }

    interface Answers {
        Optional<Fields> on(LocalDate date);
    }

    /** How many hold a minimum in the unit on any date, as known on one. */
    Function<LocalDate, Long> heads(List<Person> people, Requirement requirement, UnitCode unit, LocalDate known) {
        OfUnitMinimum demand = (OfUnitMinimum) requirement.demand();
        Map<Person, Predicate<LocalDate>> holding = new HashMap<>();
        people.forEach(each -> holding.put(each, holding(each, demand.competence(), demand.level(), known)));
        return date -> people.stream()
                .filter(person -> person.employments().stream()
                        .anyMatch(each -> works(each, date)
                                && isWithin(each.unit(), unit)
                                && isTrue(demand.targetGroup(), person, each, date)))
                .filter(person -> holding.get(person).test(date))
                .count();
    }

    static boolean isInForce(Requirement requirement, LocalDate day) {
        return requirement.validFrom().map(from -> !day.isBefore(from)).orElse(true)
                && requirement.validUntil().map(day::isBefore).orElse(true);
    }

    boolean isSubject(Person person, Employment employment, Requirement requirement, LocalDate day) {
        return works(employment, day)
                && isInForce(requirement, day)
                && isTrue(((OfPeople) requirement.demand()).targetGroup(), person, employment, day);
    }

    private static boolean works(Employment employment, LocalDate day) {
        return employment.dates().contains(day)
                && employment.leave().intervals().stream().noneMatch(leave -> leave.contains(day));
    }

    private boolean isTrue(TargetGroup group, Person person, Employment employment, LocalDate day) {
        return switch (group) {
            case TargetGroup.Everyone() -> true;
            case TargetGroup.InUnit(var unit) -> isWithin(employment.unit(), unit);
            case TargetGroup.Position(var codes) -> codes.contains(employment.position());
            case TargetGroup.LeaderLevel(var levels) ->
                employment.leaderLevel().map(levels::contains).orElse(false);
            case TargetGroup.Role(var role) ->
                person.roles().stream()
                        .anyMatch(
                                held -> held.role().equals(role) && held.dates().contains(day));
            case TargetGroup.HiredFrom(var date) ->
                !runStart(person, employment).isBefore(date);
            case TargetGroup.NewHire(int months) ->
                day.isBefore(runStart(person, employment).plusMonths(months));
            case TargetGroup.MinFte(var percent) -> employment.fte().compareTo(percent) >= 0;
            case TargetGroup.Employees(var numbers) -> numbers.contains(person.number());
            case TargetGroup.From(var date) -> !day.isBefore(date);
            case TargetGroup.All(var of) -> of.stream().allMatch(each -> isTrue(each, person, employment, day));
            case TargetGroup.Any(var of) -> of.stream().anyMatch(each -> isTrue(each, person, employment, day));
            case TargetGroup.Not(var of) -> !isTrue(of, person, employment, day);
        };
    }

    private boolean isWithin(UnitCode unit, UnitCode upper) {
        return unit.equals(upper)
                || rulebook.units().stream()
                        .filter(each -> each.code().equals(unit))
                        .flatMap(each -> each.parent().stream())
                        .anyMatch(parent -> isWithin(parent, upper));
    }

    private static LocalDate runStart(Person person, Employment of) {
        List<Employment> inOrder = person.employments().stream()
                .sorted(Comparator.comparing(each -> each.dates().from()))
                .toList();
        LocalDate runStart = inOrder.getFirst().dates().from();
        List<LocalDate> ends = new ArrayList<>();
        for (Employment each : inOrder) {
            LocalDate from = each.dates().from();
            boolean newRun =
                    ends.stream().allMatch(end -> end.isBefore(LocalDate.MAX) && from.isAfter(end.plusMonths(12)));
            runStart = newRun ? from : runStart;
            if (each.dates().from().equals(of.dates().from())) {
                return runStart;
            }
            ends.add(each.dates().until());
        }
        throw new IllegalStateException();
    }

    private static LocalDate lastNews(Person person, LocalDate t) {
        return Stream.concat(
                        person.results().stream().map(Result::achievedOn),
                        person.evidence().stream().map(Evidence::achievedOn))
                .filter(day -> !day.isAfter(t))
                .max(Comparator.naturalOrder())
                .orElse(World.FIRST);
    }

    private static List<Result> known(List<Result> results, LocalDate t) {
        return results.stream().filter(each -> !each.achievedOn().isAfter(t)).toList();
    }

    private Predicate<LocalDate> holding(Person person, CompetenceCode code, Optional<String> level, LocalDate known) {
        Competence competence = rulebook.competences().stream()
                .filter(each -> each.code().equals(code))
                .findAny()
                .orElseThrow();
        List<Result> results = known(person.results(), known);
        Stream<Predicate<LocalDate>> byRule = rulebook.awardRules().stream()
                .filter(rule -> rule.competence().equals(code) && isEnough(competence, rule.level(), level))
                .map(rule -> holding(rule.criterion(), results));
        List<Dated> counting = person.evidence().stream()
                .filter(each -> each.competence().equals(code))
                .filter(each -> each.kind() != Evidence.Kind.DECLARATION)
                .filter(each -> !each.achievedOn().isAfter(known))
                .filter(each -> isEnough(competence, each.level(), level))
                .map(each -> new Dated(each.achievedOn(), each.validUntil()))
                .toList();
        return byRule.reduce(lasting(counting, competence.validity()), Predicate::or);
    }

    private boolean isEnough(Competence competence, Optional<String> has, Optional<String> asked) {
        if (competence.scale().isEmpty()) {
            return true;
        }
        List<String> levels = rulebook.scales().getFirst().levels();
        return levels.indexOf(has.orElseThrow()) >= levels.indexOf(asked.orElseThrow());
    }

    private Predicate<LocalDate> holding(Criterion criterion, List<Result> results) {
        return switch (criterion) {
            case Criterion.Achieved(var item, var minScore, var validity) ->
                lasting(
                        results.stream()
                                .filter(each -> each.item().equals(item))
                                .filter(each -> minScore.isEmpty()
                                        || each.score().isPresent()
                                                && each.score().get().compareTo(minScore.get()) >= 0)
                                .map(each -> new Dated(each.achievedOn(), each.validUntil()))
                                .toList(),
                        validity);
            case Criterion.All(var of) -> atLeast(of.size(), of, results);
            case Criterion.Any(var of) -> atLeast(1, of, results);
            case Criterion.AtLeast(int count, var of) -> atLeast(count, of, results);
            case Criterion.Hours(var atLeast, var items, var within) ->
                day -> results.stream()
                                .filter(each -> items.contains(each.item()))
                                .filter(each -> !day.isBefore(each.achievedOn()))
                                .filter(each -> within.isEmpty()
                                        || day.isBefore(each.achievedOn().plusMonths(within.get())))
                                .map(each -> each.hours().orElseGet(() -> nominal(each.item())))
                                .reduce(BigDecimal.ZERO, BigDecimal::add)
                                .compareTo(atLeast)
                        >= 0;
        };
    }

    private Predicate<LocalDate> atLeast(int count, List<Criterion> of, List<Result> results) {
        List<Predicate<LocalDate>> each =
                of.stream().map(one -> holding(one, results)).toList();
        return day -> each.stream().filter(one -> one.test(day)).count() >= count;
    }

    private BigDecimal nominal(ItemCode item) {
        return rulebook.items().stream()
                .filter(each -> each.code().equals(item))
                .flatMap(each -> each.hours().stream())
                .findAny()
                .orElse(BigDecimal.ZERO);
    }

    private record Dated(LocalDate day, Optional<LocalDate> ownEnd) {}

    private static Predicate<LocalDate> lasting(List<Dated> all, ValidityPolicy policy) {
        Map<Dated, LocalDate> ends = new HashMap<>();
        all.forEach(each -> ends.put(each, Collections.max(possibleEnds(each, all, policy))));
        return day -> all.stream().anyMatch(each -> !day.isBefore(each.day()) && day.isBefore(ends.get(each)));
    }

    private static Set<LocalDate> possibleEnds(Dated of, List<Dated> all, ValidityPolicy policy) {
        if (of.ownEnd().isPresent()) {
            return Set.of(of.ownEnd().get());
        }
        return switch (policy) {
            case ValidityPolicy.Forever() -> Set.of(LocalDate.MAX);
            case ValidityPolicy.Months(int months) -> Set.of(of.day().plusMonths(months));
            case ValidityPolicy.EndOfYear(int years) ->
                Set.of(LocalDate.of(of.day().getYear() + 1 + years, 1, 1));
            case ValidityPolicy.RenewableMonths(int months, int window) -> {
                Set<LocalDate> ends = new HashSet<>(Set.of(of.day().plusMonths(months)));
                all.stream()
                        .filter(earlier -> earlier.day().isBefore(of.day()))
                        .flatMap(earlier -> possibleEnds(earlier, all, policy).stream())
                        .filter(end -> !of.day().isBefore(end.minusDays(window))
                                && of.day().isBefore(end))
                        .forEach(end -> ends.add(end.plusMonths(months)));
                yield ends;
            }
        };
    }
}
