package no.kompetansebro.coverage;

import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import no.kompetansebro.competence.Competence;
import no.kompetansebro.competence.Competences;
import no.kompetansebro.competence.Scales;
import no.kompetansebro.coverage.engine.Rulebook;
import no.kompetansebro.coverage.engine.Unit;
import no.kompetansebro.learning.AwardRule;
import no.kompetansebro.learning.AwardRules;
import no.kompetansebro.learning.Items;
import no.kompetansebro.learning.Programmes;
import no.kompetansebro.organisation.UnitTree;
import no.kompetansebro.requirement.Requirement;
import no.kompetansebro.requirement.Requirement.OfUnits;
import no.kompetansebro.requirement.Requirements;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Puts the catalogue and the units together as the engine wants them. Needs a transaction. */
@Component
class Rulebooks {

    private final Scales scales;
    private final Competences competences;
    private final Items items;
    private final AwardRules awardRules;
    private final Requirements requirements;
    private final JdbcClient jdbc;

    Rulebooks(
            Scales scales,
            Competences competences,
            Items items,
            AwardRules awardRules,
            Requirements requirements,
            JdbcClient jdbc) {
        this.scales = scales;
        this.competences = competences;
        this.items = items;
        this.awardRules = awardRules;
        this.requirements = requirements;
        this.jdbc = jdbc;
    }

    /**
     * The rulebook with competences, award rules and requirements as they were recorded at the moment; empty where none of them has
     * changed since. Units, scales and items are today's.
     */
    Optional<Rulebook> recordedBy(Instant moment, UnitTree tree) {
        boolean changed = jdbc.sql("select exists (select from rule_history where changed_at > :moment)")
                .param("moment", moment.atOffset(ZoneOffset.UTC))
                .query(Boolean.class)
                .single();
        return changed
                ? Optional.of(expanded(rulebook(
                        tree,
                        competences.recordedBy(moment),
                        awardRules.recordedBy(moment),
                        requirements.recordedBy(moment))))
                : Optional.empty();
    }

    /** The rulebook as it is recorded now; a result in a programme with parts stands for all ways to achieve it (ADR 9). */
    Rulebook current(UnitTree tree) {
        return expanded(plain(tree));
    }

    /** The same as the catalogue has it: a result in a programme is one in the programme. */
    Rulebook plain(UnitTree tree) {
        return rulebook(tree, competences.all(), awardRules.all(), requirements.all());
    }

    private Rulebook rulebook(
            UnitTree tree, List<Competence> competences, List<AwardRule> awardRules, List<Requirement> requirements) {
        List<Unit> units = tree.all().stream()
                .map(unit -> new Unit(unit.code(), unit.parent(), unit.kind()))
                .toList();
        return new Rulebook(units, scales.all(), competences, items.all(), awardRules, requirements);
    }

    /** With all ways to achieve a programme in place of each result in it. */
    static Rulebook expanded(Rulebook plain) {
        Programmes programmes = Programmes.of(plain.items());
        return new Rulebook(
                plain.units(),
                plain.scales(),
                plain.competences(),
                plain.items(),
                plain.awardRules().stream()
                        .map(rule -> expanded(rule, programmes))
                        .toList(),
                plain.requirements().stream()
                        .map(requirement -> expanded(requirement, programmes))
                        .toList());
    }

    private static AwardRule expanded(AwardRule rule, Programmes programmes) {
        return new AwardRule(rule.code(), rule.competence(), rule.level(), programmes.expanded(rule.criterion()));
    }

    private static Requirement expanded(Requirement requirement, Programmes programmes) {
        return requirement.demand() instanceof OfUnits demand
                ? requirement.demanding(new OfUnits(
                        demand.units(),
                        demand.unitKinds(),
                        programmes.expanded(demand.criterion()),
                        demand.dueDate(),
                        demand.graceDays()))
                : requirement;
    }
}
