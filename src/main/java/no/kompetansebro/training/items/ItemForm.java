package no.kompetansebro.training.items;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import no.kompetansebro.catalogue.ItemEditing;
import no.kompetansebro.learning.Item;
import no.kompetansebro.learning.ItemCode;
import no.kompetansebro.shared.LocalizedName;
import org.springframework.util.MultiValueMap;
import tools.jackson.databind.node.ObjectNode;

/**
 * The form of an item, as text that nobody has checked yet.
 *
 * @param former the code of the item that was shown; empty for a new one
 * @param version the version of the item that was shown
 * @param oneName whether the item had one name for every language
 * @param names by language
 * @param texts the fields of one line, by the names that they have in the catalogue document
 * @param parts codes in their order
 * @param themes codes
 */
record ItemForm(
        String former,
        String version,
        boolean oneName,
        Map<String, String> names,
        Map<String, String> texts,
        List<String> parts,
        List<String> themes) {

    static final List<String> LANGUAGES = List.of("nb", "nn", "en");
    private static final List<String> TEXTS = List.of(
            "code",
            "kind",
            "arena",
            "hours",
            "courseIdNumber",
            "courseShortName",
            "ltiResource",
            "replaces",
            "owner",
            "source");
    private static final int LONGEST = 1_000;
    private static final int MOST = 500;

    ItemForm {
        names = Map.copyOf(names);
        texts = Map.copyOf(texts);
        parts = List.copyOf(parts);
        themes = List.copyOf(themes);
    }

    /** As it was sent. */
    static ItemForm of(MultiValueMap<String, String> sent) {
        return new ItemForm(
                first(sent, "former"),
                first(sent, "version"),
                first(sent, "oneName").equals("true"),
                LANGUAGES.stream().collect(Collectors.toMap(l -> l, l -> first(sent, "name." + l))),
                TEXTS.stream().collect(Collectors.toMap(t -> t, t -> first(sent, t))),
                all(sent, "part").distinct().toList(),
                Stream.concat(
                                all(sent, "theme"),
                                Stream.of(first(sent, "moreThemes").split("[,\\s]+")))
                        .filter(theme -> !theme.isEmpty())
                        .distinct()
                        .toList());
    }

    private static String first(MultiValueMap<String, String> sent, String name) {
        return all(sent, name).findFirst().orElse("");
    }

    private static Stream<String> all(MultiValueMap<String, String> sent, String name) {
        return sent.getOrDefault(name, List.of()).stream()
                .filter(Objects::nonNull)
                .limit(MOST)
                .map(text -> text.length() > LONGEST ? text.substring(0, LONGEST) : text)
                .map(String::strip);
    }

    /** As the item stands. */
    static ItemForm of(Item item) {
        Map<String, String> names = item.name().byLanguage();
        String forAll = names.getOrDefault(LocalizedName.EVERY_LANGUAGE, "");
        return new ItemForm(
                item.code().value(),
                ItemEditing.version(item),
                !forAll.isEmpty(),
                Map.of(
                        "nb", names.getOrDefault("nb", forAll),
                        "nn", names.getOrDefault("nn", ""),
                        "en", names.getOrDefault("en", "")),
                Map.of(
                        "code", item.code().value(),
                        "kind", item.kind().name(),
                        "arena", item.arena().map(Item.Arena::name).orElse(""),
                        "hours",
                                item.hours()
                                        .map(hours -> hours.toPlainString().replace('.', ','))
                                        .orElse(""),
                        "courseIdNumber", item.lms().courseIdNumber().orElse(""),
                        "courseShortName", item.lms().courseShortName().orElse(""),
                        "ltiResource", item.lms().ltiResource().orElse(""),
                        "replaces",
                                item.composition()
                                        .replaces()
                                        .map(ItemCode::value)
                                        .orElse(""),
                        "owner", item.origin().owner().orElse(""),
                        "source", item.origin().source().orElse("")),
                item.composition().parts().stream().map(ItemCode::value).toList(),
                item.themes());
    }

    /** An empty form of the kind. */
    static ItemForm ofKind(Item.Kind kind) {
        return new ItemForm("", "", false, Map.of(), Map.of("kind", kind.name()), List.of(), List.of());
    }

    /** A new programme that begins as the one does, and replaces it. */
    static ItemForm nextVersionOf(Item item, String code) {
        ItemForm same = of(item);
        Map<String, String> texts = new HashMap<>(same.texts);
        texts.put("code", code);
        texts.put("replaces", item.code().value());
        List.of("courseIdNumber", "courseShortName", "ltiResource").forEach(lms -> texts.put(lms, ""));
        return new ItemForm("", "", same.oneName, same.names, texts, same.parts, same.themes);
    }

    /** A field of one line. */
    public String text(String field) {
        return texts.getOrDefault(field, "");
    }

    public String name(String language) {
        return names.getOrDefault(language, "");
    }

    public boolean isNew() {
        return former.isEmpty();
    }

    public boolean isProgramme() {
        return text("kind").equals(Item.Kind.PROGRAMME.name());
    }

    Optional<ItemEditing.Shown> shown() {
        return isNew() ? Optional.empty() : Optional.of(new ItemEditing.Shown(new ItemCode(former), version));
    }

    /** The same with other parts. */
    ItemForm with(List<String> others) {
        return new ItemForm(former, version, oneName, names, texts, others, themes);
    }

    /** The same with the part at the place so many places further down; up below 0. What leads nowhere changes nothing. */
    ItemForm moved(int place, int by) {
        int to = place + by;
        if (place < 0 || place >= parts.size() || to < 0 || to >= parts.size()) {
            return this;
        }
        List<String> moved = new ArrayList<>(parts);
        Collections.swap(moved, place, to);
        return with(moved);
    }

    ItemForm without(int place) {
        List<String> rest = new ArrayList<>(parts);
        if (place >= 0 && place < rest.size()) {
            rest.remove(place);
        }
        return with(rest);
    }

    ItemForm and(String part) {
        return part.isEmpty() || parts.contains(part)
                ? this
                : with(Stream.concat(parts.stream(), Stream.of(part)).toList());
    }

    /** As the catalogue document would have it; what is empty is left out. */
    ObjectNode document() {
        return ItemDocument.of(this);
    }
}
