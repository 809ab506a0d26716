package no.kompetansebro.lms.enrolling;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import no.kompetansebro.coverage.web.Lexicon;
import no.kompetansebro.coverage.web.Lexicons;
import no.kompetansebro.coverage.web.Words;
import no.kompetansebro.learning.Item;
import no.kompetansebro.learning.ItemCode;
import no.kompetansebro.lms.enrolling.EnrolmentPreview.OfItem;
import no.kompetansebro.lms.enrolling.EnrolmentPreview.OfPerson;
import no.kompetansebro.lms.enrolling.EnrolmentPreview.Outlook;
import no.kompetansebro.organisation.Employee;
import no.kompetansebro.organisation.EmployeeId;
import no.kompetansebro.organisation.Employees;
import org.springframework.stereotype.Component;

/** Puts into words what a request would do. */
@Component
class EnrolmentPreviews {

    private static final int SHORT = 20;

    private final Enrolments enrolments;
    private final Lexicons lexicons;
    private final Employees employees;

    EnrolmentPreviews(Enrolments enrolments, Lexicons lexicons, Employees employees) {
        this.enrolments = enrolments;
        this.lexicons = lexicons;
        this.employees = employees;
    }

    /** What is shown; {@code possible}: whether asking for it would do anything. */
    record Shown(List<ShownItem> items, int people, boolean possible) {}

    /**
     * An item.
     *
     * @param course its title in the LMS; empty where there is none
     * @param others titles of courses that count too and are left alone; may be empty
     * @param hindrance why nobody can be enrolled now; empty where they can
     * @param open whether the list of people is short enough to be shown at once
     */
    record ShownItem(
            String name,
            String course,
            String way,
            String others,
            String hindrance,
            List<String> counts,
            List<Row> people,
            boolean open) {}

    /** Somebody. */
    record Row(String number, String name, String outlook, String why, boolean good) {}

    Shown of(List<ItemCode> items, List<EmployeeId> people, Words words) {
        EnrolmentPreview preview = enrolments.preview(items, people);
        Lexicon lexicon = lexicons.current();
        Map<EmployeeId, Employee> known = employees.find(people);
        return new Shown(
                preview.items().stream()
                        .map(item -> shown(item, lexicon, known, words))
                        .toList(),
                people.size(),
                preview.isPossible() && !people.isEmpty());
    }

    private static ShownItem shown(OfItem item, Lexicon lexicon, Map<EmployeeId, Employee> known, Words words) {
        Optional<EnrolmentPreview.Course> course = item.course();
        return new ShownItem(
                name(item.item(), lexicon, words),
                course.map(EnrolmentPreview.Course::title).orElse(""),
                course.map(EnrolmentPreview.Course::way)
                        .filter(way -> !way.isEmpty())
                        .map(way -> way(way, words))
                        .orElse(""),
                course.map(each -> String.join(", ", each.others())).orElse(""),
                item.hindrance()
                        .map(why -> TroubleWords.text(why.code(), why.detail(), words))
                        .orElse(""),
                counts(item, words),
                item.people().stream().map(each -> row(each, known, words)).toList(),
                item.people().size() <= SHORT);
    }

    private static String way(String way, Words words) {
        return way.startsWith("cohort ")
                ? words.text("lms.enrolling.way.cohort", way.substring("cohort ".length()))
                : words.text("lms.enrolling.way.manual");
    }

    private static List<String> counts(OfItem item, Words words) {
        return Arrays.stream(Outlook.values())
                .filter(outlook -> item.count(outlook) > 0)
                .map(outlook -> words.text("lms.enrolling.count." + outlook.name(), words.number(item.count(outlook))))
                .toList();
    }

    private static Row row(OfPerson person, Map<EmployeeId, Employee> known, Words words) {
        Employee employee = known.get(person.employee());
        return new Row(
                employee == null ? "" : employee.number().value(),
                employee == null ? "" : employee.name(),
                words.text("lms.enrolling.outlook." + person.outlook().name()),
                person.why()
                        .map(why -> TroubleWords.text(why.code(), why.detail(), words))
                        .orElse(""),
                person.outlook() != Outlook.NO_ACCOUNT && person.outlook() != Outlook.HAS_LEFT);
    }

    private static String name(ItemCode code, Lexicon lexicon, Words words) {
        Item item = lexicon.items().get(code);
        return item == null ? code.value() : words.name(item.name());
    }
}
