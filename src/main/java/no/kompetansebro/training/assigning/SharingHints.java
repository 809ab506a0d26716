package no.kompetansebro.training.assigning;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import no.kompetansebro.coverage.web.Lexicon;
import no.kompetansebro.coverage.web.Lexicons;
import no.kompetansebro.coverage.web.PageSection;
import no.kompetansebro.learning.Item;
import no.kompetansebro.learning.Item.Arena;
import no.kompetansebro.organisation.Employee;
import no.kompetansebro.organisation.EmployeeId;
import no.kompetansebro.organisation.Employees;
import no.kompetansebro.organisation.UnitCode;
import no.kompetansebro.training.assigning.ExternalCourses.Taken;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import org.springframework.web.util.UriComponentsBuilder;

/**
 * After an external course the leader is asked, on <i>Min enhet</i>, to let it be shared with colleagues: as a task for whoever
 * took it, which is assigned like anything else. Nothing where the catalogue has no activity that such a task could be.
 */
@Component
@Order(15)
class SharingHints implements PageSection {

    private static final int MOST = 5;
    private static final int DAYS_TO_SHARE = 30;

    private final ExternalCourses courses;
    private final Employees employees;
    private final Lexicons lexicons;

    SharingHints(ExternalCourses courses, Employees employees, Lexicons lexicons) {
        this.courses = courses;
        this.employees = employees;
        this.lexicons = lexicons;
    }

    /** The section. */
    record View(List<Hint> hints) {}

    /** A course to be shared. */
    record Hint(String text, String assign, String holders) {}

    @Override
    public Place place() {
        return Place.EARLY;
    }

    @Override
    public Optional<Content> content(Asked asked) {
        return switch (asked.subject()) {
            case Subject.Oneself _ -> Optional.empty();
            case Subject.OfUnit(UnitCode unit) ->
                asked.asOf().isToday() && asked.viewer().leads() ? content(unit, asked) : Optional.empty();
        };
    }

    private Optional<Content> content(UnitCode unit, Asked asked) {
        Lexicon lexicon = lexicons.current();
        List<Item> activities = lexicon.items().values().stream()
                .filter(SharingHints::isActivity)
                .toList();
        List<Taken> taken = activities.isEmpty()
                ? List.of()
                : courses.unshared(asked.viewer(), unit, asked.asOf().today(), MOST);
        Map<EmployeeId, Employee> names =
                employees.find(taken.stream().map(Taken::employee).toList());
        List<Hint> hints = taken.stream()
                .filter(each -> names.containsKey(each.employee()))
                .map(each -> hint(each, unit, activities, AssignedViews.named(names, each.employee()), lexicon, asked))
                .toList();
        return hints.isEmpty()
                ? Optional.empty()
                : Optional.of(new Content("training/deler", "sharing", new View(hints)));
    }

    private static boolean isActivity(Item item) {
        return item.kind() == Item.Kind.PRACTICE
                || item.arena()
                        .filter(arena -> arena == Arena.WORKPLACE || arena == Arena.NETWORK)
                        .isPresent();
    }

    private static Hint hint(
            Taken taken, UnitCode unit, List<Item> activities, Employee who, Lexicon lexicon, Asked asked) {
        String course = lexicon.name(taken.item(), asked.words());
        LocalDate due = asked.asOf().today().plusDays(DAYS_TO_SHARE);
        Map<String, String> filled = new HashMap<>();
        filled.put(AssignForm.UNIT, unit.value());
        filled.put(AssignForm.TO, "ansatte");
        filled.put(AssignForm.PERSON, taken.employee().toString());
        filled.put(AssignForm.DUE, "dato");
        filled.put(AssignForm.DATE, due.toString());
        filled.put(AssignForm.KIND, Kind.VOLUNTARY.name());
        filled.put(AssignForm.REASON, asked.words().text("training.share.reason", course));
        if (activities.size() == 1) {
            filled.put(AssignForm.ITEM, activities.getFirst().code().value());
        }
        return new Hint(
                asked.words()
                        .text(
                                "training.share.took",
                                who.name(),
                                course,
                                asked.words().date(taken.on())),
                UnitLearning.link(filled),
                UriComponentsBuilder.fromPath(HoldersPage.PATH)
                        .queryParam("element", "{element}")
                        .encode()
                        .buildAndExpand(taken.item().value())
                        .toUriString());
    }
}
