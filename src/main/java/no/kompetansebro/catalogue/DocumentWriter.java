package no.kompetansebro.catalogue;

import java.time.LocalDate;
import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import no.kompetansebro.competence.Competence;
import no.kompetansebro.competence.CompetenceCode;
import no.kompetansebro.competence.Scale;
import no.kompetansebro.competence.ValidityPolicy;
import no.kompetansebro.competence.ValidityPolicyJson;
import no.kompetansebro.learning.AwardRule;
import no.kompetansebro.learning.CriterionJson;
import no.kompetansebro.learning.Item;
import no.kompetansebro.requirement.Requirement;
import no.kompetansebro.requirement.TargetGroup;
import no.kompetansebro.requirement.TargetGroupJson;
import no.kompetansebro.shared.LocalizedName;
import no.kompetansebro.shared.LocalizedNameJson;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** Writes a catalogue as a document that reads back as the same catalogue; what has its default is left out. */
final class DocumentWriter {

    private static final Set<String> DATES = Set.of("validFrom", "validUntil", "dueDate", "hiredFrom", "from");

    private final Map<CompetenceCode, LocalizedName> names;

    private DocumentWriter(Map<CompetenceCode, LocalizedName> names) {
        this.names = names;
    }

    static String write(CatalogueContent content) {
        var names = content.competences().stream().collect(Collectors.toMap(Competence::code, Competence::name));
        return new YamlWriter(DATES).write(new DocumentWriter(names).document(content));
    }

    private ObjectNode document(CatalogueContent content) {
        ObjectNode document = object();
        document.set("scales", list(content.scales(), DocumentWriter::scale));
        document.set("competences", list(content.competences(), DocumentWriter::competence));
        document.set("items", list(content.items(), DocumentWriter::item));
        document.set("awardRules", list(content.awardRules(), DocumentWriter::awardRule));
        document.set("requirements", list(content.requirements(), this::requirement));
        return document;
    }

    private static ObjectNode scale(Scale scale) {
        return object().put("code", scale.code()).set("levels", texts(scale.levels()));
    }

    private static ObjectNode competence(Competence competence) {
        ObjectNode node = object().put("code", competence.code().value());
        node.set("name", LocalizedNameJson.write(competence.name()));
        node.put("kind", competence.kind().name());
        if (!competence.emphasis().isEmpty()) {
            node.set("emphasis", texts(competence.emphasis().stream().sorted().toList()));
        }
        competence.scale().ifPresent(scale -> node.put("scale", scale));
        if (!competence.validity().equals(ValidityPolicy.FOREVER)) {
            node.set("validity", ValidityPolicyJson.write(competence.validity()));
        }
        return node;
    }

    private static ObjectNode item(Item item) {
        ObjectNode node = object().put("code", item.code().value());
        node.set("name", LocalizedNameJson.write(item.name()));
        node.put("kind", item.kind().name());
        item.arena().ifPresent(arena -> node.put("arena", arena.name()));
        item.hours().ifPresent(hours -> node.put("hours", hours));
        if (!item.lms().equals(Item.LmsReference.NONE)) {
            node.set("lms", lms(item.lms()));
        }
        return node;
    }

    private static ObjectNode lms(Item.LmsReference reference) {
        ObjectNode node = object();
        reference.courseIdNumber().ifPresent(id -> node.put("courseIdNumber", id));
        reference.courseShortName().ifPresent(name -> node.put("courseShortName", name));
        reference.ltiResource().ifPresent(resource -> node.put("ltiResource", resource));
        return node;
    }

    private static ObjectNode awardRule(AwardRule rule) {
        ObjectNode node = object().put("code", rule.code())
                .put("competence", rule.competence().value());
        rule.level().ifPresent(level -> node.put("level", level));
        return node.set("criterion", CriterionJson.write(rule.criterion()));
    }

    private ObjectNode requirement(Requirement requirement) {
        ObjectNode node = object().put("code", requirement.code().value());
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
                node.putObject("minimum").put("count", count).set("units", texts(units));
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
            node.set(name, texts(texts));
        }
    }

    private static ObjectNode object() {
        return JsonNodeFactory.instance.objectNode();
    }

    private static <T> ArrayNode list(Collection<T> things, Function<T, ObjectNode> writer) {
        ArrayNode nodes = JsonNodeFactory.instance.arrayNode();
        things.forEach(thing -> nodes.add(writer.apply(thing)));
        return nodes;
    }

    private static ArrayNode texts(Collection<?> texts) {
        ArrayNode nodes = JsonNodeFactory.instance.arrayNode();
        texts.forEach(text -> nodes.add(text.toString()));
        return nodes;
    }
}
