package no.kompetansebro.training.items;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import no.kompetansebro.coverage.Coverage;
import no.kompetansebro.coverage.Question;
import no.kompetansebro.coverage.SummaryRow;
import no.kompetansebro.coverage.web.Words;
import no.kompetansebro.learning.ItemCode;
import no.kompetansebro.organisation.EmployerCalendar;
import no.kompetansebro.organisation.access.Viewer;
import no.kompetansebro.requirement.Requirement;
import no.kompetansebro.training.items.ItemView.Change;
import no.kompetansebro.training.items.ItemView.Concerned;
import org.springframework.stereotype.Component;

/** Says what a form would change of an item, before anything is kept. */
@Component
class ItemPreviews {

    private final ItemUses uses;
    private final Coverage coverage;
    private final EmployerCalendar calendar;

    ItemPreviews(ItemUses uses, Coverage coverage, EmployerCalendar calendar) {
        this.uses = uses;
        this.coverage = coverage;
        this.calendar = calendar;
    }

    /** What would be different, and whom it concerns. */
    ItemView.Preview of(ItemForm form, Words words) {
        ItemUses.Uses catalogue = uses.current();
        Optional<ItemForm> former = catalogue.item(form.former()).map(ItemForm::of);
        boolean counts = former.filter(before -> isMetAnotherWay(before, form)).isPresent();
        return new ItemView.Preview(
                form.name("nb").isEmpty() ? form.text("code") : form.name("nb"),
                form,
                changes(former, form, catalogue, words),
                counts,
                counts ? concerned(catalogue, new ItemCode(form.former()), words) : List.of());
    }

    /** Rules see kind, hours, parts and versions. */
    private static boolean isMetAnotherWay(ItemForm before, ItemForm after) {
        return !before.parts().equals(after.isProgramme() ? after.parts() : List.of())
                || Stream.of("hours", "replaces")
                        .anyMatch(field -> !before.text(field).equals(after.text(field)));
    }

    private List<Change> changes(Optional<ItemForm> former, ItemForm form, ItemUses.Uses catalogue, Words words) {
        List<Change> changes = new ArrayList<>();
        Map<String, String> before =
                former.map(old -> said(old, catalogue, words)).orElse(Map.of());
        said(form, catalogue, words).forEach((field, after) -> {
            String was = before.getOrDefault(field, "");
            if (!Objects.equals(was, after)) {
                changes.add(new Change(words.text("training.items.field." + field), was, after));
            }
        });
        return changes;
    }

    /** All that a form says, in words, by field. */
    private static Map<String, String> said(ItemForm form, ItemUses.Uses catalogue, Words words) {
        Map<String, String> said = new LinkedHashMap<>();
        said.put("code", form.isNew() ? form.text("code") : form.former());
        ItemForm.LANGUAGES.forEach(language -> said.put("name." + language, form.name(language)));
        said.put("kind", enumerated("training.items.kind.", form.text("kind"), words));
        said.put("arena", enumerated("coverage.arena.", form.text("arena"), words));
        said.put("hours", form.text("hours"));
        said.put("themes", joined(form.themes(), theme -> words.theme(theme)));
        said.put(
                "parts",
                joined(form.isProgramme() ? form.parts() : List.of(), code -> ItemViews.name(catalogue, code, words)));
        String replaces = form.isProgramme() ? form.text("replaces") : "";
        said.put("replaces", replaces.isEmpty() ? "" : ItemViews.name(catalogue, replaces, words));
        for (String field : List.of("owner", "source", "courseIdNumber", "courseShortName", "ltiResource")) {
            said.put(field, form.text(field));
        }
        return said;
    }

    private static String enumerated(String prefix, String value, Words words) {
        return value.isEmpty() ? "" : words.text(prefix + value);
    }

    private static String joined(List<String> codes, Function<String, String> name) {
        return codes.stream().map(name).collect(Collectors.joining(", "));
    }

    private List<Concerned> concerned(ItemUses.Uses catalogue, ItemCode item, Words words) {
        List<Requirement> requirements = catalogue.concerned(item);
        if (requirements.isEmpty()) {
            return List.of();
        }
        Question question = Question.asOf(calendar.today());
        Map<String, Long> employees =
                coverage.summary(Viewer.ofEverything(), question, SummaryRow.By.REQUIREMENT).stream()
                        .collect(Collectors.toMap(
                                SummaryRow::key, row -> row.figures().employees()));
        return requirements.stream()
                .map(each -> new Concerned(
                        words.name(each.name()),
                        each.demand() instanceof Requirement.OfPeople
                                ? words.number(
                                        employees.getOrDefault(each.code().value(), 0L))
                                : Words.DASH))
                .toList();
    }
}
