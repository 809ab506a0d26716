package no.kompetansebro.coverage.engine;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import no.kompetansebro.competence.Competence;
import no.kompetansebro.competence.CompetenceCode;
import no.kompetansebro.competence.Scale;
import no.kompetansebro.competence.ValidityPolicy;
import no.kompetansebro.learning.AwardRule;
import no.kompetansebro.learning.Criterion;
import no.kompetansebro.learning.Item;
import no.kompetansebro.learning.ItemCode;
import no.kompetansebro.organisation.EmployeeNumber;
import no.kompetansebro.organisation.UnitCode;
import no.kompetansebro.requirement.Requirement;
import no.kompetansebro.requirement.Requirement.Demand;
import no.kompetansebro.requirement.RequirementCode;
import no.kompetansebro.requirement.TargetGroup;
import no.kompetansebro.shared.DateInterval;
import no.kompetansebro.shared.LocalizedName;
import no.kompetansebro.shared.Timeline;

/** Words for the tests of the engine: the municipality of Fjordvik, its rules and people. */
final class Given {

    static final EmployeeNumber KARI = new EmployeeNumber("1001");

    private final List<Unit> units = new ArrayList<>();
    private final List<Scale> scales = new ArrayList<>();
    private final List<Competence> competences = new ArrayList<>();
    private final List<Item> items = new ArrayList<>();
    private final List<AwardRule> awardRules = new ArrayList<>();
    private final List<Requirement> requirements = new ArrayList<>();

    /** Units: fjordvik, with health (home-care, ward-3) and school below it. */
    static Given fjordvik() {
        return new Given()
                .unit("fjordvik", "", "")
                .unit("health", "fjordvik", "SECTOR")
                .unit("home-care", "health", "UNIT")
                .unit("ward-3", "health", "UNIT")
                .unit("school", "fjordvik", "SECTOR");
    }

    Given unit(String code, String parent, String kind) {
        units.add(new Unit(new UnitCode(code), text(parent).map(UnitCode::new), text(kind)));
        return this;
    }

    Given scale(String code, String... levels) {
        scales.add(new Scale(code, List.of(levels)));
        return this;
    }

    Given competence(String code, String scale, ValidityPolicy validity) {
        competences.add(new Competence(
                new CompetenceCode(code),
                LocalizedName.of(code),
                Competence.Kind.KNOWLEDGE,
                Set.of(),
                text(scale),
                validity));
        return this;
    }

    Given competence(String code) {
        return competence(code, "", ValidityPolicy.FOREVER);
    }

    Given item(String code, String hours) {
        items.add(new Item(
                new ItemCode(code),
                LocalizedName.of(code),
                Item.Kind.COURSE,
                Optional.empty(),
                text(hours).map(BigDecimal::new),
                Item.LmsReference.NONE));
        return this;
    }

    Given rule(String competence, String level, Criterion criterion) {
        awardRules.add(
                new AwardRule("rule-" + awardRules.size(), new CompetenceCode(competence), text(level), criterion));
        return this;
    }

    Given rule(String competence, Criterion criterion) {
        return rule(competence, "", criterion);
    }

    Given requirement(Requirement requirement) {
        requirements.add(requirement);
        return this;
    }

    /** A requirement with 90 days of warning, in force always. */
    Given requirement(String code, Demand demand) {
        return requirement(requirement(code, 90, demand));
    }

    Rulebook rulebook() {
        return new Rulebook(units, scales, competences, items, awardRules, requirements);
    }

    Engine engine() {
        return new Engine(rulebook());
    }

    static Requirement requirement(String code, int warningDays, Demand demand) {
        return new Requirement(
                new RequirementCode(code),
                LocalizedName.of(code),
                Requirement.Category.STATUTORY,
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                warningDays,
                demand);
    }

    static Demand everyone(String competence, int graceDays) {
        return demand(competence, TargetGroup.EVERYONE, graceDays);
    }

    static Demand demand(String competence, TargetGroup group, int graceDays) {
        return new Requirement.OfPeople(
                new CompetenceCode(competence), Optional.empty(), group, Optional.empty(), graceDays);
    }

    static Demand atLevel(String competence, String level) {
        return new Requirement.OfPeople(
                new CompetenceCode(competence), text(level), TargetGroup.EVERYONE, Optional.empty(), 0);
    }

    static Criterion achieved(String item, ValidityPolicy validity) {
        return new Criterion.Achieved(new ItemCode(item), Optional.empty(), validity);
    }

