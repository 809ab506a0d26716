package no.kompetansebro.catalogue;

import java.util.Collection;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import no.kompetansebro.competence.Competence;
import no.kompetansebro.competence.Scale;
import no.kompetansebro.competence.ValidityPolicy;
import no.kompetansebro.competence.ValidityPolicyJson;
import no.kompetansebro.learning.AwardRule;
import no.kompetansebro.learning.CriterionJson;
import no.kompetansebro.learning.Item;
import no.kompetansebro.shared.LocalizedNameJson;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** Writes a catalogue as a document that reads back as the same catalogue; what has its default is left out. */
final class DocumentWriter {

    private static final Set<String> DATES = Set.of("validFrom", "validUntil", "dueDate", "hiredFrom", "from");

    private DocumentWriter() {}

    static String write(CatalogueContent content) {
        return yaml(document(content));
    }

    /** The document as a tree, to be changed before {@link #yaml} writes it. */
    static ObjectNode document(CatalogueContent content) {
        var names = content.competences().stream().collect(Collectors.toMap(Competence::code, Competence::name));
        return document(content, new RequirementWriter(names));
    }

    static String yaml(ObjectNode document) {
        return new YamlWriter(DATES).write(document);
    }

    private static ObjectNode document(CatalogueContent content, RequirementWriter requirements) {
        ObjectNode document = object();
        document.set("scales", list(content.scales(), DocumentWriter::scale));
        document.set("competences", list(content.competences(), DocumentWriter::competence));
        document.set("items", list(content.items(), DocumentWriter::item));
        document.set("awardRules", list(content.awardRules(), DocumentWriter::awardRule));
        document.set("requirements", list(content.requirements(), requirements::write));
        if (content.school().exists()) {
            document.set(
                    "leadershipSchool",
                    object().set("modules", texts(content.school().modules())));
        }
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

    /** An item as it stands in the document. */
    static ObjectNode item(Item item) {
        ObjectNode node = object().put("code", item.code().value());
        node.set("name", LocalizedNameJson.write(item.name()));
        node.put("kind", item.kind().name());
        item.arena().ifPresent(arena -> node.put("arena", arena.name()));
        item.hours().ifPresent(hours -> node.put("hours", hours));
        if (!item.lms().equals(Item.LmsReference.NONE)) {
            node.set("lms", lms(item.lms()));
        }
        if (!item.composition().parts().isEmpty()) {
            node.set("parts", texts(item.composition().parts()));
        }
        item.composition().replaces().ifPresent(former -> node.put("replaces", former.value()));
        if (!item.themes().isEmpty()) {
            node.set("themes", texts(item.themes()));
        }
        item.origin().owner().ifPresent(owner -> node.put("owner", owner));
        item.origin().source().ifPresent(source -> node.put("source", source));
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

    static ObjectNode object() {
        return JsonNodeFactory.instance.objectNode();
    }

    private static <T> ArrayNode list(Collection<T> things, Function<T, ObjectNode> writer) {
        ArrayNode nodes = JsonNodeFactory.instance.arrayNode();
        things.forEach(thing -> nodes.add(writer.apply(thing)));
        return nodes;
    }

    static ArrayNode texts(Collection<?> texts) {
        ArrayNode nodes = JsonNodeFactory.instance.arrayNode();
        texts.forEach(text -> nodes.add(text.toString()));
        return nodes;
    }
}
