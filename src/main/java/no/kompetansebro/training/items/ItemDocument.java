package no.kompetansebro.training.items;

import java.util.List;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** Writes a form as the catalogue document would have the item; what is empty is left out. */
final class ItemDocument {

    private final ItemForm form;
    private final ObjectNode item = JsonNodeFactory.instance.objectNode();

    private ItemDocument(ItemForm form) {
        this.form = form;
    }

    static ObjectNode of(ItemForm form) {
        return new ItemDocument(form).write();
    }

    private ObjectNode write() {
        item.put("code", form.isNew() ? form.text("code") : form.former());
        writeName();
        put(item, "kind", form.text("kind"));
        put(item, "arena", form.text("arena"));
        put(item, "hours", form.text("hours").replace(',', '.'));
        writeLms();
        put("parts", form.isProgramme() ? form.parts() : List.of());
        put(item, "replaces", form.isProgramme() ? form.text("replaces") : "");
        put("themes", form.themes());
        put(item, "owner", form.text("owner"));
        put(item, "source", form.text("source"));
        return item;
    }

    private void writeName() {
        if (form.oneName() && form.name("nn").isEmpty() && form.name("en").isEmpty()) {
            item.put("name", form.name("nb"));
        } else {
            ObjectNode byLanguage = item.putObject("name");
            ItemForm.LANGUAGES.forEach(language -> put(byLanguage, language, form.name(language)));
        }
    }

    private void writeLms() {
        ObjectNode lms = JsonNodeFactory.instance.objectNode();
        List.of("courseIdNumber", "courseShortName", "ltiResource").forEach(field -> put(lms, field, form.text(field)));
        if (!lms.isEmpty()) {
            item.set("lms", lms);
        }
    }

    private static void put(ObjectNode node, String field, String text) {
        if (!text.isEmpty()) {
            node.put(field, text);
        }
    }

    private void put(String field, List<String> texts) {
        if (!texts.isEmpty()) {
            ArrayNode array = item.putArray(field);
            texts.forEach(array::add);
        }
    }
}
