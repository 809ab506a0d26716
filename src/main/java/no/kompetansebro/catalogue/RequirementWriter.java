package no.kompetansebro.catalogue;

import java.time.LocalDate;
import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import no.kompetansebro.competence.CompetenceCode;
import no.kompetansebro.learning.CriterionJson;
import no.kompetansebro.requirement.Requirement;
import no.kompetansebro.requirement.TargetGroup;
import no.kompetansebro.requirement.TargetGroupJson;
import no.kompetansebro.shared.LocalizedName;
import no.kompetansebro.shared.LocalizedNameJson;
import tools.jackson.databind.node.ObjectNode;

/** Writes a requirement as an entry of the document. */
final class RequirementWriter {

    private final Map<CompetenceCode, LocalizedName> names;

    /** {@code names}: of the competences; a requirement that is called as its competence needs no name of its own. */
    RequirementWriter(Map<CompetenceCode, LocalizedName> names) {
        this.names = names;
    }

    ObjectNode write(Requirement requirement) {
        ObjectNode node = DocumentWriter.object().put("code", requirement.code().value());
        if (!requirement.name().equals(defaultName(requirement))) {
            node.set("name", LocalizedNameJson.write(requirement.name()));
        }
        node.put("category", requirement.category().name());
        requirement.authority().ifPresent(authority -> node.put("authority", authority));
        demand(requirement.demand(), node);
        date("validFrom", requirement.validFrom(), node);
        date("validUntil", requirement.validUntil(), node);
        if (requirement.warningDays() != Requirement.DEFAULT_WARNING_DAYS) {
            node.put("warningDays", requirement.warningDays());
        }
        return node;
    }

    private LocalizedName defaultName(Requirement requirement) {
        return RequirementNames.competence(requirement.demand())
                .flatMap(competence -> Optional.ofNullable(names.get(competence)))
                .orElseGet(() -> LocalizedName.of(requirement.code().value()));
    }

    private static void demand(Requirement.Demand demand, ObjectNode node) {
        switch (demand) {
            case Requirement.OfPeople(var competence, var level, var group, var dueDate, int graceDays) -> {
                onPeople(competence, level, group, node);
                deadline(dueDate, graceDays, node);
            }
            case Requirement.OfUnitMinimum(var competence, var level, var group, var units, int count) -> {
                onPeople(competence, level, group, node);
                node.putObject("minimum").put("count", count).set("units", DocumentWriter.texts(units));
            }
            case Requirement.OfUnits(var units, var unitKinds, var criterion, var dueDate, int graceDays) -> {
                ObjectNode duty = node.putObject("unitDuty");
                some("units", units, duty);
                some("unitKinds", unitKinds, duty);
                duty.set("criterion", CriterionJson.write(criterion));
                deadline(dueDate, graceDays, node);
            }
        }
    }

    private static void onPeople(
            CompetenceCode competence, Optional<String> level, TargetGroup group, ObjectNode node) {
        node.put("competence", competence.value());
        level.ifPresent(text -> node.put("level", text));
        if (!group.equals(TargetGroup.EVERYONE)) {
            node.set("targetGroup", TargetGroupJson.write(group));
        }
    }

    private static void deadline(Optional<LocalDate> dueDate, int graceDays, ObjectNode node) {
        date("dueDate", dueDate, node);
        if (graceDays > 0) {
            node.put("graceDays", graceDays);
        }
    }

    private static void date(String name, Optional<LocalDate> date, ObjectNode node) {
        date.ifPresent(day -> node.put(name, day.toString()));
    }

    private static void some(String name, Collection<?> texts, ObjectNode node) {
        if (!texts.isEmpty()) {
            node.set(name, DocumentWriter.texts(texts));
        }
    }
}