    static Criterion achieved(String item) {
        return achieved(item, ValidityPolicy.FOREVER);
    }

    static Criterion achieved(String item, int minScore, ValidityPolicy validity) {
        return new Criterion.Achieved(new ItemCode(item), Optional.of(BigDecimal.valueOf(minScore)), validity);
    }

    static Criterion hours(String hours, Integer within, String... items) {
        return new Criterion.Hours(
                new BigDecimal(hours),
                Stream.of(items).map(ItemCode::new).toList(),
                Optional.of(within).filter(months -> months > 0));
    }

    static ValidityPolicy months(int months) {
        return new ValidityPolicy.Months(months);
    }

    static ValidityPolicy renewable(int months, int window) {
        return new ValidityPolicy.RenewableMonths(months, window);
    }

    static Result result(String item, String date) {
        return Result.of(new ItemCode(item), date(date));
    }

    static Result scored(String item, String date, int score) {
        return new Result(
                new ItemCode(item),
                date(date),
                Optional.of(BigDecimal.valueOf(score)),
                Optional.empty(),
                Optional.empty());
    }

    static Result withHours(String hours, String item, String date) {
        return new Result(
                new ItemCode(item), date(date), Optional.empty(), Optional.of(new BigDecimal(hours)), Optional.empty());
    }

    static Result ending(String until, String item, String date) {
        return new Result(new ItemCode(item), date(date), Optional.empty(), Optional.empty(), Optional.of(date(until)));
    }

    static Evidence evidence(String competence, String level, String from, String until, Evidence.Kind kind) {
        return new Evidence(
                new CompetenceCode(competence),
                text(level),
                date(from),
                text(until).map(Given::date),
                kind);
    }

    static Employment employment(String unit, String position, String from, String until) {
        return new Employment(
                "E-" + unit,
                new UnitCode(unit),
                position,
                Optional.empty(),
                BigDecimal.valueOf(100),
                dates(from, until),
                Timeline.NEVER);
    }

    /** The dates {@code [from, until)}; an empty text is ever. */
    static DateInterval dates(String from, String until) {
        return new DateInterval(
                text(from).map(Given::date).orElse(LocalDate.MIN),
                text(until).map(Given::date).orElse(LocalDate.MAX));
    }

    static LocalDate date(String date) {
        return LocalDate.parse(date);
    }

    private static Optional<String> text(String text) {
        return Optional.of(text).filter(each -> !each.isEmpty());
    }

    /** Kari, without any fact yet. */
    static Who kari() {
        return new Who(new Person(KARI, List.of(), List.of(), List.of(), List.of(), List.of()));
    }

    /** A person with words to add facts. */
    record Who(Person person) {

        Who employed(String unit, String position, String from, String until) {
            return with(employment(unit, position, from, until));
        }

        Who employed(String from, String until) {
            return employed("ward-3", "nurse", from, until);
        }

        Who with(Employment employment) {
            return new Who(new Person(
                    person.number(),
                    and(person.employments(), employment),
                    person.roles(),
                    person.results(),
                    person.evidence(),
                    person.exemptions()));
        }

        Who with(RoleHeld role) {
            return new Who(new Person(
                    person.number(),
                    person.employments(),
                    and(person.roles(), role),
                    person.results(),
                    person.evidence(),
                    person.exemptions()));
        }

        Who with(Result result) {
            return new Who(new Person(
                    person.number(),
                    person.employments(),
                    person.roles(),
                    and(person.results(), result),
                    person.evidence(),
                    person.exemptions()));
        }

        Who with(Evidence evidence) {
            return new Who(new Person(
                    person.number(),
                    person.employments(),
                    person.roles(),
                    person.results(),
                    and(person.evidence(), evidence),
                    person.exemptions()));
        }

        Who exempt(String requirement, String from, String until) {
            return new Who(new Person(
                    person.number(),
                    person.employments(),
                    person.roles(),
                    person.results(),
                    person.evidence(),
                    and(person.exemptions(), new Exempt(new RequirementCode(requirement), dates(from, until)))));
        }

        Who did(String item, String date) {
            return with(result(item, date));
        }

        Who as(String number) {
            return new Who(new Person(
                    new EmployeeNumber(number),
                    person.employments(),
                    person.roles(),
                    person.results(),
                    person.evidence(),
                    person.exemptions()));
        }

        private static <T> List<T> and(List<T> list, T one) {
            return Stream.concat(list.stream(), Stream.of(one)).toList();
        }
    }
}
