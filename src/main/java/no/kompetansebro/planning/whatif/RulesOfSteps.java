package no.kompetansebro.planning.whatif;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import no.kompetansebro.catalogue.Rules;
import no.kompetansebro.competence.Competence;
import no.kompetansebro.competence.ValidityPolicy;
import no.kompetansebro.learning.AwardRule;
import no.kompetansebro.learning.Criterion;
import no.kompetansebro.organisation.Employee;
import no.kompetansebro.organisation.EmployeeId;
import no.kompetansebro.requirement.Requirement;
import no.kompetansebro.requirement.Requirement.OfPeople;
import no.kompetansebro.requirement.RequirementCode;
import no.kompetansebro.requirement.TargetGroup;

/** Changes the rules as the steps say that are about rules. */
record RulesOfSteps(List<Step> steps, Map<EmployeeId, Employee> people) {

    private static final int DAYS_IN_A_MONTH = 28;

    /** The rules with all of them. */
    Rules change(Rules rules) {
        Rules changed = rules;
        for (Step step : steps) {
            changed = switch (step) {
                case Step.Learn _, Step.End _ -> changed;
                case Step.Lasting lasting -> lasting(lasting, changed);
                case Step.Terms terms -> terms(terms, changed);
                case Step.Require require -> required(require, changed);
            };
        }
        return changed;
    }

    private static Rules lasting(Step.Lasting step, Rules rules) {
        List<AwardRule> changed = rules.awardRules().stream()
                .map(rule -> rule.code().equals(step.rule())
                        ? new AwardRule(
                                rule.code(), rule.competence(), rule.level(), lasting(rule.criterion(), step.months()))
                        : rule)
                .toList();
        return new Rules(rules.competences(), changed, rules.requirements());
    }

    private static Criterion lasting(Criterion criterion, int months) {
        return switch (criterion) {
            case Criterion.Achieved(var item, var minScore, var validity) ->
                new Criterion.Achieved(item, minScore, lasting(validity, months));
            case Criterion.All(var of) -> new Criterion.All(lasting(of, months));
            case Criterion.Any(var of) -> new Criterion.Any(lasting(of, months));
            case Criterion.AtLeast(int count, var of) -> new Criterion.AtLeast(count, lasting(of, months));
            case Criterion.Hours(var atLeast, var items, var _) ->
                new Criterion.Hours(atLeast, items, Optional.of(months));
        };
    }

    private static List<Criterion> lasting(List<Criterion> of, int months) {
        return of.stream().map(each -> lasting(each, months)).toList();
    }

    /** The window for renewals stays, as far as it fits. */
    private static ValidityPolicy lasting(ValidityPolicy policy, int months) {
        return policy instanceof ValidityPolicy.RenewableMonths(int _, int window)
                ? new ValidityPolicy.RenewableMonths(months, Math.min(window, DAYS_IN_A_MONTH * months))
                : new ValidityPolicy.Months(months);
    }

    private Rules terms(Step.Terms step, Rules rules) {
        List<Requirement> changed = rules.requirements().stream()
                .map(each -> each.code().equals(step.requirement()) ? terms(step, each) : each)
                .toList();
        return new Rules(rules.competences(), rules.awardRules(), changed);
    }

    private Requirement terms(Step.Terms step, Requirement former) {
        Optional<LocalDate> from =
                step.also().isPresent() ? former.validFrom() : step.from().or(former::validFrom);
        return new Requirement(
                former.code(),
                former.name(),
                former.category(),
                former.authority(),
                from,
                step.until().or(former::validUntil),
                former.warningDays(),
                former.demand() instanceof OfPeople demand ? terms(step, demand) : former.demand());
    }

    /** Whom it binds too from a date on is not overdue in hindsight (coverage.md section 5). */
    private OfPeople terms(Step.Terms step, OfPeople former) {
        TargetGroup group = step.also()
                .map(who -> step.from()
                        .<TargetGroup>map(
                                date -> new TargetGroup.All(List.of(who.group(people), new TargetGroup.From(date))))
                        .orElseGet(() -> who.group(people)))
                .<TargetGroup>map(also -> new TargetGroup.Any(List.of(former.targetGroup(), also)))
                .orElse(former.targetGroup());
        return new OfPeople(
                former.competence(),
                former.level(),
                group,
                step.due().or(former::dueDate),
                step.graceDays().orElse(former.graceDays()));
    }

    /** Of a competence with a scale one would have to say which level. */
    private Rules required(Step.Require step, Rules rules) {
        Optional<Competence> competence = rules.competences().stream()
                .filter(each ->
                        each.code().equals(step.competence()) && each.scale().isEmpty())
                .findAny();
        if (competence.isEmpty()) {
            return rules;
        }
        Requirement requirement = new Requirement(
                newCode(step, rules),
                competence.get().name(),
                Requirement.Category.MANDATORY,
                Optional.empty(),
                Optional.of(step.from()),
                Optional.empty(),
                Requirement.DEFAULT_WARNING_DAYS,
                new OfPeople(
                        step.competence(),
                        Optional.empty(),
                        step.who().group(people),
                        Optional.empty(),
                        step.graceDays()));
        List<Requirement> more = new ArrayList<>(rules.requirements());
        more.add(requirement);
        return new Rules(rules.competences(), rules.awardRules(), more);
    }

    private static RequirementCode newCode(Step.Require step, Rules rules) {
        Set<String> taken =
                rules.requirements().stream().map(each -> each.code().value()).collect(Collectors.toSet());
        String code = "krav-" + step.competence().value();
        return Stream.iterate(1, n -> n + 1)
                .map(n -> n == 1 ? code : code + "-" + n)
                .filter(each -> !taken.contains(each))
                .map(RequirementCode::new)
                .findFirst()
                .orElseThrow();
    }
}
