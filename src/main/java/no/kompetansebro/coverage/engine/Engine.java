package no.kompetansebro.coverage.engine;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import no.kompetansebro.requirement.Requirement;
import no.kompetansebro.requirement.Requirement.OfPeople;
import no.kompetansebro.requirement.Requirement.OfUnitMinimum;
import no.kompetansebro.requirement.Requirement.OfUnits;
import no.kompetansebro.requirement.RequirementCode;
import no.kompetansebro.shared.DateInterval;
import no.kompetansebro.shared.Timeline;

/**
 * Says what is covered on any date, and why: coverage.md as a pure function. Made once for a rulebook, then asked about
 * any number of people, from any number of threads.
 */
public final class Engine {

    private final Targets targets;
    private final Holdings holdings;
    private final List<PersonalDuty> personalDuties = new ArrayList<>();
    private final List<UnitDuty> unitDuties = new ArrayList<>();
    private final List<Minimum> minimums = new ArrayList<>();

    /**
     * Compiles the rulebook. Throws {@link IllegalArgumentException} when a requirement or rule names a competence or
     * level that it does not have, or when the units form a cycle.
     */
    public Engine(Rulebook rulebook) {
        Levels levels = new Levels(rulebook.scales(), rulebook.competences());
        targets = new Targets(new UnitTree(rulebook.units()));
        holdings = new Holdings(levels, rulebook.awardRules(), rulebook.items());
        rulebook.requirements().forEach(requirement -> add(requirement, rulebook.units()));
    }

    private void add(Requirement requirement, List<Unit> units) {
        switch (requirement.demand()) {
            case OfPeople demand -> personalDuties.add(PersonalDuty.of(requirement, demand, holdings));
            case OfUnitMinimum demand -> minimums.add(Minimum.of(requirement, demand, holdings));
            case OfUnits demand -> unitDuties.add(UnitDuty.of(requirement, demand, units, holdings));
        }
    }

    /** The requirements that bind the person on some date, in the order of the rulebook. */
    public List<Obligation> obligations(Person person) {
        Dossier dossier = Dossier.of(person, holdings);
        List<Obligation> obligations = new ArrayList<>(personalDuties.size());
        for (PersonalDuty duty : personalDuties) {
            duty.obligation(dossier, targets).ifPresent(obligations::add);
        }
        return obligations;
    }

    /** The duties that bind the unit on some date, in the order of the rulebook (coverage.md section 9). */
    public List<Obligation> unitDuties(UnitFacts unit) {
        Dossier dossier = Dossier.of(unit, holdings);
        return unitDuties.stream()
                .flatMap(duty -> duty.obligation(unit.unit(), dossier).stream())
                .toList();
    }

    /** An empty count of heads for the minimums on the date (coverage.md section 9). */
    public HeadCount headCount(LocalDate asOf) {
        return new HeadCount(asOf, minimums, targets, person -> Dossier.of(person, holdings));
    }

    /** Why the person's obligation stands as it does on the date; empty when the person is not subject on it. */
    public Optional<Explanation> explanation(Person person, RequirementCode requirement, LocalDate asOf) {
        return personalDuties.stream()
                .filter(duty -> duty.duty().requirement().equals(requirement))
                .findAny()
                .flatMap(duty -> new Explainer(person, duty, targets, holdings, asOf).explanation());
    }

    /** What the person needs on the date, in the order of the rulebook: what is not held then, or ends within its warning. */
    public List<Need> needs(Person person, LocalDate asOf) {
        return new Needs(person, targets, holdings, asOf).of(personalDuties);
    }

    /** What it takes to hold what is asked for. */
    public Ways ways() {
        Map<RequirementCode, Integer> numbers = new HashMap<>();
        personalDuties.forEach(
                each -> numbers.put(each.duty().requirement(), each.duty().holding()));
        minimums.forEach(
                each -> numbers.put(each.duty().requirement(), each.duty().holding()));
        return new Ways(holdings, numbers);
    }

    /**
     * The dates on which the person holds what the requirement on people, or the minimum, asks for, as known on the date;
     * never for any other requirement.
     */
    public Timeline holding(Person person, RequirementCode requirement, LocalDate knownOn) {
        return duties().filter(duty -> duty.requirement().equals(requirement))
                .findFirst()
                .map(duty ->
                        Dossier.of(person, holdings).knowledge(duty.holding()).asOf(Timeline.day(knownOn)))
                .orElse(Timeline.NEVER);
    }

    private Stream<Duty> duties() {
        return Stream.concat(
                personalDuties.stream().map(PersonalDuty::duty),
                minimums.stream().map(Minimum::duty));
    }

    /**
     * Where the person is present on one of the dates, for the minimums in force on the first of them; what they hold is as
     * known on the date.
     */
    public List<Presence> presences(Person person, DateInterval dates, LocalDate knownOn) {
        Dossier dossier = Dossier.of(person, holdings);
        return minimums.stream()
                .filter(minimum -> minimum.duty().validity().contains(dates.from()))
                .flatMap(minimum -> minimum.demand().units().stream()
                        .map(unit -> minimum.presence(dossier, unit, targets, dates, Timeline.day(knownOn)))
                        .filter(presence -> !presence.posts().isEmpty()))
                .toList();
    }
}
